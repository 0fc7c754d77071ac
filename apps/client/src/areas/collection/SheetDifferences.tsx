import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '@vises/schema/client'
import type { Answers, Questionnaire } from '@vises/questionnaire/model.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { questionsOf } from '@vises/questionnaire/walk.ts'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { answerLines } from '@vises/ui/questionnaire/answer-words.ts'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Collection.module.css'
import type { Sheet } from './SheetsPage.tsx'
import { useContent } from './useContent.ts'
import type { Wave } from './useWave.ts'

const CollectionPage_ResolveSheet = graphql(`
  mutation CollectionPage_ResolveSheet($id: ID!, $answers: JsonValue!) {
    resolvePaper(entryId: $id, answers: $answers) {
      problem
      faults {
        path
        code
      }
    }
  }
`)

interface SheetDifferencesProps {
  sheet: Sheet
  wave: Wave
  onDone: () => unknown
  onDiscard: (sheet: Sheet) => void
}

type Which = 'first' | 'second'

/** What two people typed of one sheet, side by side: whoever has the sheet in hand says which is right. */
export function SheetDifferences({ sheet, wave, onDone, onDiscard }: SheetDifferencesProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { content } = useContent(wave.questionnaireId, wave.version)
  const [chosen, setChosen] = useState<Record<string, Which>>({})
  const [resolve, { loading, error, data }] = useMutation(CollectionPage_ResolveSheet)
  const tell = useUndo()
  if (!content) return <Skeleton kind="table" rows={3} />
  const problem = data?.resolvePaper.problem
  const all = sheet.differences.every(({ key }) => chosen[key])
  const decide = async () => {
    const answers: Record<string, unknown> = { ...(sheet.agreed as Answers) }
    for (const { key, first, second } of sheet.differences) {
      const value = chosen[key] === 'first' ? first : second
      if (value !== null) answers[key] = value
    }
    const answer = await resolve({ variables: { id: sheet.id, answers } }).catch(() => undefined)
    if (!answer?.data || answer.data.resolvePaper.problem) return
    tell({ text: t('sheetResolved', { sheet: sheet.sheet }) })
    await onDone()
  }
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        if (all && !loading) void decide()
      }}
    >
      <h3>{t('sheetDiffers', { sheet: sheet.sheet, count: sheet.differences.length })}</h3>
      <div className={styles.table}>
        <table>
          <caption className={styles.note}>{t('differsHelp')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('question')}</th>
              <th scope="col">{t('typedBy', { name: sheet.firstByName })}</th>
              <th scope="col">{t('typedBy', { name: sheet.secondByName ?? '' })}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.differences.map(({ key, first, second }) => (
              <tr key={key}>
                <th scope="row">{labelOf(content, key, language)}</th>
                {(['first', 'second'] as const).map((which) => (
                  <td key={which}>
                    <label className={styles.which}>
                      <input
                        type="radio"
                        name={`${sheet.id} ${key}`}
                        required
                        checked={chosen[key] === which}
                        onChange={() => setChosen({ ...chosen, [key]: which })}
                      />
                      <span>
                        {wordsOf(content, key, which === 'first' ? first : second, language) || t('leftEmpty')}
                      </span>
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problem && (
        <Notice tone="warning" live="assertive">
          {t(`enterProblem.${problem}`)}
        </Notice>
      )}
      {error && <FailedState error={error} />}
      <div className={styles.acts}>
        <Button type="submit" variant="primary" busy={loading} disabled={!all}>
          {t('takeSheet')}
        </Button>
        <Button variant="quiet" icon="remove" onClick={() => onDiscard(sheet)}>
          {t('discardNow')}
        </Button>
      </div>
    </form>
  )
}

/** The words of a question; the text beside "other" is told with its question. */
function labelOf(content: Questionnaire, key: string, language: string): string {
  const own = key.replace(/_other$/, '')
  const found = [...questionsOf(content.items)].find(([question]) => question.key === key || question.key === own)
  return (found && textIn(found[0].label, language, content)) || key
}

function wordsOf(content: Questionnaire, key: string, value: unknown, language: string): string {
  if (value === null || value === undefined) return ''
  const [line] = answerLines(content, { [key]: value } as Answers, language)
  return line?.[1] ?? (typeof value === 'string' ? value : JSON.stringify(value))
}
