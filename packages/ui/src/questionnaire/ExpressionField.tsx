import { useMemo, useState } from 'react'
import { parse } from '@vises/questionnaire/expression/grammar.parser.js'
import type { ExpressionPlace } from '@vises/questionnaire/compiled.ts'
import type { Problem } from '@vises/questionnaire/problem.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { walk } from '@vises/questionnaire/walk.ts'
import { Field, SelectField } from '../Field.tsx'
import { useTexts } from '../texts.tsx'
import { useEditor } from './editor-context.ts'
import { namesIn, namesOf } from './keys.ts'
import { useDraftProblemWords } from './draft-problem-words.ts'
import styles from './Form.module.css'

interface ExpressionFieldProps {
  itemKey: string
  place: ExpressionPlace
  label: string
  help?: string
  value: string
  onChange: (value: string) => void
}

/** An expression as text: what is wrong with it while it is written, and the questions it speaks of in words. */
export function ExpressionField({ itemKey, place, label, help, value, onChange }: ExpressionFieldProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, problems, language } = useEditor()
  const sentence = useDraftProblemWords(questionnaire, language)
  const [choosing, setChoosing] = useState(false)
  const names = namesIn(value)
  // The words of all questions are looked up when somebody wants them.
  const labels = useMemo(() => {
    const found = new Map<string, string>()
    if (names.length === 0 && !choosing) return found
    for (const [item] of walk(questionnaire.items)) {
      const text = textIn(item.label, language, questionnaire)
      for (const name of namesOf(item, questionnaire)) found.set(name, text)
    }
    return found
  }, [questionnaire, language, names.length, choosing])
  const spoken = [...new Set(names)].filter((name) => labels.has(name))
  const problem =
    syntaxProblem(itemKey, place, value) ?? problems.find((one) => one.key === itemKey && one.place === place)
  return (
    <div data-place={place}>
      <Field label={label} help={help} error={problem && value.trim() ? sentence(problem).what : undefined}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            spellCheck={false}
            autoCapitalize="off"
            className={styles.code}
            maxLength={4000}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {spoken.length > 0 && (
        <div className={styles.live}>
          <ul>
            {spoken.map((name) => (
              <li key={name}>
                <code>{`\${${name}}`}</code> {labels.get(name)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <SelectField
        label={t('expression.insert')}
        value=""
        placeholder={t('expression.choose')}
        required={false}
        onFocus={() => setChoosing(true)}
        options={choosing ? [...labels].map(([name, text]) => ({ value: name, label: `${name} · ${text}` })) : []}
        onChange={(event) =>
          event.target.value && onChange(`${value}${value && !/\s$/.test(value) ? ' ' : ''}\${${event.target.value}}`)
        }
      />
    </div>
  )
}

/** What the parser says at once; everything else waits for the check of the whole. */
function syntaxProblem(key: string, place: ExpressionPlace, text: string): Problem | undefined {
  if (text.trim() === '') return undefined
  try {
    parse(text)
    return undefined
  } catch (error) {
    const { found, location } = error as { found?: string | null; location?: { start: { offset: number } } }
    return { key, place, code: 'syntax', detail: { at: location?.start.offset ?? 0, found: found ?? '' } }
  }
}
