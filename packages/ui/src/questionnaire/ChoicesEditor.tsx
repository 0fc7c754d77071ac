import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { textIn } from '@vises/questionnaire/texts.ts'
import { Button } from '../Button.tsx'
import { Icon, type IconName } from '../Icon.tsx'
import { useTexts } from '../texts.tsx'
import { useEditor } from './editor-context.ts'
import { MediaParts } from './MediaParts.tsx'
import { useList } from './useList.ts'
import { useTakeBack } from './useTakeBack.ts'
import styles from './Choices.module.css'

interface ChoicesEditorProps {
  list: string
  /** "Possible answers", "Rows". */
  label: string
  /** What one of them is called: "answer", "row". */
  one: string
  /** "Add an answer". */
  adding: string
  place: 'choices' | 'rows'
  /** Whether an answer can exclude the others. */
  exclusive?: boolean
  /** Whether an answer can have a picture. */
  pictures?: boolean
  /** Further columns that a choice filter reads. */
  columns?: string[]
}

const AT_ONCE = 100
const PICTURE = ['image'] as const

/** A list written line by line: Enter adds one, pasted lines become several, Alt and an arrow moves. */
export function ChoicesEditor({
  list,
  label,
  one,
  adding,
  place,
  exclusive = false,
  pictures = false,
  columns = [],
}: ChoicesEditorProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, language, published } = useEditor()
  const { choices, add, write, writeLines, setExclusive, setMedia, setColumn, remove, move } = useList(list)
  const takeBack = useTakeBack()
  const [shown, setShown] = useState(AT_ONCE)
  const [focus, setFocus] = useState<string>()
  const [pictured, setPictured] = useState<string>()
  const rows = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (focus === undefined) return
    rows.current?.querySelector<HTMLElement>(`[data-choice="${CSS.escape(focus)}"]`)?.focus()
    setFocus(undefined)
  }, [focus, choices])

  const take = (name: string, at: number) => {
    const neighbour = choices[at - 1]?.name ?? choices[at + 1]?.name
    const deed = () => {
      remove(name)
      setFocus(neighbour)
    }
    // An empty line comes back by a key; what was written, or answered, is offered.
    if (published.choices.get(list)?.has(name)) takeBack(t('choices.removedPublished'), deed)
    else if (Object.keys(choices[at]?.label ?? {}).length > 0) takeBack(t('choices.removed'), deed)
    else deed()
  }
  const onKeyDown = (event: KeyboardEvent, name: string, at: number) => {
    const act = (deed: () => void) => {
      event.preventDefault()
      deed()
    }
    if (event.nativeEvent.isComposing) return
    // An empty line below waits to be written already.
    const next = choices[at + 1]
    const waits = next && Object.keys(next.label).length === 0
    if (event.key === 'Enter') return act(() => setFocus(waits ? next.name : add(at + 1, [''])))
    if (event.altKey && event.key === 'ArrowUp') return act(() => move(name, -1))
    if (event.altKey && event.key === 'ArrowDown') return act(() => move(name, 1))
    if (event.key === 'ArrowUp') return act(() => setFocus(choices[at - 1]?.name ?? name))
    if (event.key === 'ArrowDown') return act(() => setFocus(next?.name ?? name))
    const empty = (event.target as HTMLInputElement).value === ''
    if (event.key === 'Backspace' && empty && choices.length > 1) act(() => take(name, at))
  }
  const onPaste = (event: ClipboardEvent, name: string) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean)
    if (lines.length < 2) return
    event.preventDefault()
    setShown((count) => Math.max(count, choices.length + lines.length))
    setFocus(writeLines(name, lines))
  }

  return (
    <fieldset className={styles.list} data-place={place}>
      <legend>{label}</legend>
      <ol ref={rows}>
        {choices.slice(0, shown).map((choice, at) => {
          const name = t('choices.one', { one, n: at + 1 })
          const small = (icon: IconName, words: string, deed: () => void, off = false) => (
            <button type="button" className={styles.small} title={words} disabled={off} onClick={deed}>
              <Icon name={icon} size={18} label={`${words}: ${name}`} />
            </button>
          )
          return (
            <li key={choice.name}>
              <input
                data-choice={choice.name}
                aria-label={name}
                lang={language}
                dir="auto"
                className={styles.input}
                maxLength={2000}
                value={choice.label[language] ?? ''}
                placeholder={textIn(choice.label, language, questionnaire) || t('choices.empty')}
                onChange={(event) => write(choice.name, event.target.value)}
                onKeyDown={(event) => onKeyDown(event, choice.name, at)}
                onPaste={(event) => onPaste(event, choice.name)}
              />
              {exclusive && (
                <button
                  type="button"
                  className={styles.small}
                  title={t('choices.exclusive')}
                  aria-pressed={!!choice.exclusive}
                  onClick={() => setExclusive(choice.name, !choice.exclusive)}
                >
                  <Icon name="flag" size={18} label={`${t('choices.exclusive')}: ${name}`} />
                </button>
              )}
              {pictures && (
                <button
                  type="button"
                  className={styles.small}
                  title={t('choices.picture')}
                  aria-pressed={!!choice.media}
                  aria-expanded={pictured === choice.name}
                  onClick={() => setPictured(pictured === choice.name ? undefined : choice.name)}
                >
                  <Icon name="picture" size={18} label={`${t('choices.picture')}: ${name}`} />
                </button>
              )}
              {small('arrowUp', t('choices.up'), () => move(choice.name, -1), at === 0)}
              {small('arrowDown', t('choices.down'), () => move(choice.name, 1), at === choices.length - 1)}
              {small('remove', t('choices.remove'), () => take(choice.name, at))}
              {columns.map((column) => (
                <label key={column} className={styles.column}>
                  {column}
                  <input
                    aria-label={t('choices.column', { column, one: name })}
                    className={styles.input}
                    value={choice.columns?.[column] ?? ''}
                    onChange={(event) => setColumn(choice.name, column, event.target.value)}
                  />
                </label>
              ))}
              {pictured === choice.name && (
                <div className={styles.picture}>
                  <MediaParts media={choice.media} kinds={PICTURE} onChange={(media) => setMedia(choice.name, media)} />
                </div>
              )}
              {choice.exclusive && <span className={styles.note}>{t('choices.isExclusive')}</span>}
            </li>
          )
        })}
      </ol>
      <div className={styles.acts}>
        <Button variant="quiet" icon="plus" onClick={() => setFocus(add(choices.length, ['']))}>
          {adding}
        </Button>
        {choices.length > shown && (
          <Button variant="quiet" onClick={() => setShown(shown + AT_ONCE)}>
            {t('choices.more', { count: choices.length - shown })}
          </Button>
        )}
      </div>
      <p className={styles.help}>{t('choices.help')}</p>
    </fieldset>
  )
}
