import { MEDIA_KINDS } from './model.ts'
import type { Media, MediaKind, Questionnaire } from './model.ts'
import type { Problem } from './problem.ts'
import { mapTexts, textsOf } from './texts.ts'
import type { TextPlace } from './texts.ts'
import { questionsOf } from './walk.ts'

/** Where the files of questions are read, followed by the identifier of one. */
export const MEDIA_PATH = '/api/q/media/'

const KEPT = /^\/api\/q\/media\/([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/

// Only what comes with the page or from its own server: nothing is asked of others.
const OWN = /^(\/(?!\/)|data:(image|audio|video)\/|blob:)/

/** The identifier in the address of a file that is kept with us; undefined for any other text. */
export const mediaId = (address: string): string | undefined => KEPT.exec(address)?.[1]

/** Whether a file can be shown: the bare name of one that is still to be added cannot, and nothing of other servers is. */
export const isShowable = (address: string): boolean => OWN.test(address)

/** The addresses of the files of a questionnaire, all or of some kinds, each once. */
export function mediaOf(questionnaire: Questionnaire, kinds: readonly MediaKind[] = MEDIA_KINDS): string[] {
  const wanted = new Set<string>(kinds)
  const addresses = textsOf(questionnaire).flatMap(([{ part }, texts]) =>
    wanted.has(part) ? Object.values(texts) : [],
  )
  return [...new Set(addresses)]
}

/** The same questionnaire with a file in the place of the name it had, wherever that stands. */
export function withMedia(questionnaire: Questionnaire, name: string, address: string): Questionnaire {
  return mapTexts(questionnaire, (texts, place) => {
    if (!isFile(place) || !Object.values(texts).includes(name)) return texts
    return Object.fromEntries(
      Object.entries(texts).map(([language, text]) => [language, text === name ? address : text]),
    )
  })
}

const isFile = ({ part }: TextPlace): boolean => MEDIA_KINDS.some((kind) => kind === part)

/** Questions and choices with a file that is not there: nobody would see or hear it. */
export function missingFiles({ items, choiceLists }: Questionnaire, isThere = isShowable): Problem[] {
  const missing = (media: Media | undefined): string | undefined =>
    MEDIA_KINDS.flatMap((kind) => Object.values(media?.[kind] ?? {})).find((address) => !isThere(address))
  const problem = (key: string, place: Problem['place'], file: string | undefined, choice?: string): Problem[] =>
    file === undefined
      ? []
      : [{ key, place, code: 'missingFile', detail: { file: file.slice(0, 100), ...(choice && { name: choice }) } }]
  return [
    ...Array.from(questionsOf(items), ([{ key, media }]) => problem(key, 'media', missing(media))),
    ...Object.entries(choiceLists).map(([list, choices]) =>
      choices.flatMap(({ name, media }) => problem(list, 'list', missing(media), name)),
    ),
  ].flat()
}

/** What a file of each kind may be, and its most bytes: whoever answers loads it on a phone. */
export const MEDIA_RULES = {
  image: { types: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 5_000_000 },
  audio: { types: ['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/ogg', 'audio/wav'], maxBytes: 10_000_000 },
  video: { types: ['video/mp4', 'video/webm'], maxBytes: 25_000_000 },
} as const satisfies Record<MediaKind, { types: readonly string[]; maxBytes: number }>
