import type { Answers, Questionnaire } from '@vises/questionnaire/model.ts'
import { choice, t } from '../../questionnaire/data/words.ts'
import type { DemoCollection } from './index.ts'
import { spread } from './spread.ts'

/** A short poll before the survey of De Korenbloem's members: where they live and fetch their box. */
export const korenbloemPoll: DemoCollection & { content: Questionnaire } = {
  waveTitle: 'Afhaalpunten 2018',
  groups: [{ name: 'Leden', expected: 640, answers: pollAnswers }],
  opensOn: '2018-04-09',
  closesOn: '2018-04-27',
  askedBy: 'De Korenbloem cv',
  purpose: {
    fr: 'Décider où ouvrir le prochain point de retrait.',
    nl: 'Beslissen waar het volgende afhaalpunt komt.',
    en: 'To decide where the next pick-up point opens.',
  },
  contact: 'Het depot, op donderdag en vrijdag',
  breakdowns: [],
  onPaper: 10,
  assisted: 0,
  content: {
    title: t('Où prenez-vous votre panier ?', 'Waar haalt u uw pakket af?', 'Where do you fetch your box?'),
    introduction: t(
      'Quatre questions, deux minutes. Vous pouvez laisser une question sans réponse.',
      'Vier vragen, twee minuten. U mag een vraag openlaten.',
      'Four questions, two minutes. You may leave a question unanswered.',
    ),
    thanks: t('Merci.', 'Dank u.', 'Thank you.'),
    baseLanguage: 'nl',
    languages: ['nl', 'fr', 'en'],
    choiceLists: {
      points: [
        choice('depot', 'Au dépôt', 'In het depot', 'At the depot'),
        choice('farm', 'À la ferme', 'Op de boerderij', 'At the farm'),
        choice('neighbour', 'Chez un voisin ou une voisine', 'Bij een buur', 'At a neighbour’s'),
      ],
    },
    items: [
      {
        key: 'consent',
        kind: 'consent',
        label: t(
          'J’accepte que mes réponses soient utilisées, sans mon nom.',
          'Ik ga akkoord dat mijn antwoorden, zonder mijn naam, gebruikt worden.',
          'I agree that my answers are used, without my name.',
        ),
        required: true,
      },
      {
        key: 'fetching',
        kind: 'page',
        label: t('Votre panier', 'Uw pakket', 'Your box'),
        relevant: "${consent} = 'yes'",
        items: [
          {
            key: 'lives_in',
            kind: 'place',
            label: t(
              'Dans quel arrondissement habitez-vous ?',
              'In welk arrondissement woont u?',
              'In which arrondissement do you live?',
            ),
            level: 'arrondissement',
          },
          {
            key: 'fetches_at',
            kind: 'single',
            label: t('Où prenez-vous votre panier ?', 'Waar haalt u uw pakket af?', 'Where do you fetch your box?'),
            choices: 'points',
          },
          {
            key: 'nearer_point',
            kind: 'agreement',
            label: t(
              'Un point de retrait plus proche changerait quelque chose pour moi.',
              'Een afhaalpunt dichterbij zou voor mij iets veranderen.',
              'A pick-up point closer by would change something for me.',
            ),
          },
        ],
      },
    ],
  },
}

/** 118 answers: most from around Kortrijk, some from over both borders. */
function pollAnswers(): Answers[] {
  const home = spread<string | undefined>('korenbloem home', [
    ['BE-34', 47],
    ['BE-36', 18],
    ['BE-57', 13],
    ['BE-37', 11],
    ['BE-33', 9],
    ['FR-595', 8],
    ['BE-44', 4],
    ['BE-32', 3],
    ['BE-31', 2],
    [undefined, 3],
  ])
  const point = spread('korenbloem point', [
    ['depot', 71],
    ['farm', 29],
    ['neighbour', 18],
  ])
  const nearer = spread('korenbloem nearer', [
    [5, 24],
    [4, 31],
    [3, 27],
    [2, 22],
    [1, 14],
  ])
  return home.map((livesIn, index) => ({
    consent: 'yes',
    ...(livesIn && { lives_in: livesIn }),
    fetches_at: point[index]!,
    nearer_point: nearer[index]!,
  }))
}
