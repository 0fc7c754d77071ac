import type { MailTemplate } from '../mail-content.ts'

/** Who asks whom to answer what, why, how long it takes, and how to be left alone. */
export interface QuestionnaireMailValues {
  /** Who asks, as the wave says it. */
  askedBy: string
  /** Title of the questionnaire. */
  title: string
  purpose?: string
  minutes: number
  /** Last day on which answers are taken, written out. */
  until?: string
  contact?: string
  /** A few words of the sender. */
  message?: string
  anonymous: boolean
  /** Most reminders that will follow. */
  reminders: number
  url: string
  stopUrl: string
}

/** A person is asked to answer a questionnaire, by a link of their own. */
export const questionnaireInvitation: MailTemplate<QuestionnaireMailValues> = {
  fr: ({ askedBy, title, purpose, minutes, until, message, url, ...more }) => ({
    subject: `${askedBy} vous demande votre avis : ${title}`,
    paragraphs: [
      'Bonjour,',
      `${askedBy} vous invite à répondre à un questionnaire : « ${title} ».`,
      ...(purpose ? [purpose] : []),
      `Il faut compter environ ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}${until ? `, et vous pouvez répondre jusqu’au ${until} inclus` : ''}. Vous pouvez passer les questions auxquelles vous ne voulez pas répondre.`,
    ],
    quote: message,
    action: { label: 'Répondre au questionnaire', url },
    notes: [...aboutFr(more), ...remindersFr(more.reminders), ...stopFr(more)],
  }),
  nl: ({ askedBy, title, purpose, minutes, until, message, url, ...more }) => ({
    subject: `${askedBy} vraagt uw mening: ${title}`,
    paragraphs: [
      'Goedendag,',
      `${askedBy} nodigt u uit om een vragenlijst in te vullen: “${title}”.`,
      ...(purpose ? [purpose] : []),
      `Het duurt ongeveer ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}${until ? ` en u kunt antwoorden tot en met ${until}` : ''}. Vragen die u liever niet beantwoordt, kunt u overslaan.`,
    ],
    quote: message,
    action: { label: 'De vragenlijst invullen', url },
    notes: [...aboutNl(more), ...remindersNl(more.reminders), ...stopNl(more)],
  }),
  en: ({ askedBy, title, purpose, minutes, until, message, url, ...more }) => ({
    subject: `${askedBy} asks for your view: ${title}`,
    paragraphs: [
      'Hello,',
      `${askedBy} invites you to answer a questionnaire: “${title}”.`,
      ...(purpose ? [purpose] : []),
      `It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}${until ? `, and you can answer until the end of ${until}` : ''}. You can skip any question you do not want to answer.`,
    ],
    quote: message,
    action: { label: 'Answer the questionnaire', url },
    notes: [...aboutEn(more), ...remindersEn(more.reminders), ...stopEn(more)],
  }),
}

