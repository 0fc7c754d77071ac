import { isSameData } from './diff.ts'
import type { Item, Questionnaire } from './model.ts'
import { walk } from './walk.ts'

/** What a key meant in a published version: by the key in small letters. */
export type PublishedKeys = Readonly<Record<string, { key: string; kind: Item['kind']; repeats: string }>>

/** A key that already means something else in a published version. */
export interface ReusedKey {
  key: string
  place: 'key'
  code: 'keyReused'
  detail: { published: string; was: string; repeats: string }
}

/** What every key of a questionnaire means: its kind, and the repeats whose rows its answers stand in. */
export function keysOf(questionnaire: Questionnaire): PublishedKeys {
  return Object.fromEntries(
    [...walk(questionnaire.items)].map(([item, within]) => [
      item.key.toLowerCase(),
      {
        key: item.key,
        kind: item.kind,
        repeats: within.flatMap((one) => (one.kind === 'repeat' ? [one.key] : [])).join('/'),
      },
    ]),
  )
}

/** Keys that mean another kind of thing than in a version already published; the answers of both would share a column. */
export function reusedKeys(published: PublishedKeys, questionnaire: Questionnaire): ReusedKey[] {
  return Object.entries(keysOf(questionnaire)).flatMap(([name, now]): ReusedKey[] => {
    const then = Object.hasOwn(published, name) ? published[name] : undefined
    if (!then) return []
    const same =
      then.key === now.key && isSameData(then.kind, now.kind) && (then.repeats === now.repeats || isFrame(now.kind))
    if (same) return []
    const detail = { published: then.key, was: then.kind, repeats: then.repeats }
    return [{ key: now.key, place: 'key', code: 'keyReused', detail }]
  })
}

const isFrame = (kind: Item['kind']): boolean => kind === 'group' || kind === 'page' || kind === 'note'
