import type { Answers } from '@vises/questionnaire/model.ts'
import type { TriText } from '../../../platform/tri-text.ts'
import type { WorkedEnterpriseData } from '../demo-data.ts'
import { korenbloemAnswers } from './korenbloem.ts'
import { marelleAnswers } from './marelle.ts'
import { texturaAnswers } from './textura.ts'

/** How one of the worked enterprises asked its people, and what they answered. */
export interface DemoCollection {
  waveTitle: string
  /** Who is asked: how many people could answer, and what has come in. */
  groups: { name: string; expected: number; answers: () => Answers[] }[]
  opensOn: string
  closesOn: string
  askedBy: string
  purpose: TriText
  contact: string
  /** Questions by which results are broken down. */
  breakdowns: string[]
  /** How many give which answer among everybody who could, where that is known: of a register, or of the territory. */
  knownPopulation?: Record<string, Record<string, number>>
  /** Of a hundred answers: on paper, and with somebody who asked aloud. */
  onPaper: number
  assisted: number
  /** Open links, each for one of the groups. */
  links?: { group: number; label: string }[]
  /** A list of people of one group who got their link by mail and, where no answer came, once more. */
  mailed?: { group: number; people: number; answered: number; on: string; remindedOn: string; reminders: number }
}

export const demoCollections: Record<WorkedEnterpriseData['code'], DemoCollection> = {
  textura: {
    waveTitle: 'Enquête 2018',
    groups: [{ name: 'Personnes en parcours', expected: 52, answers: texturaAnswers }],
    opensOn: '2018-05-07',
    closesOn: '2018-05-25',
    askedBy: 'Textura ASBL',
    purpose: {
      fr: 'Améliorer le parcours, et montrer au financeur ce qui change avant la sortie.',
      nl: 'Het traject verbeteren, en de financier tonen wat verandert vóór het vertrek.',
      en: 'To improve the pathway, and to show the funder what changes before people leave.',
    },
    contact: 'Sonia, responsable de la formation, à l’atelier le mardi',
    breakdowns: ['tenure'],
    // The 52 of the attendance register.
    knownPopulation: { tenure: { under3months: 11, from3to6months: 13, from7to12months: 15, over12months: 13 } },
    onPaper: 25,
    assisted: 30,
  },
  marelle: {
    waveTitle: 'Familles 2018',
    groups: [{ name: 'Familles accueillies', expected: 64, answers: marelleAnswers }],
    opensOn: '2018-06-04',
    closesOn: '2018-06-29',
    askedBy: 'La Marelle Solidaire',
    purpose: {
      fr: 'Décider des horaires avec la CAF et la ville, et savoir pour qui la crèche ne change rien.',
      nl: 'Samen met de CAF en de stad over de uren beslissen, en weten voor wie de crèche niets verandert.',
      en: 'To decide on opening hours with the family fund and the town, and to know for whom nothing changes.',
    },
    contact: 'Le bureau de la crèche, tous les jours de 8 h à 10 h',
    breakdowns: ['raises_children'],
    // Of a hundred families of the territory; illustrative, as in the evaluation.
    knownPopulation: { raises_children: { alone: 31, couple: 62, sharedCustody: 7 } },
    onPaper: 35,
    assisted: 20,
  },
  korenbloem: {
    waveTitle: 'Ledenbevraging 2018',
    groups: [{ name: 'Leden', expected: 640, answers: korenbloemAnswers }],
    opensOn: '2018-05-28',
    closesOn: '2018-06-24',
    askedBy: 'De Korenbloem cv',
    purpose: {
      fr: 'Préparer la décision de l’assemblée générale sur un prix solidaire.',
      nl: 'De beslissing van de algemene vergadering over een solidaire prijs voorbereiden.',
      en: 'To prepare the general meeting’s decision on a solidarity price.',
    },
    contact: 'Het depot, op donderdag en vrijdag',
    breakdowns: ['member_since', 'increased_reimbursement'],
    // Of a hundred insured people of the territory; illustrative, as in the evaluation.
    knownPopulation: { increased_reimbursement: { yes: 15, no: 85 } },
    onPaper: 5,
    assisted: 0,
  },
}
