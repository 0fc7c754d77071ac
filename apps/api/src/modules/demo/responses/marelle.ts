import type { Answers } from '@vises/questionnaire/model.ts'
import { pairs, selections, shuffled, spread } from './spread.ts'

const DAYS_ARE_LONG = [
  'Il est fatigué le jeudi, il s’endort en rentrant.',
  'Quand je fais deux postes dans la semaine, il pleure le matin.',
  'Elle dîne deux fois, à la crèche et à la maison.',
  'Il me réclame plus le week-end.',
  'Douze heures, c’est long pour un bébé, je le sais.',
  'Il change de personne trois fois dans la journée.',
  'Elle ne fait plus la sieste à la maison.',
  'Le soir, il n’y a presque plus d’autres enfants.',
  'Il est énervé quand je viens tard.',
  'Les jours où je finis à 22 h, je la réveille pour rentrer.',
  'Il mange mal le soir.',
  'Elle demande son père, qui travaille aussi de nuit.',
]
const FIRST_CHANGES = [
  'Des places pour un rendez-vous ou un entretien, à l’heure.',
  'Les mêmes personnes le matin et le soir.',
  'Un bus qui passe avant 6 heures.',
  'Le samedi pour tout le monde, pas seulement sur liste.',
  'Savoir plus tôt si on a une place.',
  'Le prix des heures du soir.',
  'Rien, continuez.',
  'Plus de cafés des parents, mais pas à 9 heures.',
  'Que les dames du soir soient moins pressées.',
  'Un endroit calme pour les bébés après 19 heures.',
  'Pouvoir changer d’horaire d’une semaine à l’autre.',
  'Des nouvelles de la journée, même quand il est tard.',
  'Une place pour mon deuxième.',
  'Que la mairie comprenne qu’on travaille en équipes.',
  'Parler de l’école avant la rentrée.',
  'Un parking près de la porte le matin.',
  'Que mon employeur donne les plannings plus tôt, mais vous n’y pouvez rien.',
  'Des repas un peu plus variés le soir.',
]

/** The 46 answers of La Marelle's families. */
export function marelleAnswers(): Answers[] {
  // Who raises children alone, and what they would have done: 18 of 29, and 6 of the 17 others.
  const families = shuffled('marelle families', [
    ...spread('marelle alone', [
      ['gaveUp', 18],
      ['relatives', 6],
      ['costlierCare', 2],
      ['otherHours', 2],
      ['nothingDifferent', 1],
    ]).map((without) => ({ raises: 'alone', without })),
    ...spread('marelle couple', [
      ['gaveUp', 5],
      ['relatives', 1],
      ['costlierCare', 2],
      ['nothingDifferent', 5],
    ]).map((without) => ({ raises: 'couple', without })),
    ...spread('marelle shared', [
      ['gaveUp', 1],
      ['relatives', 1],
      ['otherHours', 1],
      ['nothingDifferent', 1],
    ]).map((without) => ({ raises: 'sharedCustody', without })),
  ])
  const hours = shuffled<number | null | undefined>('marelle hours', [
    2,
    3,
    4,
    4,
    5,
    5,
    6,
    6,
    7,
    7,
    8,
    8,
    8,
    9,
    9,
    10,
    10,
    10,
    11,
    11,
    11,
    12,
    12,
    12,
    13,
    14,
    14,
    15,
    15,
    16,
    17,
    18,
    18,
    20,
    20,
    22,
    25,
    28,
    null,
    null,
    null,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  const times = selections(
    'marelle times',
    'day',
    spread('marelle day', [
      [true, 31],
      [false, 15],
    ]),
    ['before7', 'from18to20', 'after20', 'saturday'],
    3,
  )
  const calm = spread<number | undefined>('marelle calm', [
    [5, 18],
    [4, 17],
    [3, 6],
    [2, 3],
    [1, 1],
    [undefined, 1],
  ])
  const stress = shuffled<{ then: number; now: number } | null | undefined>('marelle stress order', [
    ...pairs(
      'marelle stress',
      [
        [4, 2],
        [5, 4],
        [6, 6],
        [7, 10],
        [8, 10],
        [9, 8],
        [10, 4],
      ],
      [
        [1, 3],
        [2, 5],
        [3, 7],
        [4, 10],
        [5, 9],
        [6, 5],
        [7, 4],
        [8, 1],
      ],
    ),
    null,
    undefined,
  ])
  const enabled = {
    parents: spread('marelle parents', [
      [5, 9],
      [4, 17],
      [3, 11],
      [2, 6],
      [1, 3],
    ]),
    services: spread('marelle services', [
      [5, 6],
      [4, 13],
      [3, 14],
      [2, 9],
      [1, 4],
    ]),
    heard: spread('marelle heard', [
      [5, 7],
      [4, 14],
      [3, 12],
      [2, 9],
      [1, 4],
    ]),
  }
  const longDays = spread<string | null>('marelle long days', [
    ['yes', 12],
    ['no', 31],
    [null, 3],
  ])
  const reasons = shuffled('marelle reasons', DAYS_ARE_LONG)
  const changes = shuffled('marelle changes', [
    ...FIRST_CHANGES,
    ...Array<undefined>(46 - FIRST_CHANGES.length).fill(undefined),
  ])
  return families.map(({ raises, without }, index) => ({
    consent: 'yes',
    raises_children: raises,
    uses_creche: times[index]!,
    without_these_hours: without,
    ...(hours[index] !== undefined && { hours_gained: hours[index] }),
    ...(calm[index] !== undefined && { peace_of_mind: calm[index] }),
    ...(stress[index] !== undefined && { stress: stress[index] }),
    creche_enabled: {
      know_parents: enabled.parents[index]!,
      know_services: enabled.services[index]!,
      heard: enabled.heard[index]!,
    },
    long_days_problem: longDays[index]!,
    ...(longDays[index] === 'yes' && { long_days_why: reasons.pop()! }),
    ...(changes[index] && { change_first: changes[index] }),
  }))
}
