import type { MethodVersionData } from '../method-data.ts'
import { phase1 } from './phase-1.ts'
import { phase2 } from './phase-2.ts'
import { phase3 } from './phase-3.ts'
import { collectionMethods, domains, purposes, questionChecklist, questionTypes } from './question.ts'

export const method2018: MethodVersionData = {
  code: '2018',
  name: { fr: 'Démarche VISES 2018', nl: 'Stappenplan VISES 2018', en: 'VISES method 2018' },
  publishedOn: '2018-01-15',
  summary: {
    fr: 'Trois phases, vingt-cinq étapes, et une version légère de douze écrans. La méthode se choisit au début de la phase 2, quand la question est arrêtée.',
    nl: 'Drie fasen, vijfentwintig stappen en een lichte versie van twaalf schermen. U kiest de methodiek aan het begin van fase 2, als de vraag vastligt.',
    en: 'Three phases, twenty-five steps, and a light version of twelve screens. The method is chosen at the start of phase 2, once the question is settled.',
  },
  changes: {
    fr: 'Le choix des méthodes quitte la fin de la phase 1 et rejoint la phase 2 : on convient d’abord de la question et de ses critères, puis de la façon d’y répondre. La phase 2 change de nom en conséquence.',
    nl: 'De keuze van de methodiek verhuist van het einde van fase 1 naar fase 2: eerst de vraag en haar criteria afspreken, dan pas hoe u ze beantwoordt. Fase 2 krijgt daarom een andere naam.',
    en: 'The choice of methods moves from the end of phase 1 to phase 2: first agree on the question and its criteria, then on how to answer it. Phase 2 is renamed accordingly.',
  },
  phases: [phase1, phase2, phase3],
  questionChecklist,
  questionTypes,
  purposes,
  domains,
  collectionMethods,
}
