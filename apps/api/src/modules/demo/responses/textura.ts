import type { Answers } from '@vises/questionnaire/model.ts'
import { pairs, rankings, selections, shuffled, spread } from './spread.ts'

const STORIES = [
  'Le jour où on m’a mis en binôme avec Fatou. Je n’osais rien demander, elle m’a montré deux fois, sans soupirer.',
  'J’ai cassé la presse. Je pensais que c’était fini pour moi. Mon encadrant a dit : on regarde ensemble ce qui s’est passé.',
  'La première fois que le magasin m’a confié la caisse un samedi.',
  'Quand j’ai proposé de changer l’ordre du tri et qu’on l’a essayé une semaine.',
  'Pendant les soldes, plus personne n’avait le temps. J’ai eu l’impression de redevenir un numéro.',
  'J’ai accompagné une nouvelle. J’ai compris que je savais déjà beaucoup de choses.',
  'La réunion du lundi où tout le monde a parlé avant moi. Je suis resté assis avec ma phrase.',
  'L’assistante sociale est venue avec moi au CPAS. Depuis, j’y vais sans elle.',
  'On m’a appelée madame Ndiaye et pas « la stagiaire ».',
  'J’ai raté trois matins. On m’a demandé pourquoi au lieu de me punir ; on a changé mon horaire.',
  'Je n’ai pas encore vécu de moment comme ça ici.',
  'Le certificat de tri. Ma fille l’a accroché dans le salon.',
  'Quand Marc est parti sans rien trouver, j’ai eu peur pour la suite.',
  'Le repas de fin de mois, où chacun avait apporté un plat de chez lui.',
]

const ACTED_UPON = [
  'Ranger les chaussures par pointure. On le fait depuis.',
  'Commencer un quart d’heure plus tard le mercredi, à cause du bus. Accepté.',
  'Un tableau pour savoir qui est à quel poste. Il est au mur.',
  'Tourner toutes les deux heures à la presse. Oui, depuis mars.',
  'Des gants plus fins pour le tri des boutons. Achetés.',
  'Écrire les consignes avec des dessins. Fait avec Nadia.',
  'Garder une table pour les nouveaux avec leur binôme. On l’a gardée.',
  'Une caisse séparée pour les vêtements d’enfants. Fait.',
  'Faire la réunion debout et plus courte. On alterne.',
]
const NOT_ACTED_UPON = [
  'Ouvrir le magasin le dimanche. On m’a expliqué pourquoi non.',
  'Changer le chauffage de l’atelier. Pas de réponse.',
  'Choisir nous-mêmes les équipes. On en parlera, a-t-on dit.',
  'Un vestiaire pour les femmes. Rien pour le moment.',
  'Prendre les invendus à moitié prix. Refusé.',
  'De la musique à l’atelier. Tout le monde n’était pas d’accord.',
  'Un cours de français pendant le travail. On attend.',
  'Arriver plus tôt pour partir plus tôt. Refusé.',
]

/** The 41 answers of the people on Textura's pathway; every figure of its report can be counted from them. */
export function texturaAnswers(): Answers[] {
  const tenure = shuffled('textura tenure', [
    ...Array<string>(6).fill('under3months'),
    ...Array<string>(9).fill('from3to6months'),
    ...Array<string>(14).fill('from7to12months'),
    ...Array<string>(12).fill('over12months'),
  ])
  const isNew = tenure.map((since) => since === 'under3months' || since === 'from3to6months')
  // One person declines to look back.
  const confidence = [
    ...pairs(
      'textura confidence',
      [
        [2, 3],
        [3, 6],
        [4, 9],
        [5, 12],
        [6, 6],
        [7, 4],
      ],
      [
        [5, 5],
        [6, 7],
        [7, 13],
        [8, 9],
        [9, 6],
      ],
    ),
    null,
  ]
  const mistake = spread('textura mistake', [
    [5, 15],
    [4, 18],
    [3, 5],
    [2, 2],
    [1, 1],
  ])
  // 22 of 41 speak in meetings: 4 of the 15 who are new, 18 of the 26 others.
  const speakers = {
    new: spread('textura speak new', [
      [4, 3],
      [5, 1],
      [3, 5],
      [2, 4],
      [1, 2],
    ]),
    old: spread('textura speak old', [
      [4, 11],
      [5, 7],
      [3, 5],
      [2, 2],
      [1, 1],
    ]),
  }
  const able = {
    onTime: spread('textura on time', [
      [5, 17],
      [4, 15],
      [3, 5],
      [2, 3],
      [1, 1],
    ]),
    askHelp: spread('textura ask help', [
      [5, 14],
      [4, 18],
      [3, 6],
      [2, 2],
      [1, 1],
    ]),
    explain: spread('textura explain', [
      [5, 9],
      [4, 16],
      [3, 9],
      [2, 5],
      [1, 2],
    ]),
    till: spread('textura till', [
      [5, 6],
      [4, 9],
      [3, 8],
      [2, 10],
      [1, 8],
    ]),
  }
  const helps = selections(
    'textura helps',
    'pairs',
    spread('textura pairs', [
      [true, 27],
      [false, 14],
    ]),
    ['teamMeeting', 'supervisor', 'socialSupport', 'training', 'colleagues'],
    3,
  )
  const suggested = spread('textura suggested', [
    ['yes', 17],
    ['no', 24],
  ])
  const suggestions = shuffled('textura suggestions', [...ACTED_UPON, ...NOT_ACTED_UPON])
  const plans = rankings('textura plans', ['job', 'training', 'health', 'housing', 'language'], 38)
  const nextStep = spread('textura next step', [
    [10, 3],
    [9, 4],
    [8, 8],
    [7, 6],
    [6, 5],
    [5, 6],
    [4, 4],
    [3, 3],
    [2, 1],
    [0, 1],
  ])
  const stories = shuffled('textura stories', [...STORIES, ...Array<undefined>(41 - STORIES.length).fill(undefined)])
  return tenure.map((since, index) => ({
    consent: 'yes',
    tenure: since,
    confidence: confidence[index] ?? null,
    right_to_err: mistake[index]!,
    able_to: {
      on_time: able.onTime[index]!,
      ask_help: able.askHelp[index]!,
      speak_in_meetings: (isNew[index] ? speakers.new : speakers.old).pop()!,
      explain_task: able.explain[index]!,
      use_till: able.till[index]!,
    },
    helps_most: helps[index]!,
    suggested_change: suggested[index]!,
    ...(suggested[index] === 'yes' && { suggestion: suggestions.pop()! }),
    ...(plans[index] && { plans: plans[index] }),
    next_step_clear: nextStep[index]!,
    ...(stories[index] && { moment: stories[index] }),
  }))
}
