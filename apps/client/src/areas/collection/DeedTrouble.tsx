import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import type { Deed } from './useDeed.ts'

/** Why a deed was not done, and what to do about it. */
export function DeedTrouble({ deed: { problem, error } }: { deed: Deed }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  return (
    <>
      {problem && (
        <Notice tone="warning" live="assertive">
          {t(`problem.${problem}`)}
        </Notice>
      )}
      {error !== undefined && <FailedState error={error} />}
    </>
  )
}
