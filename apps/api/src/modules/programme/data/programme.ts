import type { TriText } from '../../../platform/tri-text.ts'
import type { ProgrammeData } from '../programme-data.ts'

/**
 * The programme as its project sheet of 17 May 2016 describes it. French and Dutch principles are both original
 * wordings of the project, not translations of each other; only the English ones are ours.
 */
export const programme: ProgrammeData = {
  code: 'vises',
  name: {
    fr: 'Valoriser l’Impact Social de l’Entrepreneuriat Social',
    nl: 'Maatschappelijke Impact van Sociaal Ondernemerschap Valoriseren',
    en: 'Valorising the Social Impact of Social Entrepreneurship',
  },
  funder: {
    fr: 'Interreg V France-Wallonie-Vlaanderen, Fonds européen de développement régional (FEDER)',
    nl: 'Interreg V France-Wallonie-Vlaanderen, Europees Fonds voor Regionale Ontwikkeling (EFRO)',
    en: 'Interreg V France-Wallonie-Vlaanderen, European Regional Development Fund (ERDF)',
  },
  number: '2.3.112',
  axis: {
    fr: 'Axe 2 : créer, valoriser et mutualiser ensemble des dispositifs qui aident les PME à accéder aux marchés',
    nl: 'As 2: samen voorzieningen creëren, promoten en delen die kmo’s helpen om toegang te krijgen tot markten',
    en: 'Axis 2: jointly create, promote and share systems that help SMEs to reach their markets',
  },
  aidCategory: {
    fr: 'Services d’appui avancés aux PME et groupements de PME (y compris gestion, marketing et conception)',
    nl: 'Geavanceerde ondersteunende diensten voor kmo’s en groepen van kmo’s (met inbegrip van beheer, marketing en design)',
    en: 'Advanced support services for SMEs and groups of SMEs (including management, marketing and design)',
  },
  startsOn: '2016-01-01',
  endsOn: '2019-12-31',
  sheetUpdatedOn: '2016-05-17',
  fundingLine: {
    fr: 'Avec le soutien du Fonds européen de développement régional',
    nl: 'Met steun van het Europees Fonds voor Regionale Ontwikkeling',
    en: 'With the support of the European Regional Development Fund',
  },
  principles: [
    {
      fr: 'S’adapter au monde de l’entreprise',
      nl: 'Zich aanpassen aan de wereld van ondernemingen',
      en: 'Adapt to the world of enterprises',
    },
    {
      fr: 'S’appuyer sur les forces existantes',
      nl: 'Steunen op de bestaande sterktes',
      en: 'Build on existing strengths',
    },
    {
      fr: 'Prendre en compte la diversité des entreprises et des territoires',
      nl: 'Rekening houdend met de lokale en ondernemingsdiversiteit',
      en: 'Take account of the diversity of enterprises and territories',
    },
    {
      fr: 'Écouter les attentes des partenaires',
      nl: 'Luisteren naar de verwachtingen van de partners',
      en: 'Listen to what partners expect',
    },
  ],
  benefits: [
    {
      fr: 'Revenir à l’essence même de votre activité',
      nl: 'Opnieuw kijken naar de eigenlijke essentie van de activiteit',
      en: 'Look again at the essence of the activity',
    },
    {
      fr: 'Nourrir la stratégie à long terme',
      nl: 'Zorgen voor input voor de langetermijnstrategie',
      en: 'Feed the long-term strategy',
    },
    {
      fr: 'Développer des partenariats',
      nl: 'Uitwerken van partnerschappen',
      en: 'Develop partnerships',
    },
    {
      fr: 'Renforcer l’esprit d’équipe et la motivation du personnel',
      nl: 'Versterken van de teamgeest en de motivatie bij de medewerkers',
      en: 'Strengthen team spirit and the motivation of staff',
    },
    {
      fr: 'Mieux communiquer avec les parties prenantes internes et externes',
      nl: 'Beter communiceren naar de interne en/of externe betrokken partijen',
      en: 'Communicate better with internal and external stakeholders',
    },
  ],
}

/**
 * Why valorise social impact. The French speaks of creating activities, the Dutch of developing them: both are what
 * the project printed, so neither is to be corrected after the other.
 */
export const valorisingImpact: { lead: TriText; effects: TriText[] } = {
  lead: {
    fr: 'Valoriser l’impact social, c’est susciter l’engouement pour agir et entreprendre différemment et :',
    nl: 'Het valoriseren van de maatschappelijke impact zet anderen aan tot actie en tot het anders ondernemen. Dit leidt op zijn beurt tot:',
    en: 'Valorising social impact makes people want to act and do business differently. It also:',
  },
  effects: [
    {
      fr: 'favoriser l’adhésion et l’implication de tous',
      nl: 'draagvlak en betrokkenheid van alle betrokkenen bevorderen',
      en: 'fosters the support and involvement of all',
    },
    {
      fr: 'inspirer la création d’activités',
      nl: 'de ontwikkeling van activiteiten',
      en: 'inspires new activities',
    },
    {
      fr: 'renforcer le soutien de partenaires publics et privés',
      nl: 'meer steun van publiek en privaatpartners',
      en: 'strengthens the support of public and private partners',
    },
    {
      fr: 'inviter à revisiter l’existant pour optimiser l’utilité sociale',
      nl: 'het bestaande constant in vraag te stellen om de maatschappelijke nut te optimaliseren',
      en: 'invites a fresh look at what exists, so that its social utility grows',
    },
  ],
}
