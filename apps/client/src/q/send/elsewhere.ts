import type { Draft } from '../keep/drafts.ts'
import { deriveSecret, newSecret, pack, sealJson, unpack, unsealJson } from '../keep/secret.ts'
import { deleteDraft, loadDraft, saveDraft } from './api.ts'
import type { Closed } from './api.ts'

// An unfinished answer on its way to another device: sealed here, its key only in the address that the person takes along.
const PURPOSE = 'vises-q elsewhere'

/** The address under which the unfinished answer opens on another device. */
export const addressOf = (token: string, secret: string): string => `${location.origin}/q/#${token}.${secret}`

export type Carried = { secret: string; until: string } | { problem: Closed | 'tooLarge' }

/** Leaves a sealed copy on the server, or renews it. */
export async function carry(token: string, draft: Draft): Promise<Carried> {
  const secret = draft.elsewhere?.secret ?? newSecret()
  const derived = await deriveSecret(secret, PURPOSE)
  // The copy does not hold its own secret, nor what belongs to this device only.
  const { elsewhere: _, sending: __, ...content } = draft
  const answer = await saveDraft(token, derived.name, pack(await sealJson(derived, content)))
  return /^\d{4}-/.test(answer) ? { secret, until: answer } : { problem: answer as Closed | 'tooLarge' }
}

/** Takes the copy up again; undefined when there is none (any more), or when the address is not its own. */
export async function takeUp(token: string, secret: string): Promise<Draft | undefined> {
  const derived = await deriveSecret(secret, PURPOSE)
  const content = await loadDraft(token, derived.name)
  if (content === undefined) return undefined
  return unsealJson<Draft>(derived, unpack(content)).catch(() => undefined)
}

/** The name under which the server keeps the copy. */
export const draftNameOf = async (secret: string): Promise<string> => (await deriveSecret(secret, PURPOSE)).name

export const leaveNothing = async (token: string, secret: string): Promise<void> =>
  deleteDraft(token, await draftNameOf(secret))
