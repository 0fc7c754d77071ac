import type { Answers, Questionnaire } from '@vises/questionnaire/model.ts'
import { choice, t } from '../../questionnaire/data/words.ts'
import type { DemoCollection } from './index.ts'
import { selections, shuffled, spread } from './spread.ts'

/** What La Marelle asks before it opens two places by the hour: the one collection of the demo that runs. */
export const marelleHours: DemoCollection & { content: Questionnaire } = {
  waveTitle: 'Places à l’heure',
  groups: [
    { name: 'Familles accueillies', expected: 64, answers: () => someAnswers('families', 27) },
    { name: 'Familles de la liste d’attente', expected: 21, answers: () => someAnswers('waiting', 9) },
    { name: 'Personnes orientées par la mission locale', expected: 15, answers: () => someAnswers('orientation', 3) },
  ],
  opensOn: '2018-12-02',
  closesOn: '2019-01-12',
  askedBy: 'La Marelle Solidaire',
  purpose: {
    fr: 'Savoir à quelles heures ouvrir les deux places à l’heure, et pour qui.',
    nl: 'Weten op welke uren de twee plaatsen per uur open moeten zijn, en voor wie.',
    en: 'To know at which times to open the two places by the hour, and for whom.',
  },
  contact: 'Le bureau de la crèche, tous les jours de 8 h à 10 h',
  breakdowns: ['situation'],
  onPaper: 15,
  assisted: 20,
  links: [
    { group: 0, label: 'Affiche à l’entrée de la crèche' },
    { group: 1, label: 'Appels de la liste d’attente' },
    { group: 2, label: 'Mission locale' },
  ],
  mailed: { group: 0, people: 38, answered: 14, on: '2018-12-02', remindedOn: '2018-12-11', reminders: 29 },
  content: {
    title: t(
      'Deux places à l’heure : de quoi avez-vous besoin ?',
      'Twee plaatsen per uur: wat hebt u nodig?',
      'Two places by the hour: what do you need?',
    ),
    introduction: t(
      'La Marelle Solidaire veut ouvrir deux places à l’heure pour les personnes qui cherchent un emploi. Il y a six questions. Vous pouvez laisser une question sans réponse. Répondre ou non ne change rien à votre place.',
      'La Marelle Solidaire wil twee plaatsen per uur openen voor wie werk zoekt. Er zijn zes vragen. U mag een vraag openlaten. Of u antwoordt, verandert niets aan uw plaats.',
      'La Marelle Solidaire wants to open two places by the hour for people who look for work. There are six questions. You may leave a question unanswered. Answering or not changes nothing about your place.',
    ),
    thanks: t(
      'Merci. Les heures retenues seront affichées à l’entrée et dites au café des parents.',
      'Dank u. De gekozen uren komen aan de ingang te hangen en worden op het oudercafé verteld.',
      'Thank you. The hours chosen will be put up at the entrance and told at the parents’ café.',
    ),
    baseLanguage: 'fr',
    languages: ['fr', 'nl', 'en'],
    choiceLists: {
      situations: [
        choice('seeking', 'Vous cherchez un emploi', 'U zoekt werk', 'You look for work'),
        choice('training', 'Vous suivez une formation', 'U volgt een opleiding', 'You follow a training'),
        choice('working', 'Vous travaillez', 'U werkt', 'You work'),
        choice('other', 'Autre situation', 'Andere situatie', 'Another situation'),
      ],
      times: [
        choice('before7', 'Avant 7 h', 'Vóór 7 u', 'Before 7'),
        choice('morning', 'Le matin', '’s Morgens', 'In the morning'),
        choice('afternoon', 'L’après-midi', 'In de namiddag', 'In the afternoon'),
        choice('evening', 'Après 18 h', 'Na 18 u', 'After 18'),
        choice('saturday', 'Le samedi', 'Op zaterdag', 'On Saturday'),
      ],
      notice: [
        choice('sameDay', 'Le jour même', 'Dezelfde dag', 'The same day'),
        choice('dayBefore', 'La veille', 'De dag voordien', 'The day before'),
        choice('week', 'Une semaine avant', 'Een week vooraf', 'A week before'),
        choice('more', 'Plus tôt encore', 'Nog vroeger', 'Earlier still'),
      ],
      booking: [
        choice(
          'phone',
          'Réserver par téléphone me convient',
          'Telefonisch reserveren past mij',
          'Booking by telephone suits me',
        ),
        choice(
          'reach',
          'Je peux venir jusqu’à la crèche à ces heures',
          'Ik geraak op die uren tot bij de crèche',
          'I can get to the crèche at those times',
        ),
        choice(
          'child',
          'Mon enfant s’y sentirait bien',
          'Mijn kind zou er zich goed voelen',
          'My child would feel at ease',
        ),
      ],
    },
    items: [
      {
        key: 'consent',
        kind: 'consent',
        label: t(
          'J’ai compris l’objectif et j’accepte de répondre de façon anonyme.',
          'Ik heb het doel begrepen en wil anoniem antwoorden.',
          'I have understood the purpose and agree to answer anonymously.',
        ),
        required: true,
      },
      {
        key: 'needs',
        kind: 'page',
        label: t('Vos besoins', 'Wat u nodig hebt', 'What you need'),
        relevant: "${consent} = 'yes'",
        items: [
          {
            key: 'situation',
            kind: 'single',
            label: t('Quelle est votre situation ?', 'Wat is uw situatie?', 'What is your situation?'),
            choices: 'situations',
          },
          {
            key: 'times',
            kind: 'multiple',
            label: t(
              'À quels moments vous faudrait-il une place à l’heure ?',
              'Op welke momenten hebt u een plaats per uur nodig?',
              'At which times would you need a place by the hour?',
            ),
            choices: 'times',
          },
          {
            key: 'notice',
            kind: 'single',
            label: t(
              'Combien de temps à l’avance le savez-vous ?',
              'Hoe lang vooraf weet u dat?',
              'How long before do you know?',
            ),
            choices: 'notice',
          },
        ],
      },
      {
        key: 'places',
        kind: 'page',
        label: t('Ces deux places', 'Die twee plaatsen', 'These two places'),
        relevant: "${consent} = 'yes'",
        items: [
          {
            key: 'booking',
            kind: 'matrix',
            label: t('Êtes-vous d’accord ?', 'Gaat u akkoord?', 'Do you agree?'),
            rows: 'booking',
          },
          {
            key: 'would_use',
            kind: 'scale',
            label: t(
              'À quel point pensez-vous les utiliser dans les trois mois ?',
              'Hoe waarschijnlijk maakt u er binnen drie maanden gebruik van?',
              'How likely are you to use them within three months?',
            ),
            lowLabel: t('Pas du tout', 'Helemaal niet', 'Not at all'),
            highLabel: t('Certainement', 'Zeker', 'Certainly'),
          },
          {
            key: 'missing_still',
            kind: 'longText',
            label: t('Que faudrait-il encore ?', 'Wat is er nog nodig?', 'What else would be needed?'),
          },
        ],
      },
    ],
  },
}

