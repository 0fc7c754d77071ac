import { createContext, use, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { setupI18n, type I18n } from '@lingui/core'
import { withArea, type Catalogs } from './catalogs.ts'
import { makeFormats, type Formats } from './formats.ts'
import type { Language } from './language.ts'

/** The texts of one language: what every page needs is there, an area's texts come when it is opened. */
class Texts {
  readonly i18n: I18n
  readonly formats: Formats
  private readonly coming = new Map<string, Promise<void>>()
  private readonly here = new Set<string>()

  constructor(
    readonly language: Language,
    private readonly catalogs: Catalogs,
  ) {
    this.i18n = setupI18n({ locale: language, messages: { [language]: {} } })
    this.formats = makeFormats(language)
  }

  async loadFirst(): Promise<void> {
    const parts = this.catalogs[this.language].first
    const texts = await Promise.all(parts.map(({ load }) => load()))
    parts.forEach(({ area }, index) => this.i18n.load(this.language, withArea(area, texts[index])))
    for (const { area } of parts) if (!(area in this.catalogs[this.language].areas)) this.here.add(area)
  }

  /** What another language had open: fetched before the change, so that the page does not blink. */
  async loadLike(other: Texts | undefined): Promise<void> {
    await Promise.allSettled(
      [...(other?.here ?? [])].filter((area) => !this.here.has(area)).map((area) => this.load(area)),
    )
  }

  has(area: string): boolean {
    return this.here.has(area)
  }

  /** What a page waits for: nothing once the texts are here. */
  ready(area: string): Promise<void> {
    return this.has(area) ? HERE : this.load(area)
  }

  /** What an area's texts wait for; the same promise also after they came, for React counts on it when it comes back. */
  waiting(area: string): Promise<void> | undefined {
    return this.coming.get(area) ?? (this.here.has(area) ? undefined : this.load(area))
  }

  load(area: string): Promise<void> {
    const known = this.coming.get(area)
    if (known) return known
    const loader = this.catalogs[this.language].areas[area]
    if (!loader) throw new Error(`There are no texts for the area "${area}"`)
    const loading: Promise<void> = loader().then((texts) => {
      this.i18n.load(this.language, withArea(area, texts))
      this.here.add(area)
      // Else the page would be hidden for a moment in another language, and lose the focus.
      Object.assign(loading, SEEN)
    })
    this.coming.set(area, loading)
    loading.catch(() => this.coming.delete(area))
    return loading
  }
}

// So React marks a promise that it has seen settle: waiting for it takes no time.
const SEEN = { status: 'fulfilled', value: undefined }
const HERE = Object.assign(Promise.resolve(), SEEN)

let present: Texts | undefined

/** Starts to fetch an area's texts beside its code, so that neither waits for the other. */
export function preloadTexts(area: string): void {
  if (present && !present.has(area)) present.load(area).catch(() => undefined)
}

const TextsContext = createContext<Texts | undefined>(undefined)

/** Keys of a texts file, from `typeof import('./texts.fr.json')`. */
export type TextKey<File> = Exclude<keyof (File extends { default: infer Content } ? Content : File), 'default'> &
  string

/** Words for a key of the area, with values for its placeholders. */
export type Translate<Key extends string = string> = (key: Key, values?: Record<string, unknown>) => string

const LOADING = { fr: 'Chargement…', nl: 'Laden…', en: 'Loading…' }
const FAILED = {
  fr: ['Les textes de cette page n’ont pas pu être chargés. Rien n’est perdu.', 'Réessayer'],
  nl: ['De teksten van deze pagina konden niet geladen worden. Er gaat niets verloren.', 'Opnieuw proberen'],
  en: ['The texts of this page could not be loaded. Nothing is lost.', 'Try again'],
}

/** Loads the texts of the language and gives them to the page; a change of language keeps the page until they are there. */
export function TextsProvider(props: { language: Language; catalogs: Catalogs; children: ReactNode }) {
  const { language, catalogs, children } = props
  const [texts, setTexts] = useState<Texts>()
  const [failed, setFailed] = useState<Language>()

  useEffect(() => {
    let wanted = true
    const next = new Texts(language, catalogs)
    const load = async () => {
      await next.loadFirst()
      await next.loadLike(present)
    }
    load().then(
      () => {
        if (!wanted) return
        present = next
        setTexts(next)
        document.documentElement.lang = language
      },
      () => wanted && setFailed(language),
    )
    return () => {
      wanted = false
    }
  }, [language, catalogs])

  if (failed === language) {
    const [text, retry] = FAILED[language]
    return (
      <main style={{ padding: 24 }} role="alert">
        <p>{text}</p>
        <button onClick={() => location.reload()}>{retry}</button>
      </main>
    )
  }
  if (!texts) {
    return <output style={{ display: 'block', padding: 24, color: 'var(--ink-soft)' }}>{LOADING[language]}</output>
  }
  return <TextsContext value={texts}>{children}</TextsContext>
}

function useLoaded(): Texts {
  const texts = useContext(TextsContext)
  if (!texts) throw new Error('Texts need a TextsProvider above')
  return texts
}

/**
 * The words of one area and the formats of the reader's language; waits (by Suspense) until the area's texts are there.
 * `const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('cohort')`
 */
export function useTexts<File>(area: string): Formats & { t: Translate<TextKey<File>>; language: Language } {
  const texts = useLoaded()
  const waiting = texts.waiting(area)
  if (waiting) use(waiting)
  return useMemo(() => {
    const { i18n, formats, language } = texts
    return { ...formats, language, t: (key, values) => i18n._(`${area}.${key}`, values) }
  }, [texts, area])
}

/**
 * Looks up words by full id, for keys that are data: an error code, an entry of the navigation. Undefined when there are
 * none, or when their area was not opened yet.
 */
export function useTextById(): (id: string, values?: Record<string, unknown>) => string | undefined {
  const { i18n } = useLoaded()
  return (id, values) => (id in i18n.messages ? i18n._(id, values) : undefined)
}

/** Words that may come a little later without holding up the page: undefined until they are there. */
export function useLateTexts<File>(area: string): Translate<TextKey<File>> | undefined {
  const texts = useLoaded()
  const [, setLoaded] = useState<Texts>()
  useEffect(() => {
    let wanted = true
    if (!texts.has(area))
      texts.load(area).then(
        () => wanted && setLoaded(texts),
        () => undefined,
      )
    return () => {
      wanted = false
    }
  }, [texts, area])
  return texts.has(area) ? (key, values) => texts.i18n._(`${area}.${key}`, values) : undefined
}

export const useLanguage = (): Language => useLoaded().language
