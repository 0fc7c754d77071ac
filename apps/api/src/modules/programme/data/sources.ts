import type { TriText } from '../../../platform/tri-text.ts'

/** Where a fact, an event or a publication is taken from; rows keep the code, people read the words. */
export const sources = {
  projectSheet: {
    fr: 'Fiche du projet, 17 mai 2016',
    nl: 'Projectfiche, 17 mei 2016',
    en: 'Project sheet, 17 May 2016',
  },
  roundTable2016: {
    fr: 'Site du projet, compte rendu de la table ronde du 11 octobre 2016',
    nl: 'Website van het project, verslag van de rondetafel van 11 oktober 2016',
    en: 'Project website, report of the round table of 11 October 2016',
  },
  newsletterMeeting1: {
    fr: 'Lettre d’information du projet après les 1res Rencontres de l’impact social',
    nl: 'Nieuwsbrief van het project na de 1ste Meeting van de maatschappelijke impact',
    en: 'Project newsletter after the 1st Social Impact Meeting',
  },
  newsletterNotebook2: {
    fr: 'Lettre d’information du projet sur le 2e cahier thématique, 2017',
    nl: 'Nieuwsbrief van het project over het 2de thematisch cahier, 2017',
    en: 'Project newsletter on the 2nd thematic notebook, 2017',
  },
  testersMeeting2017: {
    fr: 'Site du projet, compte rendu de la rencontre du 1er juin 2017',
    nl: 'Website van het project, verslag van de ontmoeting van 1 juni 2017',
    en: 'Project website, report of the meeting of 1 June 2017',
  },
  monitoring2017: {
    fr: 'Site du projet, suivi de la phase d’expérimentation, 2017',
    nl: 'Website van het project, opvolging van de experimentele fase, 2017',
    en: 'Project website, monitoring of the experimental phase, 2017',
  },
  meeting2Highlights: {
    fr: 'Site du projet, temps forts des 2es Rencontres de l’impact social',
    nl: 'Website van het project, hoogtepunten van de 2de Meeting van de maatschappelijke impact',
    en: 'Project website, highlights of the 2nd Social Impact Meeting',
  },
  newsletterExperiment: {
    fr: 'Lettre d’information du projet sur l’expérimentation, fin 2018',
    nl: 'Nieuwsbrief van het project over het experiment, eind 2018',
    en: 'Project newsletter on the experiment, end of 2018',
  },
  avise2019: {
    fr: 'Avise, article sur les premiers enseignements de VISES, 2019',
    nl: 'Avise, artikel over de eerste lessen van VISES, 2019',
    en: 'Avise, article on the first lessons of VISES, 2019',
  },
  regionalWebsite2019: {
    fr: 'Site régional de l’ESS en Hauts-de-France, 2019',
    nl: 'Regionale website van de sociale en solidaire economie in Hauts-de-France, 2019',
    en: 'Regional SSE website of Hauts-de-France, 2019',
  },
  coorace2019: {
    fr: 'Actualités de COORACE, 23 mai 2019',
    nl: 'Nieuws van COORACE, 23 mei 2019',
    en: 'COORACE news, 23 May 2019',
  },
  projectOfTheMonth: {
    fr: 'Projet du mois d’Interreg, 14 novembre 2019',
    nl: 'Interreg-project van de maand, 14 november 2019',
    en: 'Interreg project of the month, 14 November 2019',
  },
  programmeArchive: {
    fr: 'Programme Interreg V, page archivée du projet',
    nl: 'Interreg V-programma, gearchiveerde projectpagina',
    en: 'Interreg V programme, archived project page',
  },
} satisfies Record<string, TriText>

export type SourceCode = keyof typeof sources
