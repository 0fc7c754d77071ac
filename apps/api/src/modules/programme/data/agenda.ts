import type { AgendaEventData } from '../programme-data.ts'

/** Milestones of the programme, oldest first. An event known by month or quarter carries its first day. */
export const agenda: AgendaEventData[] = [
  {
    code: 'round-table-lille-2016',
    title: {
      fr: 'Table ronde : évaluer l’impact social des entreprises sociales',
      nl: 'Rondetafel: de maatschappelijke impact van sociale ondernemingen evalueren',
      en: 'Round table: assessing the social impact of social enterprises',
    },
    startsOn: '2016-10-11',
    precision: 'day',
    place: 'Lille',
    participants: '110',
    description: {
      fr: 'WAAK et 4Werk y témoignent de leur pratique. La démarche MESIS y est aussi présentée.',
      nl: 'WAAK en 4Werk getuigen er over hun praktijk. De MESIS-aanpak wordt er voorgesteld.',
      en: 'WAAK and 4Werk share their experience. The MESIS approach is presented.',
    },
    source: 'roundTable2016',
  },
  {
    code: 'meeting-1-charleroi-2016',
    title: {
      fr: '1res Rencontres de l’impact social',
      nl: '1ste Meeting van de maatschappelijke impact',
      en: '1st Social Impact Meeting',
    },
    startsOn: '2016-11-23',
    precision: 'day',
    place: 'Bois du Cazier, Charleroi',
    participants: '200+',
    description: {
      fr: 'Une journée sur l’utilité de l’évaluation de l’impact social, au sein de la 15e conférence annuelle du réseau INTI. La HEPH Condorcet en a tiré de courts films.',
      nl: 'Een dag over het nut van de evaluatie van de maatschappelijke impact, tijdens de 15de jaarlijkse conferentie van het INTI-netwerk. De hogeschool HEPH Condorcet maakte er korte filmpjes over.',
      en: 'A day on the use of evaluating social impact, inside the 15th annual conference of the INTI network. HEPH Condorcet made short films of it.',
    },
    source: 'newsletterMeeting1',
  },
  {
    code: 'notebook-1-2017',
    title: {
      fr: 'Parution du 1er cahier thématique',
      nl: 'Het 1ste thematisch cahier verschijnt',
      en: 'The 1st thematic notebook is published',
    },
    startsOn: '2017-02-01',
    precision: 'month',
    description: {
      fr: 'Sur l’observation de l’économie sociale et solidaire et ses nouveaux enjeux.',
      nl: 'Over de observatie van de sociale en solidaire economie en haar nieuwe uitdagingen.',
      en: 'On observing the social and solidarity economy and the challenges ahead.',
    },
    source: 'newsletterNotebook2',
  },
  {
    code: 'testers-lille-2017',
    title: {
      fr: '1re rencontre des entreprises testeuses',
      nl: '1ste ontmoeting van de testbedrijven',
      en: '1st meeting of the tester enterprises',
    },
    startsOn: '2017-06-01',
    precision: 'day',
    place: 'Lille',
    participants: '95',
    description: {
      fr: 'Cinq ateliers : enjeux et action, co-création d’indicateurs, appui sur l’expertise scientifique, conditions de la recherche-action, indicateurs quantitatifs et qualitatifs.',
      nl: 'Vijf workshops: inzet en actie, samen indicatoren maken, steunen op wetenschappelijke expertise, voorwaarden voor actieonderzoek, kwantitatieve en kwalitatieve indicatoren.',
      en: 'Five workshops: issues and action, co-creating indicators, relying on scientific expertise, conditions for action research, quantitative and qualitative indicators.',
    },
    source: 'testersMeeting2017',
  },
  {
    code: 'notebook-2-2017',
    title: {
      fr: 'Parution du 2e cahier thématique',
      nl: 'Het 2de thematisch cahier verschijnt',
      en: 'The 2nd thematic notebook is published',
    },
    startsOn: '2017-09-01',
    precision: 'month',
    description: {
      fr: 'Sur la nécessité d’une co-construction quand on évalue l’impact social de l’entrepreneuriat social.',
      nl: 'Over de nood aan coconstructie bij het evalueren van de maatschappelijke impact van sociaal ondernemerschap.',
      en: 'On the need for co-construction when the social impact of social entrepreneurship is evaluated.',
    },
    source: 'newsletterNotebook2',
  },
  {
    code: 'meeting-2-brussels-2017',
    title: {
      fr: '2es Rencontres de l’impact social',
      nl: '2de Meeting van de maatschappelijke impact',
      en: '2nd Social Impact Meeting',
    },
    startsOn: '2017-11-23',
    precision: 'day',
    place: 'Bruxelles / Brussel',
    participants: '150',
    description: {
      fr: 'Environ 150 personnes autour de la co-création, de la recherche-action et des parties prenantes.',
      nl: 'Ongeveer 150 mensen rond co-creatie, actieonderzoek en stakeholders.',
      en: 'About 150 people on co-creation, action research and stakeholders.',
    },
    source: 'meeting2Highlights',
  },
  {
    code: 'end-of-support-2019',
    title: {
      fr: 'Fin de l’accompagnement des entreprises testeuses',
      nl: 'Einde van de begeleiding van de testbedrijven',
      en: 'End of the support to tester enterprises',
    },
    startsOn: '2019-01-01',
    precision: 'quarter',
    description: {
      fr: 'L’accompagnement s’achève au plus tard au premier trimestre 2019. La démarche peut alors être diffusée plus largement.',
      nl: 'De begeleiding eindigt ten laatste in het eerste kwartaal van 2019. Daarna kan de methodiek breder worden uitgerold.',
      en: 'Support ends in the first quarter of 2019 at the latest. The method can then be rolled out more widely.',
    },
    source: 'newsletterExperiment',
  },
]
