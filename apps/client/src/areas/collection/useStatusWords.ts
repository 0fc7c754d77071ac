import { useTexts } from '@vises/ui/texts.tsx'
import type { Wave } from './useWave.ts'

/** Where a collection stands, and what happens next, in one or two sentences. */
export function useStatusWords(): (
  wave: Pick<Wave, 'status' | 'openedAt' | 'closedAt' | 'opensOn' | 'closesOn'>,
) => string {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('collection')
  return ({ status, openedAt, closedAt, opensOn, closesOn }) => {
    if (status === 'planned') {
      if (openedAt && opensOn) return t('next.opensOn', { day: formatDay(opensOn) })
      return opensOn ? t('next.plannedFor', { day: formatDay(opensOn) }) : t('next.planned')
    }
    if (status === 'open') return closesOn ? t('next.openUntil', { day: formatDay(closesOn) }) : t('next.open')
    if (closedAt) return t('next.closedOn', { day: formatDay(closedAt) })
    return t('next.lastDayOver', { day: closesOn ? formatDay(closesOn) : '' })
  }
}
