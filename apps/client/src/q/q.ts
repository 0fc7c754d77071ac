import type Texts from './texts.fr.json'

// The public questionnaire's own light entry: no framework, nothing kept, nothing sent but the token.
type Language = 'fr' | 'nl' | 'en'
const NAMES: Record<Language, string> = { fr: 'Français', nl: 'Nederlands', en: 'English' }
const load: Record<Language, () => Promise<typeof Texts>> = {
  fr: () => import('./texts.fr.json').then((file) => file.default),
  nl: () => import('./texts.nl.json').then((file) => file.default),
  en: () => import('./texts.en.json').then((file) => file.default),
}
type State = 'loading' | 'closed' | 'offline'

const token = decodeURIComponent(location.pathname.split('/')[2] ?? '')
let language: Language =
  navigator.languages.map((tag) => tag.slice(0, 2)).find((tag): tag is Language => tag in NAMES) ?? 'fr'
let state: State = 'loading'

function el(name: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

async function show(): Promise<void> {
  const t = await load[language]()
  document.documentElement.lang = language
  const languages = el('nav', { 'aria-label': t.language })
  for (const [code, name] of Object.entries(NAMES)) {
    const button = el('button', { type: 'button', lang: code, 'aria-pressed': String(code === language) }, name)
    button.addEventListener('click', () => {
      language = code as Language
      void show().then(() => document.querySelector<HTMLElement>(`nav [lang=${code}]`)?.focus())
    })
    languages.append(button)
  }
  const main = el('main')
  if (state === 'loading') main.append(el('p', { role: 'status' }, t.loading))
  if (state === 'closed')
    main.append(el('h1', {}, t.title), el('p', {}, t.text), el('p', {}, t.todo), el('p', { class: 'soft' }, t.nothing))
  if (state === 'offline') {
    const retry = el('button', { type: 'button', class: 'retry' }, t.retry)
    retry.addEventListener('click', () => void ask())
    main.append(el('h1', {}, t.offlineTitle), el('p', {}, t.offline), retry)
  }
  document.title = `VISES · ${state === 'closed' ? t.title : state === 'offline' ? t.offlineTitle : t.loading}`
  document.getElementById('page')!.replaceChildren(el('header', {}, el('p', {}, 'VISES'), languages), main)
}

async function ask(): Promise<void> {
  state = 'loading'
  await show()
  try {
    const response = await fetch(`/api/q/${encodeURIComponent(token)}`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    state = response.status >= 500 || response.status === 429 ? 'offline' : 'closed'
  } catch {
    state = 'offline'
  }
  await show()
}

void ask()
