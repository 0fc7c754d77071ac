import { useState } from 'react'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { ChoiceField, SelectField, TextField } from '@vises/ui/Field.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { useMakeLinks } from './useMakeLinks.ts'
import type { Wave } from './useWave.ts'

/** A new link: for everybody, or a number of links that take one answer each. */
export function LinkDialog({ wave, onClose }: { wave: Wave; onClose: () => void }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const { deed, makeOpen, makeSlips } = useMakeLinks(wave)
  const [kind, setKind] = useState<'open' | 'singleUse'>('open')
  const [groupId, setGroupId] = useState(wave.groups[0]?.id ?? '')
  const [tag, setTag] = useState('')
  const [label, setLabel] = useState('')
  const [count, setCount] = useState('24')
  const [quota, setQuota] = useState('')
  const tell = useUndo()
  const group = wave.groups.find(({ id }) => id === groupId)
  const submit = async () => {
    const wish = {
      label: label.trim() || (group?.name ?? t('everybody')),
      groupId: groupId || null,
      language: tag || null,
      quota: quota ? Number(quota) : null,
    }
    const done = await deed.run(() => (kind === 'open' ? makeOpen(wish) : makeSlips(wish, Number(count))))
    if (!done) return
    tell({ text: t(kind === 'open' ? 'linkMade' : 'slipsMade', { label: wish.label, count: Number(count) }) })
    onClose()
  }
  return (
    <Dialog open title={t('newLink')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ChoiceField
          kind="one"
          label={t('linkKind')}
          value={[kind]}
          options={[
            { value: 'open', label: t('kind.open'), help: t('kind.openHelp') },
            { value: 'singleUse', label: t('kind.singleUse'), help: t('kind.singleUseHelp') },
          ]}
          onChange={([next]) => setKind(next === 'singleUse' ? 'singleUse' : 'open')}
        />
        {wave.groups.length > 0 && (
          <SelectField
            label={t('linkGroup')}
            help={t('linkGroupHelp')}
            value={groupId}
            placeholder={t('noGroup')}
            options={wave.groups.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setGroupId(event.target.value)}
          />
        )}
        {wave.languages.length > 1 && (
          <SelectField
            label={t('linkLanguage')}
            help={t('linkLanguageHelp')}
            value={tag}
            placeholder={t('anyLanguage')}
            options={wave.languages.map((one) => ({ value: one, label: nameOf(one) }))}
            onChange={(event) => setTag(event.target.value)}
          />
        )}
        {kind === 'singleUse' && (
          <TextField
            label={t('slipCount')}
            help={t('slipCountHelp')}
            type="number"
            inputMode="numeric"
            min={1}
            max={1000}
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
        )}
        <TextField
          label={t('linkLabel')}
          help={t('linkLabelHelp')}
          optional
          maxLength={200}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        {kind === 'open' && (
          <TextField
            label={t('linkQuota')}
            help={t('linkQuotaHelp')}
            optional
            type="number"
            inputMode="numeric"
            min={1}
            value={quota}
            onChange={(event) => setQuota(event.target.value)}
          />
        )}
        <DeedTrouble deed={deed} />
        <div className={styles.acts}>
          <Button type="submit" variant="primary" busy={deed.busy}>
            {t(kind === 'open' ? 'makeLink' : 'makeSlips', { count: Number(count) || 0 })}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
