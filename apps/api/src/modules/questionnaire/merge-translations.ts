import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { mapTexts, textsOf, written } from '@vises/questionnaire/texts.ts'
import { hashOf } from '@vises/questionnaire/translation.ts'
import type { Design } from './design.ts'

/**
 * A draft written on an older revision, with what was only translated since. Undefined when anything else was saved
 * since, when the row no longer remembers what, or when both changed the same text.
 */
export function withTranslationsSince(
  design: Pick<Design, 'draft' | 'draftRevision' | 'saves'>,
  revision: number,
  draft: Questionnaire,
): Questionnaire | undefined {
  const since = design.saves.filter((save) => save.revision > revision)
  if (revision > design.draftRevision || since.length !== design.draftRevision - revision) return undefined
  // Oldest first: of a text translated twice, what stood before the first counts.
  const before = new Map<string, string>()
  for (const { translated } of since.reverse()) {
    if (!translated) return undefined
    for (const [path, hash] of translated.texts) {
      const place = JSON.stringify([path, translated.language])
      if (!before.has(place)) before.set(place, hash)
    }
  }
  const standing = new Map(textsOf(design.draft).map(([{ path }, texts]) => [path, texts]))
  let bothWrote = false
  const merged = mapTexts(draft, (texts, { path }) => {
    let next = texts
    for (const language of draft.languages) {
      const was = before.get(JSON.stringify([path, language]))
      if (was === undefined) continue
      const [mine, theirs] = [written(texts, language), written(standing.get(path) ?? {}, language)]
      if (mine === theirs) continue
      if (hashOf(mine) !== was) bothWrote = true
      else if (theirs) next = { ...next, [language]: theirs }
      else {
        const { [language]: _gone, ...rest } = next
        next = rest
      }
    }
    return next
  })
  return bothWrote ? undefined : merged
}
