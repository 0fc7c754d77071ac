import type { LanguageTag } from '../model.ts'

/** The words of ours on what is printed, in the language of who reads it on paper. */
export interface PrintWords {
  asks: (name: string) => string
  scan: string
  orType: string
  once: string
  anonymous: string
  until: (day: string) => string
  kept: (day: string) => string
  contact: (contact: string) => string
  howTo: string
  sheet: string
  page: (page: number, pages: number) => string
  one: string
  many: string
  rank: string
  date: string
  time: string
  apart: string
  yes: string
  no: string
  other: string
  decline: string
  onlyIf: (answer: string, question: number) => string
  perhaps: string
  otherwise: (question: number) => string
  again: string
  thanks: string
}

const WORDS = {
  fr: {
    asks: (name) => `${name} vous pose ces questions.`,
    scan: 'Scannez le carré avec l’appareil photo de votre téléphone.',
    orType: 'Ou tapez :',
    once: 'Ce coupon sert une seule fois.',
    anonymous: 'Vos réponses sont anonymes.',
    until: (day) => `Vous pouvez répondre jusqu’au ${day}.`,
    kept: (day) => `Les réponses sont gardées jusqu’au ${day}, puis supprimées.`,
    contact: (contact) => `Une question ? ${contact}`,
    howTo: 'Cochez ou écrivez. Vous pouvez passer une question. N’écrivez le nom de personne.',
    sheet: 'Feuille n°',
    page: (page, pages) => `Page ${page} sur ${pages}`,
    one: 'Une seule réponse',
    many: 'Plusieurs réponses possibles',
    rank: 'Numérotez : 1 pour le plus important',
    date: 'jour / mois / année',
    time: 'heures : minutes',
    apart: 'À remettre avec cette feuille',
    yes: 'Oui',
    no: 'Non',
    other: 'Autre :',
    decline: 'Je préfère ne pas répondre',
    onlyIf: (answer, question) => `Seulement si vous avez répondu « ${answer} » à la question ${question}.`,
    perhaps: 'Passez ceci si cela ne vous concerne pas.',
    otherwise: (question) => `Sinon, allez à la question ${question}.`,
    again: 'Répondez une fois pour chaque cas ; demandez une feuille en plus si la place manque.',
    thanks: 'Merci pour vos réponses.',
  },
  nl: {
    asks: (name) => `${name} stelt u deze vragen.`,
    scan: 'Scan het vierkant met de camera van uw telefoon.',
    orType: 'Of typ:',
    once: 'Dit briefje werkt één keer.',
    anonymous: 'Uw antwoorden zijn anoniem.',
    until: (day) => `U kunt antwoorden tot en met ${day}.`,
    kept: (day) => `De antwoorden worden bewaard tot ${day} en daarna gewist.`,
    contact: (contact) => `Een vraag? ${contact}`,
    howTo: 'Kruis aan of schrijf. U mag een vraag overslaan. Schrijf niemands naam op.',
    sheet: 'Blad nr.',
    page: (page, pages) => `Pagina ${page} van ${pages}`,
    one: 'Eén antwoord',
    many: 'Meer antwoorden mogelijk',
    rank: 'Nummer: 1 voor het belangrijkste',
    date: 'dag / maand / jaar',
    time: 'uren : minuten',
    apart: 'Af te geven met dit blad',
    yes: 'Ja',
    no: 'Nee',
    other: 'Andere:',
    decline: 'Ik antwoord liever niet',
    onlyIf: (answer, question) => `Alleen als u “${answer}” antwoordde op vraag ${question}.`,
    perhaps: 'Sla dit over als het niet voor u geldt.',
    otherwise: (question) => `Ga anders naar vraag ${question}.`,
    again: 'Antwoord voor elk apart; vraag een extra blad als er geen plaats meer is.',
    thanks: 'Dank u voor uw antwoorden.',
  },
  en: {
    asks: (name) => `${name} asks you these questions.`,
    scan: 'Scan the square with the camera of your phone.',
    orType: 'Or type:',
    once: 'This slip works once.',
    anonymous: 'Your answers are anonymous.',
    until: (day) => `You can answer until ${day}.`,
    kept: (day) => `The answers are kept until ${day}, then deleted.`,
    contact: (contact) => `Any question? ${contact}`,
    howTo: 'Tick or write. You may skip a question. Please write nobody’s name.',
    sheet: 'Sheet no.',
    page: (page, pages) => `Page ${page} of ${pages}`,
    one: 'One answer',
    many: 'Several answers possible',
    rank: 'Number them: 1 for the most important',
    date: 'day / month / year',
    time: 'hours : minutes',
    apart: 'Hand it in with this sheet',
    yes: 'Yes',
    no: 'No',
    other: 'Other:',
    decline: 'I prefer not to say',
    onlyIf: (answer, question) => `Only if you answered “${answer}” to question ${question}.`,
    perhaps: 'Skip this if it does not concern you.',
    otherwise: (question) => `Otherwise go to question ${question}.`,
    again: 'Answer for each of them; ask for another sheet when there is no room left.',
    thanks: 'Thank you for your answers.',
  },
} satisfies Record<string, PrintWords>

type Spoken = keyof typeof WORDS

/** The language of ours that a reader of another, or of a variant, is spoken to in. */
export function spokenFor(tag: LanguageTag): Spoken {
  const main = tag.split('-')[0]!
  return Object.hasOwn(WORDS, main) ? (main as Spoken) : 'en'
}

/** Our words in a language of respondents; English where we have none of our own. */
export const printWords = (tag: LanguageTag): PrintWords => WORDS[spokenFor(tag)]