/** The same person once more, when no answer came through the link. */
export const questionnaireReminder: MailTemplate<QuestionnaireMailValues> = {
  fr: ({ askedBy, title, purpose, minutes, until, message, url, ...more }) => ({
    subject: `Rappel : ${askedBy} vous demande votre avis`,
    paragraphs: [
      'Bonjour,',
      `${askedBy} vous a invité à répondre au questionnaire « ${title} ». Nous n’avons pas encore reçu de réponse par votre lien.`,
      ...(purpose ? [purpose] : []),
      `Il faut compter environ ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}${until ? `, et vous pouvez répondre jusqu’au ${until} inclus` : ''}.`,
    ],
    quote: message,
    action: { label: 'Répondre au questionnaire', url },
    notes: [...aboutFr(more), ...lastFr(more.reminders), ...stopFr(more)],
  }),
  nl: ({ askedBy, title, purpose, minutes, until, message, url, ...more }) => ({
    subject: `Herinnering: ${askedBy} vraagt uw mening`,
    paragraphs: [
      'Goedendag,',
      `${askedBy} nodigde u uit om de vragenlijst “${title}” in te vullen. Via uw link kwam nog geen antwoord binnen.`,
      ...(purpose ? [purpose] : []),
      `Het duurt ongeveer ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}${until ? ` en u kunt antwoorden tot en met ${until}` : ''}.`,
    ],
    quote: message,
    action: { label: 'De vragenlijst invullen', url },
    notes: [...aboutNl(more), ...lastNl(more.reminders), ...stopNl(more)],
  }),
  en: ({ askedBy, title, purpose, minutes, until, message, url, ...more }) => ({
    subject: `Reminder: ${askedBy} asks for your view`,
    paragraphs: [
      'Hello,',
      `${askedBy} invited you to answer the questionnaire “${title}”. No answer has come through your link yet.`,
      ...(purpose ? [purpose] : []),
      `It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}${until ? `, and you can answer until the end of ${until}` : ''}.`,
    ],
    quote: message,
    action: { label: 'Answer the questionnaire', url },
    notes: [...aboutEn(more), ...lastEn(more.reminders), ...stopEn(more)],
  }),
}

type About = Pick<QuestionnaireMailValues, 'anonymous' | 'contact'>
type Stop = Pick<QuestionnaireMailValues, 'stopUrl'>

const aboutFr = ({ anonymous, contact }: About): string[] => [
  ...(anonymous
    ? [
        'Votre réponse est anonyme : le lien sert seulement à ce que chaque personne réponde une fois. Personne ne peut voir qui a répondu quoi. Ne transférez pas ce message.',
      ]
    : []),
  ...(contact ? [`Une question ? ${contact}`] : []),
]
const remindersFr = (reminders: number): string[] => [
  reminders > 0
    ? `Sans réponse de votre part, vous recevrez au plus ${reminders === 1 ? 'un rappel' : `${reminders} rappels`}.`
    : 'Vous ne recevrez pas de rappel.',
]
const lastFr = (reminders: number): string[] => (reminders > 0 ? [] : ['C’est le dernier rappel.'])
const stopFr = ({ stopUrl }: Stop): string[] => [`Pour ne plus recevoir de message à ce sujet : ${stopUrl}`]

const aboutNl = ({ anonymous, contact }: About): string[] => [
  ...(anonymous
    ? [
        'Uw antwoord is anoniem: de link dient alleen om ieder één keer te laten antwoorden. Niemand kan zien wie wat heeft geantwoord. Stuur dit bericht niet door.',
      ]
    : []),
  ...(contact ? [`Een vraag? ${contact}`] : []),
]
const remindersNl = (reminders: number): string[] => [
  reminders > 0
    ? `Als u niet antwoordt, krijgt u hoogstens ${reminders === 1 ? 'één herinnering' : `${reminders} herinneringen`}.`
    : 'U krijgt geen herinnering.',
]
const lastNl = (reminders: number): string[] => (reminders > 0 ? [] : ['Dit is de laatste herinnering.'])
const stopNl = ({ stopUrl }: Stop): string[] => [`Hierover geen berichten meer ontvangen: ${stopUrl}`]

const aboutEn = ({ anonymous, contact }: About): string[] => [
  ...(anonymous
    ? [
        'Your answer is anonymous: the link only makes sure that each person answers once. Nobody can see who answered what. Please do not forward this message.',
      ]
    : []),
  ...(contact ? [`A question? ${contact}`] : []),
]
const remindersEn = (reminders: number): string[] => [
  reminders > 0
    ? `If you do not answer, you will get at most ${reminders === 1 ? 'one reminder' : `${reminders} reminders`}.`
    : 'You will get no reminder.',
]
const lastEn = (reminders: number): string[] => (reminders > 0 ? [] : ['This is the last reminder.'])
const stopEn = ({ stopUrl }: Stop): string[] => [`No more messages about this: ${stopUrl}`]
