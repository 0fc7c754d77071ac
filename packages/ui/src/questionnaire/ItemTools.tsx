import { Icon, type IconName } from '../Icon.tsx'
import { useTexts } from '../texts.tsx'
import { useEditor } from './editor-context.ts'
import type { Step } from './items.ts'
import type { TreeDeeds } from './useTreeDeeds.ts'
import styles from './Form.module.css'

const STEPS: [Step, IconName, string][] = [
  ['up', 'arrowUp', 'Alt+↑'],
  ['down', 'arrowDown', 'Alt+↓'],
  ['in', 'chevronRight', 'Alt+→'],
  ['out', 'chevronLeft', 'Alt+←'],
]

/** What can be done with the item in hand, for those who use no keys. */
export function ItemTools({ deeds }: { deeds: TreeDeeds }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { chosen } = useEditor()
  const tool = (icon: IconName, words: string, keys: string, deed: () => void, off = false) => (
    <button
      key={words}
      type="button"
      className={styles.tool}
      title={`${words} (${keys})`}
      disabled={off}
      onClick={deed}
    >
      <Icon name={icon} label={words} />
    </button>
  )
  return (
    <div className={styles.tools} role="group" aria-label={t('tools.label')}>
      {STEPS.map(([step, icon, keys]) =>
        tool(icon, t(`tools.${step}`), keys, () => deeds.step(chosen, step), !deeds.canStep(chosen, step)),
      )}
      {tool('copy', t('tools.duplicate'), 'Ctrl+D', deeds.duplicate)}
      {tool('questionnaire', t('tools.copy'), 'Ctrl+C', deeds.copy)}
      {tool('remove', t('tools.remove'), t('tools.deleteKey'), deeds.remove)}
    </div>
  )
}
