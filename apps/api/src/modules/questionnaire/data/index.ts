import type { Questionnaire, Texts } from '@vises/questionnaire/model.ts'
import { korenbloem } from './korenbloem.ts'
import { collections } from './library.ts'
import { marelle } from './marelle.ts'
import { textura } from './textura.ts'
import { t } from './words.ts'

/** A questionnaire of the method’s library, to start from or to take questions of. */
export interface LibraryEntry {
  /** Stable: copies name it as their origin. */
  code: string
  summary: Texts
  content: Questionnaire
}

/** Worked questionnaires, to start from. */
export const LIBRARY_QUESTIONNAIRES: readonly LibraryEntry[] = [
  {
    code: 'textura',
    summary: t(
      'Personnes en parcours d’insertion : confiance, droit à l’erreur, parole en réunion, prochaine étape.',
      'Mensen in een inschakelingstraject: zelfvertrouwen, fouten mogen maken, spreken in vergadering, volgende stap.',
      'People on an integration pathway: confidence, the right to err, speaking up, the next step.',
    ),
    content: textura,
  },
  {
    code: 'marelle',
    summary: t(
      'Familles d’un service aux horaires élargis : accès à l’emploi, temps gagné, ce qui ne change pas.',
      'Gezinnen van een dienst met ruimere uren: toegang tot werk, gewonnen tijd, wat niet verandert.',
      'Families of a service with extended hours: access to work, time gained, what does not change.',
    ),
    content: marelle,
  },
  {
    code: 'korenbloem',
    summary: t(
      'Membres d’une coopérative : prix équitable, poids de la voix, qui n’est pas là.',
      'Leden van een coöperatie: eerlijke prijs, gewicht van de stem, wie er niet is.',
      'Members of a co-operative: fair price, the weight of a vote, who is not there.',
    ),
    content: korenbloem,
  },
]

/** Everything questions can be taken from: the collections by type of evaluation question, and the worked questionnaires. */
export const LIBRARY: readonly Pick<LibraryEntry, 'code' | 'content'>[] = [...collections, ...LIBRARY_QUESTIONNAIRES]

/** The worked questionnaire of a code. */
export const libraryQuestionnaire = (code: string): Questionnaire | undefined =>
  LIBRARY_QUESTIONNAIRES.find((entry) => entry.code === code)?.content
