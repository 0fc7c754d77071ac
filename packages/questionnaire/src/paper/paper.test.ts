import { describe, expect, test } from '@jest/globals'
import type { Item, Questionnaire } from '../model.ts'
import { isWritable } from './scripts.ts'
import { onPaper, relevanceWords } from './skips.ts'

const asking = (items: Item[], title: Questionnaire['title'] = { fr: 'Essai' }): Questionnaire => ({
  title,
  baseLanguage: 'fr',
  languages: Object.keys(title),
  choiceLists: {},
  items,
})
const item = (key: string, relevant?: string): Item => ({
  kind: 'yesNo',
  key,
  label: { fr: key },
  ...(relevant && { relevant }),
})

test.each([
  [{ fr: 'Œuvre à Łódź', nl: 'Één', el: 'Γειά', uk: 'Привіт', 'fr-x-plain': 'Facile 😀 →' }, 'uk', true],
  [{ fr: 'Bonjour', ar: 'مرحبا' }, 'fr', true],
  [{ fr: 'Bonjour', ar: 'مرحبا' }, 'ar', false],
  [{ fr: 'Bonjour', ti: 'ሰላም' }, 'ti', false],
  [{ fr: 'Bonjour', zh: '你好' }, 'zh', false],
])('%o is written in %s: %s', (title, language, writable) => {
  expect(isWritable(asking([], title as Questionnaire['title']), language)).toBe(writable)
})

describe('where those go on who skip', () => {
  const yes = "${a} = 'yes'"
  const words = (content: Questionnaire) => {
    const form = onPaper(content, 'en')
    return content.items.map((one) => relevanceWords(one, form))
  }

  test('after everything that shares the condition, groups and notes included', () => {
    const group: Item = { kind: 'group', key: 'g', relevant: yes, items: [item('c'), item('d')] }
    const note: Item = { kind: 'note', key: 'n', label: { fr: 'n' } }
    expect(words(asking([item('a'), item('b', yes), group, note, item('e')]))).toEqual([
      '',
      'Only if you answered “Yes” to question 1. Otherwise go to question 5.',
      'Only if you answered “Yes” to question 1. Otherwise go to question 5.',
      '',
      '',
    ])
  })

  test('is not told when nothing comes after, or the condition is too long for words', () => {
    expect(words(asking([item('a'), item('b', yes)]))[1]).toBe('Only if you answered “Yes” to question 1.')
    expect(words(asking([item('a'), item('b', `${yes} and count-selected(\${a}) > 0`), item('c')]))[1]).toBe(
      'Skip this if it does not concern you.',
    )
  })
})
