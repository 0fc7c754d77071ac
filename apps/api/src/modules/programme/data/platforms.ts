import type { TestPlatformData } from '../programme-data.ts'

/**
 * The three test platforms. The project sheet speaks of sectors; what tells the groups apart is their purpose, so an
 * enterprise of any sector finds its place by what it is there for.
 */
export const platforms: TestPlatformData[] = [
  {
    code: 'A',
    name: {
      fr: 'Insertion socioprofessionnelle',
      nl: 'Socioprofessionele inschakeling',
      en: 'Socio-professional integration',
    },
    purpose: {
      fr: 'Entreprises qui accompagnent vers l’emploi, la formation et une place dans la société des personnes éloignées du travail.',
      nl: 'Ondernemingen die mensen ver van de arbeidsmarkt begeleiden naar werk, opleiding en een plaats in de samenleving.',
      en: 'Enterprises that support people far from employment towards work, training and a place in society.',
    },
    guidelineSize: [10, 15],
  },
  {
    code: 'B',
    name: {
      fr: 'Services collectifs accessibles à tous',
      nl: 'Collectieve diensten, toegankelijk voor iedereen',
      en: 'Collective services open to all',
    },
    purpose: {
      fr: 'Services collectifs qui répondent aux besoins essentiels des citoyens et visent l’accès pour tous, surtout des publics fragilisés : petite enfance, aide à la jeunesse, handicap, personnes âgées.',
      nl: 'Collectieve diensten die tegemoetkomen aan de essentiële behoeften van burgers en voor iedereen toegankelijk willen zijn, vooral voor kwetsbare groepen: jonge kinderen, jeugdzorg, mensen met een handicap, ouderen.',
      en: 'Collective services that meet essential needs of citizens and aim to be open to all, mainly for people in vulnerable situations: early childhood, youth care, disability, older people.',
    },
    guidelineSize: [10, 15],
  },
  {
    code: 'C',
    name: {
      fr: 'Biens et services aux pratiques solidaires',
      nl: 'Goederen en diensten met solidaire praktijken',
      en: 'Goods and services with solidarity practices',
    },
    purpose: {
      fr: 'Entreprises de tous secteurs qui produisent des biens et des services selon les pratiques et les valeurs de l’économie sociale et solidaire, sans que l’insertion ou la solidarité soit leur métier premier : coopératives citoyennes ou de travailleurs, éducation permanente, microcrédit.',
      nl: 'Ondernemingen uit alle sectoren die goederen en diensten leveren volgens de praktijken en waarden van de sociale en solidaire economie, zonder dat inschakeling of solidariteit hun kernactiviteit is: burger- en werknemerscoöperaties, permanente vorming, microkrediet.',
      en: 'Enterprises in any sector that offer goods and services with the practices and values of the social and solidarity economy, without integration or solidarity being their core: citizen and worker co-operatives, permanent education, micro-credit.',
    },
    guidelineSize: [10, 15],
  },
]
