import type { Language } from '../../platform/tri-text.ts'

type Words = Record<string, string>

/** Headers of the cohort as a file, in the order of its columns; the first fourteen are understood by the import. */
export const HEADERS: Record<Language, string[]> = {
  fr: [
    'Nom', 'Pays', 'Numéro BCE ou SIRET', 'Forme juridique', 'Code NACE', 'Taille', 'Adresse', 'Code postal', 'Commune', 'Site web',
    'Description', 'Plateforme-test', 'Territoire du siège', 'Accompagnement', 'Recrutement', 'État', 'Parcours', 'Phase', 'Étape',
    'Étapes faites', 'Étapes en tout', 'Fin prévue', 'Jours restants', 'Dernière activité', 'À rappeler', 'Partage',
  ],
  nl: [
    'Naam', 'Land', 'KBO- of SIRET-nummer', 'Rechtsvorm', 'NACE-code', 'Omvang', 'Adres', 'Postcode', 'Gemeente', 'Website',
    'Beschrijving', 'Proefplatform', 'Gebied van de zetel', 'Begeleiding', 'Rekrutering', 'Toestand', 'Traject', 'Fase', 'Stap',
    'Stappen gedaan', 'Stappen in totaal', 'Gepland einde', 'Dagen over', 'Laatste activiteit', 'Te bellen', 'Delen',
  ],
  en: [
    'Name', 'Country', 'BCE or SIRET number', 'Legal form', 'NACE code', 'Size', 'Address', 'Postal code', 'City', 'Website',
    'Description', 'Test platform', 'Territory of the seat', 'Coach', 'Recruitment', 'Status', 'Route', 'Phase', 'Step',
    'Steps done', 'Steps in total', 'Planned end', 'Days left', 'Last activity', 'To call', 'Sharing',
  ],
}

/** Words for the codes in the cells. */
export const WORDS: Record<Language, Record<'file' | 'sizeBand' | 'recruitment' | 'status' | 'route' | 'stall' | 'sharing', Words>> = {
  fr: {
    file: { name: 'cohorte' },
    sizeBand: { upTo4: "Jusqu'à 4", '5to9': '5 à 9', '10to49': '10 à 49', '50to249': '50 à 249', '250plus': '250 et plus' },
    recruitment: { recruited: 'Pas encore invitée', pending: 'Invitée', declined: 'A décliné', started: 'Commencée' },
    status: { active: 'Active', paused: 'En pause', stopped: 'Arrêtée', completed: 'Clôturée' },
    route: { full: 'Complet', light: 'Allégé' },
    stall: {
      overrun: 'Fin prévue dépassée', noQuestion: 'Pas encore de question évaluative', collectionStands: 'Collecte sans avancée',
      quiet: 'Pas d’activité récente', timeShort: 'Temps restant court',
    },
    sharing: { private: 'Privé', federation: 'Fédération', platform: 'Plateforme-test', crossBorder: 'Plateforme transfrontalière' },
  },
  nl: {
    file: { name: 'cohorte' },
    sizeBand: { upTo4: 'Tot 4', '5to9': '5 tot 9', '10to49': '10 tot 49', '50to249': '50 tot 249', '250plus': '250 en meer' },
    recruitment: { recruited: 'Nog niet uitgenodigd', pending: 'Uitgenodigd', declined: 'Niet ingegaan', started: 'Begonnen' },
    status: { active: 'Actief', paused: 'Onderbroken', stopped: 'Gestopt', completed: 'Afgesloten' },
    route: { full: 'Volledig', light: 'Licht' },
    stall: {
      overrun: 'Gepland einde voorbij', noQuestion: 'Nog geen evaluatievraag', collectionStands: 'Verzameling zonder vooruitgang',
      quiet: 'Geen recente activiteit', timeShort: 'Weinig tijd over',
    },
    sharing: { private: 'Privé', federation: 'Federatie', platform: 'Proefplatform', crossBorder: 'Grensoverschrijdend platform' },
  },
  en: {
    file: { name: 'cohort' },
    sizeBand: { upTo4: 'Up to 4', '5to9': '5 to 9', '10to49': '10 to 49', '50to249': '50 to 249', '250plus': '250 and more' },
    recruitment: { recruited: 'Not invited yet', pending: 'Invited', declined: 'Declined', started: 'Started' },
    status: { active: 'Active', paused: 'Paused', stopped: 'Stopped', completed: 'Completed' },
    route: { full: 'Full', light: 'Light' },
    stall: {
      overrun: 'Past its planned end', noQuestion: 'No evaluation question yet', collectionStands: 'Collection stands still',
      quiet: 'No recent activity', timeShort: 'Little time left',
    },
    sharing: { private: 'Private', federation: 'Federation', platform: 'Test platform', crossBorder: 'Cross-border platform' },
  },
}
