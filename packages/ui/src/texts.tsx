import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { setupI18n, type I18n } from '@lingui/core'
import { loadMessages, type Catalogs } from './catalogs.ts'
import { makeFormats, type Formats } from './formats.ts'
import type { Language } from './language.ts'

interface LoadedTexts {
  language: Language
  i18n: I18n
  formats: Formats
}

const TextsContext = createContext<LoadedTexts | undefined>(undefined)

/** Keys of a texts file, from `typeof import('./texts.fr.json')`. */
export type TextKey<File> = Exclude<keyof (File extends { default: infer Content } ? Content : File), 'default'> & string

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
  const [loaded, setLoaded] = useState<LoadedTexts>()
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let wanted = true
    setFailed(false)
    loadMessages(catalogs, language).then(
      (messages) => {
        if (!wanted) return
        const i18n = setupI18n({ locale: language, messages: { [language]: messages } })
        setLoaded({ language, i18n, formats: makeFormats(language) })
        document.documentElement.lang = language
      },
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
    }
  }, [language, catalogs])

  if (failed) {
    const [text, retry] = FAILED[language]
    return (
      <main style={{ padding: 24 }} role="alert">
        <p>{text}</p>
        <button onClick={() => location.reload()}>{retry}</button>
      </main>
    )
  }
  if (!loaded) {
    return (
      <p style={{ padding: 24, margin: 0, color: 'var(--ink-soft)' }} role="status">
        {LOADING[language]}
      </p>
    )
  }
  return <TextsContext value={loaded}>{children}</TextsContext>
}

/** The words of one area and the formats of the reader's language. */
export function useTexts<File>(area: string): Formats & { t: Translate<TextKey<File>>; language: Language } {
  const loaded = useContext(TextsContext)
  if (!loaded) throw new Error('useTexts needs a TextsProvider above it')
  return useMemo(() => {
    const { i18n, formats, language } = loaded
    return { ...formats, language, t: (key, values) => i18n._(`${area}.${key}`, values) }
  }, [loaded, area])
}

/** Looks up words by full id, for keys that are data: a glossary word, an error code. Undefined when there are none. */
export function useTextById(): (id: string, values?: Record<string, unknown>) => string | undefined {
  const loaded = useContext(TextsContext)
  if (!loaded) throw new Error('useTextById needs a TextsProvider above it')
  const { i18n } = loaded
  return (id, values) => (id in i18n.messages ? i18n._(id, values) : undefined)
}

export function useLanguage(): Language {
  const loaded = useContext(TextsContext)
  if (!loaded) throw new Error('useLanguage needs a TextsProvider above it')
  return loaded.language
}
