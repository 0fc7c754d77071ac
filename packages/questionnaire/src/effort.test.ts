import { describe, expect, test } from '@jest/globals'
import { effortOf } from './effort.ts'
import type { Item, Question } from './model.ts'

const asked = (key: string, more: Partial<Question> = {}): Question => ({ key, kind: 'agreement', ...more })
const choices = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, label: { fr: name } }))
const effort = (...items: Item[]) => effortOf({ items, choiceLists: { choices } })

describe('what answering takes', () => {
  test('counts the questions, not what only tells or is never seen', () => {
    const told: Question[] = [
      asked('hello', { kind: 'note' }),
      asked('sum', { kind: 'calculated', calculation: '1', label: { fr: 'Somme' } }),
      asked('clock', { kind: 'hidden' }),
      asked('known', { readOnly: true }),
    ]
    expect(effort(...told)).toEqual({ questions: 0, minutes: 1 })
    expect(effort(...told, asked('one'), { key: 'g', kind: 'group', items: [asked('two')] }).questions).toBe(2)
  })

  test('counts what a consent opens: before the first answer nothing of it would be asked', () => {
    const page = { key: 'p', kind: 'page', relevant: "${ok} = 'yes'", items: ['x', 'y', 'z'].map((key) => asked(key)) }
    expect(effort(asked('ok', { kind: 'consent' }), page as Item).questions).toBe(4)
  })

  test('takes longer for what is written and for each row, half for what not everybody is asked', () => {
    const many = (more: Partial<Question>) =>
      effort(...Array.from({ length: 20 }, (_, at) => asked(`q${at}`, more))).minutes
    expect([many({}), many({ kind: 'longText' }), many({ relevant: 'true()' })]).toEqual([4, 15, 2])
    expect([many({ kind: 'matrix', rows: 'choices' }), many({ kind: 'ranking', choices: 'choices' })]).toEqual([10, 10])
  })
})
