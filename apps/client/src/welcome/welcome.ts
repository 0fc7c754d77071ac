import type Texts from './texts.fr.json'

// The first page, without any framework: its words, and two ways in.
type Language = 'fr' | 'nl' | 'en'
const NAMES: Record<Language, string> = { fr: 'Français', nl: 'Nederlands', en: 'English' }
const load: Record<Language, () => Promise<typeof Texts>> = {
  fr: () => import('./texts.fr.json').then((file) => file.default),
  nl: () => import('./texts.nl.json').then((file) => file.default),
  en: () => import('./texts.en.json').then((file) => file.default),
}
const isLanguage = (value: unknown): value is Language => typeof value === 'string' && value in NAMES

function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  return [asked, ...navigator.languages.map((tag) => tag.slice(0, 2))].find(isLanguage) ?? 'fr'
}

/** An element from its name, classes or attributes, and its children; words are never read as HTML. */
function el(name: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

function mark(phase: 1 | 2 | 3): Node {
  return el('span', { class: `mark mark${phase}`, 'aria-hidden': 'true' }, el('span', {}, String(phase)))
}

function door(href: string, title: string, text: string): Node {
  return el('a', { class: 'door', href }, el('span', { class: 'door-title' }, title), el('span', {}, text))
}

async function show(language: Language): Promise<void> {
  const t = await load[language]()
  document.documentElement.lang = language
  document.title = `VISES · ${t.lead}`
  const languages = el('nav', { 'aria-label': t.language, class: 'languages' })
  for (const [code, name] of Object.entries(NAMES)) {
    const link = el('a', { href: `?lang=${code}`, lang: code, hreflang: code }, name)
    if (code === language) link.setAttribute('aria-current', 'true')
    link.addEventListener('click', (event) => {
      event.preventDefault()
      history.replaceState(null, '', `?lang=${code}`)
      void show(code as Language).then(() => document.querySelector<HTMLElement>(`.languages [lang=${code}]`)?.focus())
    })
    languages.append(link)
  }
  document
    .getElementById('page')!
    .replaceChildren(
      el('header', {}, el('p', { class: 'name' }, mark(1), mark(2), mark(3), el('span', {}, 'VISES')), languages),
      el(
        'main',
        {},
        el('div', { class: 'intro' }, el('h1', {}, t.lead), el('p', {}, t.about)),
        el(
          'section',
          { class: 'doors', 'aria-label': t.where },
          door(`/app/${language}/`, t.enterprise, t.enterpriseText),
          door(`/admin/${language}/`, t.partner, t.partnerText),
        ),
        el(
          'div',
          { class: 'columns' },
          el(
            'section',
            {},
            el('h2', {}, t.phases),
            el(
              'ol',
              { class: 'phases' },
              ...[t.phase1, t.phase2, t.phase3].map((title, index) =>
                el('li', {}, mark((index + 1) as 1 | 2 | 3), el('span', {}, title)),
              ),
            ),
          ),
          el(
            'section',
            {},
            el('h2', {}, t.principles),
            el(
              'ul',
              {},
              ...[t.principle1, t.principle2, t.principle3, t.principle4].map((principle) => el('li', {}, principle)),
            ),
          ),
        ),
        el('p', { class: 'score' }, t.noScore),
      ),
    )
}

void show(chosenLanguage())
