import { useTexts } from '@vises/ui/texts.tsx'
import type { Count } from './useWave.ts'

/** A count as it may be told: exactly, "5 or more", or "fewer than 5". */
export function useCountWords() {
  const { t, formatNumber } = useTexts<typeof import('./texts.fr.json')>('collection')
  const number = ({ count, atLeast }: Count): string => {
    if (count !== null) return formatNumber(count)
    return atLeast > 0 ? t('atLeast', { count: atLeast }) : t('fewerThan5')
  }
  const answers = (answered: Count): string =>
    answered.count === null ? t('answersBanded', { number: number(answered) }) : t('answers', { count: answered.count })
  return { number, answers }
}
