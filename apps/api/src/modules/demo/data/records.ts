import type { WorkedEnterpriseData } from '../demo-data.ts'
import { repeated } from '../responses/spread.ts'

interface DemoRecord {
  kind: 'interview' | 'focusGroup' | 'lifeStory' | 'document' | 'register'
  title: string
  on: string
  language: 'fr' | 'nl'
  participants?: string
  participantCount?: number
  source?: string
  /** The notes, when no excerpts are kept of them. */
  notes?: string
  excerpts?: { text: string; code: string; consent: 'none' | 'asked' | 'internal' | 'federation' | 'public' }[]
  columns?: string[]
  rows?: string[][]
}

const story = (number: number, on: string, participants: string, excerpts: DemoRecord['excerpts']): DemoRecord => ({
  kind: 'lifeStory',
  title: `Récit de vie ${number}`,
  on,
  language: 'fr',
  participants,
  participantCount: 1,
  excerpts,
})

const PAIR = 'Binôme'
const ERR = 'Droit à l’erreur'
const HOLE = 'Le trou après la sortie'
const HOURS = 'Accepter un poste décalé'
const TIRED = 'Fatigue des équipes'
const PLAN = 'Inkomen dat te plannen is'
const IMAGE = 'Beeld en drempel'

/** What the three worked enterprises noted beside their questionnaires; every figure of their reports can be counted. */
export const demoRecords: Record<
  WorkedEnterpriseData['code'],
  { codes: { name: string; meaning: string }[]; records: DemoRecord[] }
