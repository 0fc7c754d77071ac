import type { TriText } from '../../platform/tri-text.ts'

/**
 * Legal forms that an enterprise of the social economy can have. Belgian forms that the company code of 2019 replaced
 * stay in the list: enterprises kept them for years and old evaluations name them.
 */
export const legalForms: { code: string; country: 'BE' | 'FR'; label: TriText }[] = [
  {
    code: 'asbl',
    country: 'BE',
    label: {
      fr: 'Association sans but lucratif (ASBL)',
      nl: 'Vereniging zonder winstoogmerk (vzw)',
      en: 'Non-profit association (ASBL/vzw)',
    },
  },
  {
    code: 'aisbl',
    country: 'BE',
    label: {
      fr: 'Association internationale sans but lucratif (AISBL)',
      nl: 'Internationale vereniging zonder winstoogmerk (ivzw)',
      en: 'International non-profit association (AISBL/ivzw)',
    },
  },
  {
    code: 'sc',
    country: 'BE',
    label: {
      fr: 'Société coopérative (SC)',
      nl: 'Coöperatieve vennootschap (cv)',
      en: 'Co-operative company (SC/cv)',
    },
  },
  {
    code: 'sc-es',
    country: 'BE',
    label: {
      fr: 'Société coopérative agréée comme entreprise sociale (SCES agréée)',
      nl: 'Coöperatieve vennootschap erkend als sociale onderneming (erkende cvso)',
      en: 'Co-operative company accredited as social enterprise (SCES/cvso)',
    },
  },
  {
    code: 'scrl',
    country: 'BE',
    label: {
      fr: 'Société coopérative à responsabilité limitée (SCRL)',
      nl: 'Coöperatieve vennootschap met beperkte aansprakelijkheid (cvba)',
      en: 'Limited liability co-operative (SCRL/cvba)',
    },
  },
  {
    code: 'scrl-fs',
    country: 'BE',
    label: {
      fr: 'Société coopérative à responsabilité limitée à finalité sociale (SCRL-FS)',
      nl: 'Coöperatieve vennootschap met beperkte aansprakelijkheid en sociaal oogmerk (cvba-so)',
      en: 'Limited liability co-operative with a social purpose (SCRL-FS/cvba-so)',
    },
  },
  {
    code: 'srl',
    country: 'BE',
    label: {
      fr: 'Société à responsabilité limitée (SRL)',
      nl: 'Besloten vennootschap (bv)',
      en: 'Private limited company (SRL/bv)',
    },
  },
  {
    code: 'sprl-fs',
    country: 'BE',
    label: {
      fr: 'Société privée à responsabilité limitée à finalité sociale (SPRL-FS)',
      nl: 'Besloten vennootschap met beperkte aansprakelijkheid en sociaal oogmerk (bvba-so)',
      en: 'Private limited company with a social purpose (SPRL-FS/bvba-so)',
    },
  },
  {
    code: 'sa',
    country: 'BE',
    label: {
      fr: 'Société anonyme (SA)',
      nl: 'Naamloze vennootschap (nv)',
      en: 'Public limited company (SA/nv)',
    },
  },
  {
    code: 'fondation-utilite-publique',
    country: 'BE',
    label: {
      fr: "Fondation d'utilité publique",
      nl: 'Stichting van openbaar nut',
      en: 'Foundation of public benefit',
    },
  },
  {
    code: 'fondation-privee',
    country: 'BE',
    label: { fr: 'Fondation privée', nl: 'Private stichting', en: 'Private foundation' },
  },
  {
    code: 'mutualite',
    country: 'BE',
    label: { fr: 'Mutualité', nl: 'Ziekenfonds (mutualiteit)', en: 'Mutual health fund' },
  },
  {
    code: 'cpas',
    country: 'BE',
    label: {
      fr: "Centre public d'action sociale (CPAS)",
      nl: 'Openbaar centrum voor maatschappelijk welzijn (OCMW)',
      en: 'Public centre for social welfare (CPAS/OCMW)',
    },
  },
  {
    code: 'association',
    country: 'FR',
    label: {
      fr: 'Association déclarée (loi de 1901)',
      nl: 'Vereniging naar Frans recht (wet van 1901)',
      en: 'French association (law of 1901)',
    },
  },
  {
    code: 'scop',
    country: 'FR',
    label: {
      fr: 'Société coopérative de production (SCOP)',
      nl: 'Franse werknemerscoöperatie (SCOP)',
      en: 'French worker co-operative (SCOP)',
    },
  },
  {
    code: 'scic',
    country: 'FR',
    label: {
      fr: "Société coopérative d'intérêt collectif (SCIC)",
      nl: 'Franse coöperatie van collectief belang (SCIC)',
      en: 'French co-operative of collective interest (SCIC)',
    },
  },
  {
    code: 'cae',
    country: 'FR',
    label: {
      fr: "Coopérative d'activité et d'emploi (CAE)",
      nl: 'Franse activiteitencoöperatie (CAE)',
      en: 'French business and employment co-operative (CAE)',
    },
  },
  {
    code: 'cooperative',
    country: 'FR',
    label: {
      fr: 'Autre société coopérative',
      nl: 'Andere coöperatie naar Frans recht',
      en: 'Other French co-operative',
    },
  },
  {
    code: 'sarl',
    country: 'FR',
    label: {
      fr: 'Société à responsabilité limitée (SARL)',
      nl: 'Vennootschap met beperkte aansprakelijkheid naar Frans recht (SARL)',
      en: 'French limited liability company (SARL)',
    },
  },
  {
    code: 'sas',
    country: 'FR',
    label: {
      fr: 'Société par actions simplifiée (SAS)',
      nl: 'Vereenvoudigde aandelenvennootschap naar Frans recht (SAS)',
      en: 'French simplified joint-stock company (SAS)',
    },
  },
  {
    code: 'mutuelle',
    country: 'FR',
    label: { fr: 'Mutuelle', nl: 'Mutualiteit naar Frans recht', en: 'French mutual' },
  },
  {
    code: 'fondation',
    country: 'FR',
    label: { fr: 'Fondation', nl: 'Stichting naar Frans recht', en: 'French foundation' },
  },
  {
    code: 'fonds-dotation',
    country: 'FR',
    label: { fr: 'Fonds de dotation', nl: 'Schenkingsfonds naar Frans recht', en: 'French endowment fund' },
  },
]
