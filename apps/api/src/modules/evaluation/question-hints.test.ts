import { questionChecklist } from '../method/data/question.ts'
import { questionHints } from './question-hints.ts'
import type { Hint } from './question-hints.ts'

const LANGUAGES = ['fr', 'nl', 'en'] as const

describe('hints on a candidate question', () => {
  const examples = questionChecklist.flatMap((line) => LANGUAGES.map((language) => ({ line, language })))

  it.each(examples.map(({ line, language }) => [line.code, language, line.weak[language]] as const))(
    'the weak example of %s in %s shows what it misses: %s',
    (code, _language, text) => {
      expect(questionHints(text).map(({ check }) => check)).toContain(code)
    },
  )

  it.each(examples.map(({ line, language }) => [line.code, language, line.better[language]] as const))(
    'the better example of %s in %s raises no hint: %s',
    (_code, _language, text) => {
      expect(questionHints(text)).toEqual([])
    },
  )

  it.each<[string, Hint['reason'] | undefined]>([
    ['Prouver que notre parcours est utile aux jeunes en 2018 ?', 'seeksProof'],
    ['Démontrer que les familles vont mieux après un an ?', 'seeksProof'],
    ['Bewijzen dat onze werking jongeren helpt in 2018?', 'seeksProof'],
    ['Prove that our pathway helps young people within a year?', 'seeksProof'],
    ['Est-ce que les jeunes ont changé en un an ?', 'yesOrNo'],
    ["Est-ce qu'ils ont changé en un an, ces jeunes ?", 'yesOrNo'],
    ['Les jeunes ont-ils changé en un an ?', 'yesOrNo'],
    ['Helpt onze werking jongeren binnen een jaar?', 'yesOrNo'],
    ['Does our pathway help young people within a year?', 'yesOrNo'],
    ['Comment les jeunes ont-ils changé en un an ? Pourquoi ?', 'severalQuestionMarks'],
    ['Comment les jeunes changent en un an', 'noQuestionMark'],
    ['Comment la confiance change-t-elle en six mois ?', 'noPublic'],
    ['Hoe verandert het vertrouwen van jongeren?', 'noPeriod'],
    ['Dans quelle mesure les jeunes ont-ils changé en un an ?', undefined],
    ["Qu'est-ce qui change pour les élèves après une année ?", undefined],
    ['In welke mate veranderen jongeren tijdens hun eerste jaar?', undefined],
    ['To what extent do young people change during their first year?', undefined],
  ])('%s -> %s', (text, reason) => {
    const found = questionHints(text).map((hint) => hint.reason)
    expect(found).toEqual(reason ? expect.arrayContaining([reason]) : [])
  })

  it('says nothing about an empty text, and answers a very long one too', () => {
    expect(questionHints('  ')).toEqual([])
    // An expression that goes back and forth would never come to an end here.
    questionHints(`Comment ${'très '.repeat(40_000)}?`)
    questionHints(`${'et a-t-'.repeat(20_000)}`)
  })
})
