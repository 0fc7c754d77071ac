import type { MethodVersionData, PhaseData, StepData } from '../method-data.ts'
import { method2018 } from './method-2018.ts'
import { chooseMethods, phase2 as phase2Of2018 } from './phase-2.ts'
import { phase1 as phase1Of2018 } from './phase-1.ts'
import { phase3 } from './phase-3.ts'

/** In 2017 methods were chosen right after the question, before it was broken down into criteria. */
const chooseMethodsEarly: StepData = {
  ...chooseMethods,
  code: '1.8',
  summary: {
    fr: 'Choisir, dès que la question est arrêtée, comment vous récolterez l’information.',
    nl: 'Zodra de vraag vastligt, kiezen hoe u de informatie verzamelt.',
    en: 'Choose, as soon as the question is settled, how you will collect information.',
  },
  guidance: {
    fr: [
      'Relisez la question et ses sous-questions ; demandez-vous auprès de qui chacune trouvera une réponse.',
      ...chooseMethods.guidance.fr,
    ],
    nl: [
      'Herlees de vraag en de deelvragen en vraag u bij wie elke deelvraag een antwoord kan vinden.',
      ...chooseMethods.guidance.nl,
    ],
    en: [
      'Reread the question and its sub-questions; ask yourself with whom each can find an answer.',
      ...chooseMethods.guidance.en,
    ],
  },
  light: { mergedInto: '1.7' },
}

const phase1: PhaseData = {
  ...phase1Of2018,
  summary: {
    fr: 'Voir où vous en êtes, avec qui et dans quel contexte, choisir une question utile, puis la façon d’y répondre.',
    nl: 'Nagaan waar u staat, met wie en in welke context, een nuttige vraag kiezen en daarna hoe u ze beantwoordt.',
    en: 'See where you stand, with whom and in what context, choose a useful question, then the way to answer it.',
  },
  steps: [...phase1Of2018.steps, chooseMethodsEarly],
}

const phase2: PhaseData = {
  ...phase2Of2018,
  title: { fr: 'Collecte des données', nl: 'Gegevens verzamelen', en: 'Data collection' },
  summary: {
    fr: 'Traduire la question en critères, préparer la collecte, puis aller vers les personnes avec soin.',
    nl: 'De vraag vertalen in criteria, de verzameling voorbereiden en dan met zorg naar de mensen gaan.',
    en: 'Turn the question into criteria, prepare the collection, then go to the people with care.',
  },
  steps: phase2Of2018.steps.filter((step) => step.code !== chooseMethods.code),
}

export const method2017: MethodVersionData = {
  ...method2018,
  code: '2017',
  name: { fr: 'Démarche VISES 2017', nl: 'Stappenplan VISES 2017', en: 'VISES method 2017' },
  publishedOn: '2017-02-01',
  summary: {
    fr: 'Première version mise à l’essai dans les entreprises. Les méthodes de collecte se choisissent à la fin de la phase 1, juste après la question.',
    nl: 'Eerste versie die in ondernemingen werd uitgeprobeerd. U kiest de methodiek aan het einde van fase 1, meteen na de vraag.',
    en: 'First version tried out in enterprises. Collection methods are chosen at the end of phase 1, straight after the question.',
  },
  changes: {
    fr: 'Première version : elle rassemble ce que le projet a retenu des travaux de 2016 sur l’évaluation.',
    nl: 'Eerste versie: ze brengt samen wat het project uit het werk van 2016 rond evaluatie meenam.',
    en: 'First version: it brings together what the project kept from the work of 2016 on evaluation.',
  },
  phases: [phase1, phase2, phase3],
}