const STILL_NEEDED = [
  'Un bus qui s’arrête plus près.',
  'Savoir le prix avant de réserver.',
  'Que ce soit la même personne qui accueille.',
  'Pouvoir annuler sans payer si l’entretien est déplacé.',
  'Une place pour deux enfants en même temps.',
  'Une heure d’essai avec mon fils, sans s’engager.',
  'Réserver par message, je ne peux pas téléphoner au travail.',
]

/** Answers of one of the groups asked, as many as have come in. */
function someAnswers(group: string, count: number): Answers[] {
  const column = <T>(name: string, parts: readonly (readonly [T, number])[]): T[] => {
    const total = parts.reduce((sum, [, part]) => sum + part, 0)
    const filled = parts.flatMap(([value, part]) => Array<T>(Math.ceil((part / total) * count)).fill(value))
    return shuffled(`marelle hours ${group} ${name}`, filled).slice(0, count)
  }
  const situation = column(
    'situation',
    group === 'families'
      ? [
          ['working', 5],
          ['training', 3],
          ['seeking', 3],
        ]
      : [
          ['seeking', 6],
          ['training', 3],
          ['other', 1],
        ],
  )
  const times = selections(
    `marelle hours ${group} times`,
    'morning',
    spread(`marelle hours ${group} morning`, [
      [true, Math.ceil(count / 2)],
      [false, Math.floor(count / 2)],
    ]),
    ['before7', 'afternoon', 'evening', 'saturday'],
    3,
  )
  const notice = column('notice', [
    ['sameDay', 2],
    ['dayBefore', 5],
    ['week', 4],
    ['more', 1],
  ])
  const phone = column('phone', [
    [5, 3],
    [4, 4],
    [3, 3],
    [2, 2],
    [1, 1],
  ])
  const reach = column('reach', [
    [5, 2],
    [4, 3],
    [3, 2],
    [2, 3],
    [1, 2],
  ])
  const child = column('child', [
    [5, 3],
    [4, 5],
    [3, 3],
    [2, 1],
  ])
  const use = column<number | undefined>('use', [
    [9, 2],
    [8, 3],
    [7, 3],
    [6, 1],
    [5, 2],
    [3, 1],
    [1, 1],
    [undefined, 1],
  ])
  const texts = shuffled(`marelle hours ${group} texts`, STILL_NEEDED)
  return situation.map((now, index) => ({
    consent: 'yes',
    situation: now,
    times: times[index]!,
    notice: notice[index]!,
    booking: { phone: phone[index]!, reach: reach[index]!, child: child[index]! },
    ...(use[index] !== undefined && { would_use: use[index] }),
    ...(index % 4 === 1 && { missing_still: texts[(index >> 2) % texts.length]! }),
  }))
}
