import { LANGUAGES, type Language } from './language.ts'
import type { Messages } from '@lingui/core'

type Loader = () => Promise<unknown>
type Files = Record<string, Loader>

/** Where the texts of each language are: loaders by area; `first` is what every page needs. */
export type Catalogs = Record<Language, { first: { area: string; load: Loader }[]; areas: Record<string, Loader> }>

interface Found {
  /** Loaded with the first page: files of one area. */
  first?: { area: string; files: Files }[]
  /** Only the navigation's words of areas, loaded with the first page: `import.meta.glob(…, { query: '?nav' })`. */
  nav?: Files
  /** Loaded when the area is opened; the folder gives its name. */
  areas: Files
}

/** Sorts the files that an app found with `import.meta.glob('…/texts.*.json', { import: 'default' })`. */
export function catalogsOf({ first = [], nav = {}, areas }: Found): Catalogs {
  const catalogs: Catalogs = {
    fr: { first: [], areas: {} },
    nl: { first: [], areas: {} },
    en: { first: [], areas: {} },
  }
  const named = [...first, { area: 'ui', files: SHARED }, { area: 'glossary', files: GLOSSARY }]
  for (const { area, files } of named) each(files, (language, _, load) => catalogs[language].first.push({ area, load }))
  each(nav, (language, area, load) => catalogs[language].first.push({ area, load }))
  each({ ...SHARED_AREAS, ...areas }, (language, area, load) => (catalogs[language].areas[area] = load))
  return catalogs
}

function each(files: Files, take: (language: Language, area: string, load: Loader) => void): void {
  for (const [file, load] of Object.entries(files)) {
    const [folder = '', name = ''] = file.split('/').slice(-2)
    const language = LANGUAGES.find((one) => name.startsWith(`texts.${one}.json`))
    if (language) take(language, folder, load)
  }
}

const SHARED = import.meta.glob('./texts.*.json', { import: 'default' })
const GLOSSARY = import.meta.glob('./glossary/texts.*.json', { import: 'default' })
const SHARED_AREAS = import.meta.glob(
  [
    './auth/texts.*.json',
    './evaluation/texts.*.json',
    './files/texts.*.json',
    './questionnaire/texts.*.json',
    './results/figures/texts.*.json',
    './glossary/meanings/texts.*.json',
  ],
  { import: 'default' },
)

/** Messages with ids `<area>.<key>`. */
export function withArea(area: string, texts: unknown): Messages {
  return Object.fromEntries(Object.entries(texts as Messages).map(([key, message]) => [`${area}.${key}`, message]))
}
