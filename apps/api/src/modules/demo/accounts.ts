import type { Role } from '../access/rules.ts'
import type { Language, TriText } from '../../platform/tri-text.ts'

/** A person of the demo who can sign in; invented. */
export interface DemoAccount {
  email: string
  name: string
  language: Language
  /** Where the person works; the first is the one in use after signing in. */
  places: { partner: string; role: Role; enterprise?: string }[]
  /** One line on who this is. */
  who: TriText
}

/** The password of all demo accounts; they can sign in on a demo installation only. */
export const DEMO_PASSWORD = 'vises-demo-2019'

const at = (name: string): string => `${name}@demo.vises.example`

/** Every account of the demo, in the order it is presented. */
export const demoAccounts: DemoAccount[] = [
  {
    email: at('lead'),
    name: 'Camille Delvaux',
    language: 'fr',
    places: [{ partner: 'concertes', role: 'platformLead' }],
    who: { fr: 'Coordonne le programme', nl: 'Coördineert het programma', en: 'Leads the programme' },
  },
  {
    email: at('researcher'),
    name: 'Noé Lambertz',
    language: 'fr',
    places: [{ partner: 'ces-ulg', role: 'researcher' }],
    who: {
      fr: 'Recherche : lit ce qui est partagé, sans les noms',
      nl: 'Onderzoek: leest wat gedeeld is, zonder namen',
      en: 'Research: reads what is shared, without names',
    },
  },
  {
    email: at('admin.sawb'),
    name: 'Ariane Collard',
    language: 'fr',
    places: [{ partner: 'saw-b', role: 'partnerAdmin' }],
    who: {
      fr: 'Administre la fédération SAW-B',
      nl: 'Beheert de federatie SAW-B',
      en: 'Administers the federation SAW-B',
    },
  },
  {
    email: at('admin.cress'),
    name: 'Samuel Vasseur',
    language: 'fr',
    places: [{ partner: 'cress', role: 'partnerAdmin' }],
    who: { fr: 'Administre la CRESS', nl: 'Beheert de CRESS', en: 'Administers the CRESS' },
  },
  {
    email: at('coach.atout-ei'),
    name: 'Maude Renson',
    language: 'fr',
    places: [{ partner: 'atout-ei', role: 'coach' }],
    who: {
      fr: 'Accompagne les entreprises d’Atout EI, dont Textura',
      nl: 'Begeleidt de ondernemingen van Atout EI, onder meer Textura',
      en: 'Coaches the enterprises of Atout EI, Textura among them',
    },
  },
  {
    email: at('coach.uriopss'),
    name: 'Inès Carpentier',
    language: 'fr',
    places: [{ partner: 'uriopss', role: 'coach' }],
    who: {
      fr: 'Accompagne les entreprises de l’URIOPSS, dont La Marelle',
      nl: 'Begeleidt de ondernemingen van URIOPSS, onder meer La Marelle',
      en: 'Coaches the enterprises of URIOPSS, La Marelle among them',
    },
  },
  {
    email: at('coach.4werk'),
    name: 'Joke Verhaeghe',
    language: 'nl',
    places: [{ partner: '4werk', role: 'coach' }],
    who: {
      fr: 'Accompagne les entreprises de 4Werk, dont De Korenbloem',
      nl: 'Begeleidt de ondernemingen van 4Werk, onder meer De Korenbloem',
      en: 'Coaches the enterprises of 4Werk, De Korenbloem among them',
    },
  },
  {
    email: at('manager.textura'),
    name: 'Nadine Horvath',
    language: 'fr',
    places: [{ partner: 'atout-ei', role: 'manager', enterprise: 'textura' }],
    who: { fr: 'Dirige Textura', nl: 'Leidt Textura', en: 'Manages Textura' },
  },
  {
    email: at('contributor.textura'),
    name: 'Basile Mertens',
    language: 'fr',
    places: [{ partner: 'atout-ei', role: 'contributor', enterprise: 'textura' }],
    who: {
      fr: 'Contribue à l’évaluation de Textura',
      nl: 'Werkt mee aan de evaluatie van Textura',
      en: 'Contributes to the evaluation of Textura',
    },
  },
  {
    email: at('manager.marelle'),
    name: 'Farida Lemoine',
    language: 'fr',
    places: [{ partner: 'uriopss', role: 'manager', enterprise: 'marelle' }],
    who: { fr: 'Dirige La Marelle Solidaire', nl: 'Leidt La Marelle Solidaire', en: 'Manages La Marelle Solidaire' },
  },
  {
    email: at('manager.korenbloem'),
    name: 'Wannes Desmet',
    language: 'nl',
    places: [{ partner: '4werk', role: 'manager', enterprise: 'korenbloem' }],
    who: { fr: 'Dirige De Korenbloem', nl: 'Leidt De Korenbloem', en: 'Manages De Korenbloem' },
  },
  {
    email: at('both'),
    name: 'Lou Peeters',
    language: 'fr',
    places: [
      { partner: 'atout-ei', role: 'coach' },
      { partner: 'atout-ei', role: 'contributor', enterprise: 'textura' },
    ],
    who: {
      fr: 'Coach chez Atout EI et contributrice chez Textura',
      nl: 'Coach bij Atout EI en medewerker bij Textura',
      en: 'Coach at Atout EI and contributor at Textura',
    },
  },
]
