import { type Entry, isQuestion, type Layout, MENTION, namesOf } from '../layout.ts'
import type { Question, Texts } from '../model.ts'
import type { Problem } from '../problem.ts'

const TEXTS = ['label', 'hint', 'guidance', 'requiredMessage', 'constraintMessage'] as const

/** Texts that mention answers which do not exist, or of which there are several. */
export function mentionProblems(layout: Layout): Problem[] {
  const names = namesOf(layout)
  return layout.entries.flatMap((entry) => {
    const seen = new Set<string>()
    return textsOf(entry).flatMap(([property, texts]) =>
      Object.entries(texts).flatMap(([language, text]) =>
        [...text.matchAll(MENTION)].flatMap(([, name]): Problem[] => {
          const code = reason(names.get(name!)?.entry, names.get(name!)?.part, entry)
          if (!code || seen.has(name!)) return []
          seen.add(name!)
          return [{ key: entry.item.key, place: 'label', code, detail: { name: name!, property, language } }]
        }),
      ),
    )
  })
}

const textsOf = ({ item }: Entry) =>
  TEXTS.flatMap((property) => {
    const texts = (item as Question)[property] as Texts | undefined
    return texts ? [[property, texts] as const] : []
  })

function reason(mentioned: Entry | undefined, part: string | undefined, by: Entry): Problem['code'] | undefined {
  if (!mentioned) return 'unknownReference'
  const { item, repeats } = mentioned
  if (!isQuestion(item) || item.kind === 'note') return 'notQuestion'
  if (part === undefined && (item.kind === 'thenNow' || item.kind === 'matrix')) return 'wholeReference'
  // a repeat's own title stands outside its rows
  return repeats.every((repeat, at) => by.repeats[at] === repeat) ? undefined : 'outsideRepeat'
}
