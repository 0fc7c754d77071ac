import type { NotebookData } from '../programme-data.ts'

/** What the project published, described only as far as our sources go. */
export const library: NotebookData[] = [
  {
    code: 'project-sheet',
    kind: 'projectSheet',
    title: {
      fr: 'Fiche du projet 2.3.112 - VISES',
      nl: 'Projectfiche 2.3.112 - VISES',
      en: 'Project sheet 2.3.112 - VISES',
    },
    publishedOn: '2016-05-17',
    precision: 'day',
    summary: {
      fr: 'Les partenaires et leur budget, l’objet du projet, ses deux espaces de travail, le lien avec l’outil RACINES et les dates. Mise à jour le 17 mai 2016.',
      nl: 'De partners en hun budget, het opzet van het project, de twee werkplekken, de band met de tool RACINES en de data. Bijgewerkt op 17 mei 2016.',
      en: 'The partners and their budget, what the project is for, its two workplaces, the link with the RACINES tool, and the dates. Updated on 17 May 2016.',
    },
    source: 'projectSheet',
  },
  {
    code: 'notebook-1',
    kind: 'notebook',
    title: {
      fr: 'Cahier thématique 1 : Observation de l’économie sociale et solidaire, vers de nouveaux enjeux',
      nl: 'Thematisch cahier 1: Observatie van de sociale en solidaire economie, op naar nieuwe uitdagingen',
      en: 'Thematic notebook 1: Observation of the social and solidarity economy, towards new challenges',
    },
    publishedOn: '2017-02-01',
    precision: 'month',
    summary: {
      fr: 'Premier cahier du projet, paru en février 2017, sur l’observation de l’économie sociale et solidaire.',
      nl: 'Het eerste cahier van het project, verschenen in februari 2017, over de observatie van de sociale en solidaire economie.',
      en: 'The first notebook of the project, published in February 2017, on observing the social and solidarity economy.',
    },
    source: 'newsletterNotebook2',
  },
  {
    code: 'notebook-2',
    kind: 'notebook',
    title: {
      fr: 'Cahier thématique 2 : Évaluer l’impact social de l’entrepreneuriat social, la nécessité d’une co-construction',
      nl: 'Thematisch cahier 2: De maatschappelijke impact van sociaal ondernemerschap evalueren, de nood aan een coconstructie',
      en: 'Thematic notebook 2: Evaluating the social impact of social entrepreneurship, the need for co-construction',
    },
    publishedOn: '2017-09-01',
    precision: 'month',
    summary: {
      fr: 'Une synthèse de ce qui existe en matière d’évaluation de l’impact social, les arguments des partenaires sur le pourquoi et le comment, et un plaidoyer pour la valorisation de l’impact des entreprises sociales et solidaires.',
      nl: 'Een synthese van wat er bestaat rond de evaluatie van de maatschappelijke impact, de argumenten van de partners over het waarom en het hoe, en een pleidooi voor de valorisatie van de impact van sociale en solidaire ondernemingen.',
      en: 'A synthesis of what exists on evaluating social impact, the partners’ arguments on why and how, and a plea for valorising the impact of social and solidarity enterprises.',
    },
    source: 'newsletterNotebook2',
  },
  {
    code: 'declaration-tiess',
    kind: 'declaration',
    title: {
      fr: 'Déclaration commune VISES - TIESS',
      nl: 'Gezamenlijke verklaring VISES - TIESS',
      en: 'Joint declaration VISES - TIESS',
    },
    publishedOn: '2019-01-01',
    precision: 'year',
    summary: {
      fr: 'Déclaration avec le TIESS du Québec. Elle pose notamment que l’évaluation ne peut pas servir d’obligation de résultat pour rémunérer des investisseurs. L’année est celle de notre source.',
      nl: 'Verklaring samen met TIESS uit Quebec. Ze stelt onder meer dat evaluatie niet mag dienen als resultaatsverbintenis om investeerders te betalen. Het jaar is dat van onze bron.',
      en: 'Declaration with TIESS of Quebec. It states among other things that evaluation may not be used as an obligation of result in order to pay investors. The year is that of our source.',
    },
    source: 'regionalWebsite2019',
  },
]
