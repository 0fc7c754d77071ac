import { MEDIA_KINDS } from './model.ts'
import type { Choice, Item, LanguageTag, Media, Question, Questionnaire, Texts } from './model.ts'
import { isContainer, questionsOf } from './walk.ts'

/** A place of a questionnaire that holds a text. */
export interface TextPlace {
  /**
   * `form/title`, `item/<key>/label`, `choice/<list>/<name>`: stays the same when the item moves or its words change.
   * Of two items with one key the second is `item/<key>~2/label`.
   */
  path: string
  /** Key of the item, name of the list, or empty. */
  key: string
  part: string
  /** Whether somebody who answers or asks ever reads it. */
  visible: boolean
  /** Read before the first question or after the last: it may go on longer than a label. */
  passage: boolean
}

/** The questionnaire with every text of it, seen or unseen, as `change` answers; what it leaves empty is taken out. */
export function mapTexts(
  questionnaire: Questionnaire,
  change: (texts: Texts, place: TextPlace) => Texts,
): Questionnaire {
  const unique = uniquely()
  const used = listsInUse(questionnaire)
  const part = <T extends object>(holder: T, name: keyof T & string, place: TextPlace): T => {
    const texts = holder[name] as Texts | undefined
    if (!texts) return holder
    const changed = change(texts, place)
    if (changed === texts) return holder
    const { [name]: _gone, ...rest } = holder
    return (Object.keys(changed).length ? { ...holder, [name]: changed } : rest) as T
  }
  const media = <T extends { media?: Media }>(holder: T, path: string, key: string, shown: boolean): T => {
    if (!holder.media) return holder
    let files = holder.media
    for (const name of MEDIA_KINDS)
      files = part(files, name, { path: `${path}/${name}`, key, part: name, visible: false, passage: false })
    const visible = shown && files.image !== undefined
    files = part(files, 'alt', { path: `${path}/alt`, key, part: 'alt', visible, passage: false })
    return files === holder.media ? holder : { ...holder, media: files }
  }
  const item = (given: Item): Item => {
    const { key } = given
    const path = `item/${unique(key)}`
    let changed = given
    for (const name of PARTS) {
      const place = { path: `${path}/${name}`, key, part: name, visible: isSeen(given, name), passage: false }
      changed = part(changed, name as 'label', place)
    }
    if (isContainer(changed)) return { ...changed, items: changed.items.map(item) }
    return media(changed, path, key, isAsked(changed))
  }
  const list = (name: string, choices: readonly Choice[]): Choice[] => {
    const uniqueChoice = uniquely()
    return choices.map((choice) => {
      const path = `choice/${encodeURIComponent(name)}/${uniqueChoice(encodeURIComponent(choice.name))}`
      const place = { path, key: name, part: 'label', visible: used.has(name), passage: false }
      return media(part(choice, 'label', place), path, name, place.visible)
    })
  }

  let changed = questionnaire
  for (const name of ['title', 'introduction', 'thanks'] as const) {
    const place = { path: `form/${name}`, key: '', part: name, visible: true, passage: name !== 'title' }
    changed = part(changed, name, place)
  }
  return {
    ...changed,
    choiceLists: Object.fromEntries(
      Object.entries(questionnaire.choiceLists).map(([name, choices]) => [name, list(name, choices)]),
    ),
    items: questionnaire.items.map(item),
  }
}

/** Every text with its place, in the order people meet them: the form, its items, the lists. */
export function textsOf(questionnaire: Questionnaire): [TextPlace, Texts][] {
  const found: [TextPlace, Texts][] = []
  const choices: [TextPlace, Texts][] = []
  mapTexts(questionnaire, (texts, place) => {
    const group = place.path.startsWith('choice/') ? choices : found
    group.push([place, texts])
    return texts
  })
  return [...found.filter(isForm), ...found.filter((entry) => !isForm(entry)), ...choices]
}

const isForm = ([{ path }]: [TextPlace, Texts]): boolean => path.startsWith('form/')

/** A text in a language: else of the language it is a variant of, else of the base language, else in any. */
export function textIn(
  texts: Texts | undefined,
  language: LanguageTag,
  { baseLanguage, languages }: Pick<Questionnaire, 'baseLanguage' | 'languages'>,
): string {
  if (!texts) return ''
  for (const tag of [language, ...variantOf(language), baseLanguage, ...languages]) {
    const text = written(texts, tag)
    if (text) return text
  }
  return ''
}

/** The languages a tag is a variant of, nearest first: `fr-BE-x-plain` -> `fr-BE`, `fr`. */
export function variantOf(language: LanguageTag): LanguageTag[] {
  const [plain = '', extension] = language.split('-x-')
  const parts = plain.split('-')
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
  return extension === undefined ? tags.slice(1) : tags
}

/** The text of one language, empty when nothing stands there but blanks. */
export function written(texts: Texts, language: LanguageTag): string {
  const text = Object.hasOwn(texts, language) ? texts[language] : undefined
  return text?.trim() ? text : ''
}

const PARTS = [
  'label',
  'hint',
  'guidance',
  'requiredMessage',
  'constraintMessage',
  'lowLabel',
  'highLabel',
  'thenLabel',
  'nowLabel',
]

const SCALES = ['scale', 'agreement', 'thenNow']

function isSeen(item: Item, part: string): boolean {
  if (isContainer(item)) return true
  if (!isAsked(item)) return false
  if (part === 'requiredMessage') return item.required !== undefined && item.required !== false
  if (part === 'constraintMessage') return item.constraint !== undefined && item.constraint.trim() !== ''
  if (part === 'lowLabel' || part === 'highLabel') return SCALES.includes(item.kind)
  if (part === 'thenLabel' || part === 'nowLabel') return item.kind === 'thenNow'
  return true
}

const isAsked = ({ kind }: Question): boolean => kind !== 'calculated' && kind !== 'hidden'

function listsInUse(questionnaire: Questionnaire): Set<string> {
  const names = new Set<string>()
  for (const [question] of questionsOf(questionnaire.items))
    if (isAsked(question)) for (const name of [question.choices, question.rows]) if (name !== undefined) names.add(name)
  return names
}

function uniquely(): (name: string) => string {
  const seen = new Map<string, number>()
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}~${count}`
  }
}