> = {
  textura: {
    codes: [
      { name: PAIR, meaning: 'Travailler à deux, un ancien et un nouveau ; pas l’équipe en général.' },
      { name: ERR, meaning: 'Ce qui se passe quand on se trompe.' },
      { name: HOLE, meaning: 'Les trois premiers mois sans solution après le départ.' },
    ],
    records: [
      story(1, '2018-04-10', 'ancienne travailleuse, deux ans', [
        {
          text: 'Tout a commencé quand on m’a mise avec Denise. Elle ne parlait pas plus fort que moi.',
          code: PAIR,
          consent: 'public',
        },
        { text: 'Après, plus rien. Trois mois sans que le téléphone sonne.', code: HOLE, consent: 'federation' },
      ]),
      story(2, '2018-04-12', 'ancien travailleur, dix-huit mois', [
        { text: 'À deux, on ose demander. Seul, j’aurais fait semblant de savoir.', code: PAIR, consent: 'public' },
        {
          text: 'J’ai rangé mes papiers, puis je les ai laissés dans le tiroir jusqu’en juin.',
          code: HOLE,
          consent: 'internal',
        },
      ]),
      story(3, '2018-04-17', 'ancienne travailleuse, quatorze mois', [
        { text: 'Mon binôme m’a corrigée sans me prendre le fer des mains.', code: PAIR, consent: 'federation' },
        { text: 'J’ai brûlé une chemise. On en a ri, et on a regardé pourquoi.', code: ERR, consent: 'public' },
      ]),
      story(4, '2018-04-19', 'ancien travailleur, deux ans', [
        { text: 'Celui qui montre apprend aussi. C’est là que j’ai pris confiance.', code: PAIR, consent: 'internal' },
        {
          text: 'Les deux premiers mois dehors, je me levais à six heures pour rien.',
          code: HOLE,
          consent: 'federation',
        },
      ]),
      story(5, '2018-04-24', 'ancienne travailleuse, un an', [
        { text: 'Sans Karim, je ne serais pas revenue le deuxième jour.', code: PAIR, consent: 'federation' },
      ]),
      story(6, '2018-04-26', 'ancien travailleur, vingt mois', [
        { text: 'On était deux, donc on pouvait se tromper à deux.', code: PAIR, consent: 'public' },
        { text: 'Personne n’appelle. On attendait que j’appelle, moi.', code: HOLE, consent: 'internal' },
      ]),
      story(7, '2018-05-03', 'ancienne travailleuse, dix mois', [
        {
          text: 'La formation était bien, mais c’est au dépôt que j’ai appris à dire non.',
          code: ERR,
          consent: 'internal',
        },
        {
          text: 'Je suis restée chez moi. J’avais honte d’être de nouveau au point de départ.',
          code: HOLE,
          consent: 'internal',
        },
      ]),
      story(8, '2018-05-08', 'ancien travailleur, un an', [
        {
          text: 'Mon encadrant disait : raconte-moi ce que tu voulais faire. Pas : qu’est-ce que tu as fait.',
          code: ERR,
          consent: 'public',
        },
      ]),
      {
        kind: 'focusGroup',
        title: 'Focus group des encadrants',
        on: '2018-05-22',
        language: 'fr',
        participants: 'encadrants des deux magasins et du dépôt',
        participantCount: 7,
        excerpts: [
          {
            text: 'Les fiches de formation, on les remplit après. Ce qui compte, c’est ce qu’on dit au moment de l’erreur.',
            code: ERR,
            consent: 'federation',
          },
          {
            text: 'En réunion, les nouveaux se taisent, et les femmes aussi, il faut le dire.',
            code: ERR,
            consent: 'internal',
          },
          { text: 'En période de soldes, on ne forme plus, on fait tourner.', code: PAIR, consent: 'internal' },
        ],
      },
      {
        kind: 'register',
        title: 'Sorties de janvier 2016 à mars 2018',
        on: '2018-10-01',
        language: 'fr',
        source: 'Registre du service social, situation six mois après la sortie',
        columns: ['Sortie', 'Situation'],
        rows: repeated([
          ['emploi de plus d’un mois', 19],
          ['formation', 9],
          ['sans solution', 11],
          ['inconnue', 8],
        ]).map((situation, index) => [`2016-2018, n° ${index + 1}`, situation]),
      },
    ],
  },
  marelle: {
    codes: [
      { name: HOURS, meaning: 'L’horaire décide de l’emploi ou de la formation.' },
      { name: TIRED, meaning: 'Ce que les horaires coupés font à l’équipe.' },
    ],
    records: [
      ...[
        'Je commence à cinq heures trente. Sans la crèche, j’aurais dit non, comme la fois d’avant.',
        'La mission locale m’avait trouvé une formation. J’ai pu dire oui le jour même.',
        'Le soir, je ne cours plus. C’est du temps, avant d’être de l’argent.',
        'J’ai gardé mon poste de nuit. Ma mère ne pouvait plus.',
        'Pour moi, rien n’a changé : je travaille au bureau, à côté.',
        'Je suis seule avec les deux. Vingt heures, c’est la moitié de mon contrat.',
      ].map((text, index): DemoRecord => ({
        kind: 'interview',
        title: `Entretien avec un parent ${index + 1}`,
        on: `2018-06-${String(4 + index).padStart(2, '0')}`,
        language: 'fr',
        participants: index === 4 ? 'parent en couple, horaires de bureau' : 'parent aux horaires décalés',
        participantCount: 1,
        // Two people have not answered yet whether their words may leave this page.
        excerpts: [
          { text, code: HOURS, consent: index === 0 || index === 5 ? 'asked' : index === 3 ? 'public' : 'federation' },
        ],
      })),
      {
        kind: 'focusGroup',
        title: 'Focus group de l’équipe',
        on: '2018-06-19',
        language: 'fr',
        participants: 'équipe de la crèche, deux postes',
        participantCount: 9,
        excerpts: [
          {
            text: 'Deux coupures par semaine, je les tiens. À trois, je rentre vidée.',
            code: TIRED,
            consent: 'internal',
          },
          {
            text: 'Le soir, on est deux pour huit enfants qui veulent tous leurs parents.',
            code: TIRED,
            consent: 'federation',
          },
        ],
      },
      {
        kind: 'register',
        title: 'Familles de la liste d’attente',
        on: '2018-06-26',
        language: 'fr',
        source: 'Appels aux 21 familles de la liste ; 12 ont répondu',
        columns: ['Famille', 'Plus de 5 km ou sans voiture'],
        rows: repeated([
          ['oui', 8],
          ['non', 4],
        ]).map((far, index) => [`famille ${index + 1}`, far]),
      },
    ],
  },
  korenbloem: {
    codes: [
      { name: PLAN, meaning: 'Weten in januari wat er in oktober binnenkomt.' },
      { name: IMAGE, meaning: 'Waarom mensen met een laag inkomen wegblijven.' },
    ],
    records: [
      {
        kind: 'register',
        title: 'Gesprekken met 15 boeren',
        on: '2018-08-20',
        language: 'nl',
        source: 'Gestructureerde gesprekken met 15 van de 18 boeren',
        columns: ['Boer', 'Aandeel van de omzet via de coöperatie (%)', 'Inkomen is te plannen'],
        rows: [8, 11, 12, 15, 17, 19, 21, 22, 24, 26, 30, 34, 41, 47, 55].map((share, index) => [
          `boer ${index + 1}`,
          String(share),
          index === 0 || index === 2 || index === 6 ? 'nee' : 'ja',
        ]),
      },
      {
        kind: 'interview',
        title: 'Gesprek met een boer',
        on: '2018-08-14',
        language: 'nl',
        participants: 'groenteteler, lid sinds het begin',
        participantCount: 1,
        excerpts: [
          {
            text: 'Meer verdien ik niet. Maar ik weet nu in januari wat er in oktober binnenkomt.',
            code: PLAN,
            consent: 'public',
          },
        ],
      },
      {
        kind: 'focusGroup',
        title: 'Focusgroep bij het OCMW',
        on: '2018-09-11',
        language: 'nl',
        participants: 'mensen begeleid door het OCMW Kortrijk',
        participantCount: 8,
        excerpts: [
          { text: 'Zo’n pakket, dat is voor mensen met een bakfiets.', code: IMAGE, consent: 'federation' },
          {
            text: 'Een maand op voorhand betalen, dat gaat niet. Per week misschien wel.',
            code: IMAGE,
            consent: 'public',
          },
        ],
      },
      {
        kind: 'document',
        title: 'Jaarrekeningen 2016 tot 2018',
        on: '2018-12-03',
        language: 'nl',
        source: 'Rekeningen van de coöperatie, neergelegd',
        notes: 'De prijs die de boer krijgt is in 2018 64 % van de prijs van een pakket.',
      },
    ],
  },
}
