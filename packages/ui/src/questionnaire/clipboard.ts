import type { Copied } from './edits.ts'

const NAME = 'vises-copied-question'

/** Keeps copied questions for any questionnaire of this browser, until the next copy or the end of the session. */
export function keepCopied(copied: Copied): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(copied))
  } catch {
    // Without storage there is nothing to paste.
  }
}

export function readCopied(): Copied | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Copied | null) ?? undefined
  } catch {
    return undefined
  }
}
