import { useTexts } from '../texts.tsx'
import type { Cell, Line, QuestionResult, Results } from './useResults.ts'

/** A text of the questionnaire in the reader's language, else in the one it was written in. */
export const textIn = (texts: unknown, language: string, base: string): string => {
  const words = (texts ?? {}) as Record<string, string>
  return words[language] || words[base] || Object.values(words)[0] || ''
}

/** A longer list of groups is not read: forty territories. */
const MOST_NAMED = 8

/** The words for everything a results page shows. */
export function useResultWords(results: Results) {
  const { t, language, formatNumber, formatPercent, formatList } =
    useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const say = (texts: unknown) => textIn(texts, language, results.baseLanguage)

  const choice = (question: QuestionResult, value: string): string => {
    if (value === '@none') return t('noAnswer')
    if (value === '@others') return t(question.picture === 'map' ? 'map.others' : 'otherValues')
    const found = question.choices.find((one) => one.value === value)
    return (found && say(found.label)) || value
  }
  const range = ({ from, to }: Cell): string | undefined => {
    const [low, high] = [from ?? undefined, to ?? undefined]
    if (low === undefined && high === undefined) return undefined
    if (low === undefined) return t('upTo', { high: formatNumber(high!) })
    if (high === undefined) return t('from', { low: formatNumber(low) })
    return low === high ? formatNumber(low) : t('between', { low: formatNumber(low), high: formatNumber(high) })
  }
  return {
    question: (question: QuestionResult) => say(question.label) || question.key,
    choice,
    /** What a cell counts: one value, a range, or several values told together. */
    cell: (question: QuestionResult, cell: Cell): string =>
      range(cell) ??
      formatList(
        cell.values.map((value) => choice(question, value)),
        'or',
      ),
    part: (question: QuestionResult, part: string): string => {
      const found = question.parts.find(({ value }) => value === part)
      if (found) return say(found.label)
      if (part === 'then' || part === 'now' || part === 'change') return t(`part.${part}`)
      return part
    },
    group: ({ by, groups }: Line): string => {
      const one = (value: string) => {
        const found = results.groups.find((group) => group.value === value)
        return found ? (found.name ?? say(found.label)) : value === '' ? t('withoutGroup') : value
      }
      if (by === '') return t('everybody')
      if (by !== '@rest') return one(by)
      return groups.length > MOST_NAMED
        ? t('togetherMany', { count: groups.length })
        : t('together', { groups: formatList(groups.map(one)) })
    },
    count: (question: QuestionResult, { count, share, atLeast, largest }: Cell): string => {
      if (count === null || count === undefined) return atLeast ? t('atLeast', { count: atLeast }) : t('notShown')
      const told = share === null || share === undefined ? String(count) : `${count} (${formatPercent(share)})`
      return largest && atLeast
        ? `${told}, ${t('ofThese', { count: atLeast, choice: choice(question, largest) })}`
        : told
    },
    /** How many answered and why the others did not: under every picture. */
    base: ({ n, missing, declined, notAsked }: Line): string =>
      n === null || n === undefined
        ? t('baseHidden')
        : [
            t('base.n', { count: n }),
            missing === null || missing === undefined ? t('base.missingHidden') : t('base.missing', { count: missing }),
            declined ? t('base.declined', { count: declined }) : undefined,
            notAsked ? t('base.notAsked', { count: notAsked }) : undefined,
          ]
            .filter(Boolean)
            .join(' · '),
  }
}

export type ResultWords = ReturnType<typeof useResultWords>
