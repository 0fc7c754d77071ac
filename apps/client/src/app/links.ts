import type { JourneyLinks } from '@vises/ui/evaluation/EvaluationBanner.tsx'
import type { Language } from '@vises/ui/language.ts'

/** Addresses of the evaluation's pages in this app. */
export const linksIn = (language: Language): JourneyLinks => ({
  step: (code) => `/${language}/journey/${code}`,
  gate: (code) => `/${language}/gates/${code}`,
  journey: `/${language}/journey`,
})
