import type { MethodVersionData } from '../method/method-data.ts'
import type { TriText } from '../../platform/tri-text.ts'

/** A table of a release and its lines, in the order they are shown; frozen with the release. */
export interface Theme {
  code: string
  label: TriText
  items: { code: string; label: TriText }[]
}

export const PLATFORMS = ['A', 'B', 'C', 'all'] as const
export const TERRITORIES = ['FR', 'WA', 'VL', 'BRU', 'all'] as const

/** The counts behind the tables travel as one more theme: the same rules hold for them. */
export const COVERAGE = 'coverage'
export const LEFT_OUT = ['private', 'federation', 'platform', 'noQuestion', 'notStarted'] as const

/** The themes of a release, with the codes of all method versions; the newest version's order and words come first. */
export function themesOf(versions: MethodVersionData[]): Theme[] {
  const newestFirst = [...versions].toSorted((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1))
  const union = (pick: (version: MethodVersionData) => Theme['items']) => {
    const items = new Map(
      newestFirst
        .flatMap(pick)
        .toReversed()
        .map(({ code, label }) => [code, { code, label }]),
    )
    const order = [...new Set(newestFirst.flatMap(pick).map(({ code }) => code))]
    return order.map((code) => items.get(code)!)
  }
  return [
    {
      code: 'questionType',
      label: { fr: 'Type de question évaluative', nl: 'Soort evaluatievraag', en: 'Type of evaluation question' },
      items: union((version) => version.questionTypes),
    },
    {
      code: 'purpose',
      label: { fr: 'Finalité de l’évaluation', nl: 'Doel van de evaluatie', en: 'Purpose of the evaluation' },
      items: union((version) => version.purposes),
    },
    {
      code: 'domain',
      label: { fr: 'Domaine d’impact', nl: 'Impactdomein', en: 'Impact domain' },
      items: union((version) => version.domains),
    },
    {
      code: 'method',
      label: { fr: 'Méthode de récolte', nl: 'Methodiek', en: 'Collection method' },
      items: union((version) => version.collectionMethods),
    },
    {
      code: 'phaseReached',
      label: { fr: 'Phase atteinte', nl: 'Bereikte fase', en: 'Phase reached' },
      items: [
        { code: 'phase1', label: { fr: 'Phase 1', nl: 'Fase 1', en: 'Phase 1' } },
        { code: 'phase2', label: { fr: 'Phase 2', nl: 'Fase 2', en: 'Phase 2' } },
        { code: 'phase3', label: { fr: 'Phase 3', nl: 'Fase 3', en: 'Phase 3' } },
        { code: 'completed', label: { fr: 'Clôturée', nl: 'Afgesloten', en: 'Closed' } },
      ],
    },
  ]
}
