import { Sentence } from '../lib/sentence.mjs'

/** `close-collection` becomes `closeCollection`. */
export const camel = (kebab) => kebab.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())

/** `close-collection` becomes `CloseCollection`. */
export const pascal = (kebab) => camel(kebab).replace(/^./, (letter) => letter.toUpperCase())

// A change of state has a name of its own; these verbs hide it.
const vagueVerbs = ['update', 'handle', 'process', 'do', 'execute', 'perform']
const emptyEndings = ['manager', 'helper', 'util', 'utils', 'data', 'info', 'impl', 'base']
const otherWords = { tenant: 'partner', organisation: 'partner', org: 'partner', company: 'enterprise', user: 'person' }

/** Refuses a name that does not read as a deed: verb, then noun, in words of docs/glossary.md. */
export function checkUseCaseName(name) {
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
    throw new Sentence(
      `"${name}" is not a name for a use case: write verb and noun in small letters, like close-collection.`,
    )
  }
  const words = name.split('-')
  if (vagueVerbs.includes(words[0])) {
    throw new Sentence(
      `"${words[0]}" does not say what happens: choose the verb people use for it, like close, sign or withdraw.`,
    )
  }
  checkWords(words)
}

/** Refuses a name of a folder that would not be a word of the domain. */
export function checkFolderName(name, what) {
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Sentence(
      `"${name}" is not a name for ${what}: write it in small letters with hyphens, like test-platform.`,
    )
  }
  checkWords(name.split('-'))
}

function checkWords(words) {
  const other = words.find((word) => Object.hasOwn(otherWords, word))
  if (other) throw new Sentence(`We say "${otherWords[other]}", not "${other}": see docs/glossary.md.`)
  const last = words.at(-1)
  if (emptyEndings.includes(last)) throw new Sentence(`A name does not end in "${last}": say what it is instead.`)
}
