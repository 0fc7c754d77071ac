import { Tabs } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { SelectField } from '@vises/ui/Field.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { withWords } from '../../pictures/words-of-address.ts'
import styles from './Compare.module.css'
import { PLATFORMS, readView, TERRITORIES } from './release-address.ts'
import type { PlatformNames, ReleaseTables } from './ReleasePage.tsx'
import { ThemeTable } from './ThemeTable.tsx'

/** The themes as tabs, the cut as selects; the address keeps both. */
export function ReleaseThemes({ release, platforms }: { release: ReleaseTables; platforms: PlatformNames }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('compare')
  const { t: word } = useTexts<typeof import('@vises/ui/texts.fr.json')>('ui')
  const [params, setParams] = useSearchParams()
  const view = readView(
    params,
    release.themes.map(({ code }) => code),
  )
  const set = (words: Record<string, string | undefined>) =>
    setParams(withWords(params, words), { replace: true, preventScrollReset: true })
  return (
    <Tabs value={view.theme} keepMounted={false} onChange={(theme) => set({ theme: theme ?? undefined })}>
      <Tabs.List aria-label={t('themes')} mb="md">
        {release.themes.map(({ code, label }) => (
          <Tabs.Tab key={code} value={code}>
            {label[language]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <form aria-label={t('cut')} className={styles.filters} onSubmit={(event) => event.preventDefault()}>
        <SelectField
          label={t('across')}
          value={view.across}
          options={[
            { value: 'platforms', label: t('across.platforms') },
            { value: 'territories', label: t('across.territories') },
          ]}
          onChange={(event) => set({ across: event.target.value })}
        />
        {view.across === 'platforms' ? (
          <SelectField
            label={t('inTerritory')}
            value={view.territory}
            options={[
              { value: 'all', label: t('allTerritories') },
              ...TERRITORIES.map((code) => ({ value: code, label: t(`territory.${code}`) })),
            ]}
            onChange={(event) => set({ territory: event.target.value === 'all' ? undefined : event.target.value })}
          />
        ) : (
          <SelectField
            label={t('onPlatform')}
            value={view.platform}
            options={[
              { value: 'all', label: t('allPlatforms') },
              ...PLATFORMS.map((code) => ({ value: code, label: word('platform', { letter: code }) })),
            ]}
            onChange={(event) => set({ platform: event.target.value === 'all' ? undefined : event.target.value })}
          />
        )}
      </form>
      {release.themes.map((theme) => (
        <Tabs.Panel key={theme.code} value={theme.code}>
          <ThemeTable theme={theme} view={view} release={release} platforms={platforms} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
