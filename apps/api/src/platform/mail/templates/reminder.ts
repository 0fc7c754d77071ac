import type { MailTemplate } from '../mail-content.ts'

/** Who reminds, of which step of which enterprise, in their own words. */
export interface ReminderValues {
  sender: string
  organisation: string
  enterprise: string
  step: string
  message?: string
  url: string
}

/** A coach or a federation reminds an enterprise of its next step. */
export const reminder: MailTemplate<ReminderValues> = {
  fr: ({ sender, organisation, enterprise, step, message, url }) => ({
    subject: `La prochaine étape de ${enterprise} : ${step}`,
    paragraphs: [
      'Bonjour,',
      `${sender} (${organisation}) vous rappelle la prochaine étape de votre évaluation : ${step}.`,
    ],
    quote: message,
    action: { label: 'Ouvrir l’étape', url },
    notes: ['Avancez à votre rythme ; la personne qui vous accompagne reste disponible pour vos questions.'],
  }),
  nl: ({ sender, organisation, enterprise, step, message, url }) => ({
    subject: `De volgende stap van ${enterprise}: ${step}`,
    paragraphs: [
      'Goedendag,',
      `${sender} (${organisation}) herinnert u aan de volgende stap van uw evaluatie: ${step}.`,
    ],
    quote: message,
    action: { label: 'De stap openen', url },
    notes: ['Werk in uw eigen tempo; wie u begeleidt, blijft beschikbaar voor uw vragen.'],
  }),
  en: ({ sender, organisation, enterprise, step, message, url }) => ({
    subject: `The next step of ${enterprise}: ${step}`,
    paragraphs: ['Hello,', `${sender} (${organisation}) reminds you of the next step of your evaluation: ${step}.`],
    quote: message,
    action: { label: 'Open the step', url },
    notes: ['Go at your own pace; the person who accompanies you stays available for your questions.'],
  }),
}
