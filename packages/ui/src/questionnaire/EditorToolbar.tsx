import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { SaveState } from '../SaveState.tsx'
import { useTexts } from '../texts.tsx'
import type { DraftState } from './draft-store.ts'
import { useEditor } from './editor-context.ts'
import { useLanguageName } from './language-names.ts'
import styles from './Editor.module.css'

interface EditorToolbarProps {
  state: DraftState
  onTravel: (deed: 'undo' | 'redo') => void
  /** The list of what stands in the way of publishing. */
  list: { id: string; open: boolean; toggle: () => void }
}

/** Back and forth, the language that is written in, what is left to mend, and whether all of it is kept. */
export function EditorToolbar({ state, onTravel, list }: EditorToolbarProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { store, questionnaire, language, writeIn, problems } = useEditor()
  const nameOf = useLanguageName()
  const { languages, baseLanguage } = questionnaire
  return (
    <div className={styles.toolbar}>
      <div className={styles.travel}>
        <button type="button" disabled={!state.canUndo} title={t('undo.undoKeys')} onClick={() => onTravel('undo')}>
          <Icon name="undo" label={t('undo.undo')} />
        </button>
        <button
          type="button"
          disabled={!state.canRedo}
          title={t('undo.redoKeys')}
          className={styles.mirrored}
          onClick={() => onTravel('redo')}
        >
          <Icon name="undo" label={t('undo.redo')} />
        </button>
      </div>
      {languages.length > 1 && (
        <label className={styles.language}>
          <span className={styles.languageWord}>{t('language.write')}</span>
          <select value={language} onChange={(event) => writeIn(event.target.value)}>
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {tag === baseLanguage ? t('language.base', { language: nameOf(tag) }) : nameOf(tag)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button
        variant="quiet"
        icon={problems.length > 0 ? 'alert' : 'check'}
        aria-expanded={list.open}
        aria-controls={list.open ? list.id : undefined}
        onClick={list.toggle}
      >
        {t('problems.count', { count: problems.length })}
      </Button>
      <div className={styles.saved}>
        <SaveState
          status={state.status}
          savedAt={state.savedAt}
          onResolve={state.status === 'failed' ? () => store.retry() : undefined}
        />
      </div>
    </div>
  )
}
