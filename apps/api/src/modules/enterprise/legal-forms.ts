import type { TriText } from '../../platform/tri-text.ts'

/**
 * Legal forms that an enterprise of the social economy can have. Belgian forms that the company code of 2019 replaced
 * stay in the list: enterprises kept them for years and old evaluations name them. Work integration is also carried by
 * public bodies and ordinary companies, so these are here too; `autre` is for the few that fit nowhere.
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
      fr: 'Fondation d’utilité publique',
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
      fr: 'Centre public d’action sociale (CPAS)',
      nl: 'Openbaar centrum voor maatschappelijk welzijn (OCMW)',
      en: 'Public centre for social welfare (CPAS/OCMW)',
    },
  },
  {
    code: 'snc',
    country: 'BE',
    label: {
      fr: 'Société en nom collectif (SNC)',
      nl: 'Vennootschap onder firma (vof)',
      en: 'General partnership (SNC/vof)',
    },
  },
  {
    code: 'scomm',
    country: 'BE',
    label: {
      fr: 'Société en commandite (SComm)',
      nl: 'Commanditaire vennootschap (CommV)',
      en: 'Limited partnership (SComm/CommV)',
    },
  },
  {
    code: 'association-fait',
    country: 'BE',
    label: {
      fr: 'Association de fait',
      nl: 'Feitelijke vereniging',
      en: 'Unincorporated association',
    },
  },
  {
    code: 'personne-physique',
    country: 'BE',
    label: {
      fr: 'Personne physique (indépendant·e)',
      nl: 'Eenmanszaak (natuurlijke persoon)',
      en: 'Sole trader',
    },
  },
  {
    code: 'pouvoir-public',
    country: 'BE',
    label: {
      fr: 'Commune, province ou autre organisme public',
      nl: 'Gemeente, provincie of ander openbaar bestuur',
      en: 'Municipality, province or other public body',
    },
  },
  {
    code: 'autre',
    country: 'BE',
    label: {
      fr: 'Autre forme juridique',
      nl: 'Andere rechtsvorm',
      en: 'Other legal form',
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
      fr: 'Société coopérative d’intérêt collectif (SCIC)',
      nl: 'Franse coöperatie van collectief belang (SCIC)',
      en: 'French co-operative of collective interest (SCIC)',
    },
  },
  {
    code: 'cae',
    country: 'FR',
    label: {
      fr: 'Coopérative d’activité et d’emploi (CAE)',
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
    code: 'sa-fr',
    country: 'FR',
    label: {
      fr: 'Société anonyme de droit français (SA)',
      nl: 'Naamloze vennootschap naar Frans recht (SA)',
      en: 'French public limited company (SA)',
    },
  },
  {
    code: 'snc-fr',
    country: 'FR',
    label: {
      fr: 'Société en nom collectif de droit français (SNC)',
      nl: 'Vennootschap onder firma naar Frans recht (SNC)',
      en: 'French general partnership (SNC)',
    },
  },
  {
    code: 'commandite-fr',
    country: 'FR',
    label: {
      fr: 'Société en commandite simple ou par actions',
      nl: 'Commanditaire vennootschap naar Frans recht',
      en: 'French limited partnership',
    },
  },
  {
    code: 'societe-civile',
    country: 'FR',
    label: {
      fr: 'Société civile',
      nl: 'Burgerlijke vennootschap naar Frans recht',
      en: 'French civil-law partnership',
    },
  },
  {
    code: 'gie',
    country: 'FR',
    label: {
      fr: "Groupement d'intérêt économique (GIE)",
      nl: 'Economisch samenwerkingsverband naar Frans recht (GIE)',
      en: 'French economic interest grouping (GIE)',
    },
  },
  {
    code: 'entreprise-individuelle',
    country: 'FR',
    label: {
      fr: 'Entreprise individuelle',
      nl: 'Eenmanszaak naar Frans recht',
      en: 'French sole trader',
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
  {
    code: 'ccas',
    country: 'FR',
    label: {
      fr: "Centre communal ou intercommunal d'action sociale (CCAS/CIAS)",
      nl: 'Frans gemeentelijk of intergemeentelijk centrum voor sociale actie (CCAS/CIAS)',
      en: 'French municipal or intermunicipal social welfare centre (CCAS/CIAS)',
    },
  },
  {
    code: 'collectivite',
    country: 'FR',
    label: {
      fr: 'Collectivité territoriale ou établissement public',
      nl: 'Frans lokaal bestuur of openbare instelling',
      en: 'French local authority or public institution',
    },
  },
  {
    code: 'gip',
    country: 'FR',
    label: {
      fr: "Groupement d'intérêt public (GIP)",
      nl: 'Groepering van openbaar belang naar Frans recht (GIP)',
      en: 'French public interest grouping (GIP)',
    },
  },
  {
    code: 'autre-fr',
    country: 'FR',
    label: {
      fr: 'Autre forme juridique',
      nl: 'Andere rechtsvorm',
      en: 'Other legal form',
    },
  },
]
