import type { FieldOption, QuestionCheckData } from '../method-data.ts'

export const questionChecklist: QuestionCheckData[] = [
  {
    code: 'oneQuestion',
    label: {
      fr: 'C’est une seule question, avec un seul point d’interrogation',
      nl: 'Het is één vraag, met één vraagteken',
      en: 'It is one question, with one question mark',
    },
    hint: {
      fr: 'Deux questions reliées par « et » en cachent souvent une qui compte davantage. Gardez celle-là ; l’autre deviendra une sous-question.',
      nl: 'Achter twee vragen met “en” ertussen schuilt vaak één vraag die zwaarder weegt. Houd die over; de andere wordt een deelvraag.',
      en: 'Two questions joined by “and” often hide one that matters more. Keep that one; the other can become a sub-question.',
    },
    weak: {
      fr: 'Nos ateliers vélo aident-ils les jeunes et sont-ils assez connus dans le quartier ?',
      nl: 'Helpen onze fietsateliers jongeren vooruit en zijn ze bekend genoeg in de buurt?',
      en: 'Do our bicycle workshops help young people, and are they well enough known in the neighbourhood?',
    },
    better: {
      fr: 'En quoi nos ateliers vélo ont-ils changé la mobilité des jeunes venus au moins trois fois en 2017 ?',
      nl: 'Wat veranderden onze fietsateliers aan de mobiliteit van jongeren die in 2017 minstens drie keer kwamen?',
      en: 'How did our bicycle workshops change the mobility of young people who came at least three times in 2017?',
    },
  },
  {
    code: 'concrete',
    label: {
      fr: 'Elle nomme un changement ou une pratique, un public et une période',
      nl: 'Ze noemt een verandering of een praktijk, een doelgroep en een periode',
      en: 'It names a change or a practice, a group of people and a period',
    },
    hint: {
      fr: 'Une personne extérieure devrait comprendre, sans explication, ce que vous regardez, chez qui et pour quels mois ou années.',
      nl: 'Een buitenstaander moet zonder uitleg begrijpen waar u naar kijkt, bij wie en over welke maanden of jaren.',
      en: 'An outsider should understand, without explanation, what you are looking at, for whom, and over which months or years.',
    },
    weak: {
      fr: 'Quel est l’impact de notre épicerie sociale ?',
      nl: 'Wat is de impact van onze sociale kruidenier?',
      en: 'What is the impact of our social grocery?',
    },
    better: {
      fr: 'Qu’est-ce que le fait de choisir soi-même ses produits a changé, en un an, pour les familles qui fréquentent notre épicerie ?',
      nl: 'Wat veranderde het zelf kiezen van producten, over één jaar, voor de gezinnen die bij onze kruidenier komen?',
      en: 'What has choosing their own products changed, over one year, for the families who come to our grocery?',
    },
  },
  {
    code: 'open',
    label: {
      fr: 'Elle est ouverte : elle cherche à comprendre, pas à démontrer',
      nl: 'Ze is open: ze wil begrijpen, niet aantonen',
      en: 'It is open: it seeks to understand, not to make a case',
    },
    hint: {
      fr: 'Commencez par « dans quelle mesure », « comment », « en quoi » ou « pour qui ». Si vous connaissez déjà la réponse, ce n’est pas encore la bonne question.',
      nl: 'Begin met “in welke mate”, “hoe”, “wat verandert” of “voor wie”. Kent u het antwoord al, dan is het nog niet de juiste vraag.',
      en: 'Start with “to what extent”, “how”, “in what way” or “for whom”. If you already know the answer, it is not the right question yet.',
    },
    weak: {
      fr: 'Comment démontrer que notre accompagnement redonne confiance ?',
      nl: 'Hoe tonen we aan dat onze begeleiding mensen weer vertrouwen geeft?',
      en: 'How can we show that our support restores confidence?',
    },
    better: {
      fr: 'Dans quelle mesure, et par quels moments, la confiance des personnes accompagnées évolue-t-elle pendant leurs six premiers mois chez nous ?',
      nl: 'In welke mate en door welke momenten verandert het zelfvertrouwen van de mensen die we begeleiden in hun eerste zes maanden bij ons?',
      en: 'To what extent, and through which moments, does the confidence of the people we support change in their first six months with us?',
    },
  },
  {
    code: 'useful',
    label: {
      fr: 'Quelqu’un décidera quelque chose grâce à la réponse',
      nl: 'Iemand zal met het antwoord iets beslissen',
      en: 'Someone will decide something with the answer',
    },
    hint: {
      fr: 'Nommez la personne ou l’instance, la décision et la date. Si rien ne change quelle que soit la réponse, cherchez encore.',
      nl: 'Noem de persoon of het orgaan, de beslissing en de datum. Verandert er niets, wat het antwoord ook is, zoek dan verder.',
      en: 'Name the person or body, the decision and the date. If nothing changes whatever the answer, keep looking.',
    },
    weak: {
      fr: 'Nos volontaires sont-ils contents en général ?',
      nl: 'Zijn onze vrijwilligers over het algemeen tevreden?',
      en: 'Are our volunteers generally happy?',
    },
    better: {
      fr: 'Qu’est-ce qui fait que les volontaires arrivés en 2017 restent ou partent, afin que l’assemblée de juin revoie leur accueil ?',
      nl: 'Waarom blijven of vertrekken vrijwilligers die in 2017 begonnen, zodat de vergadering van juni hun onthaal kan herzien?',
      en: 'What makes volunteers who joined in 2017 stay or leave, so that the June assembly can review how they are welcomed?',
    },
  },
  {
    code: 'feasible',
    label: {
      fr: 'Les jours dont vous disposez suffisent pour y répondre',
      nl: 'Met de dagen die u hebt, kunt u ze beantwoorden',
      en: 'It can be answered with the days you have',
    },
    hint: {
      fr: 'Comptez le temps pour préparer, rencontrer, lire et écrire. Une petite question bien traitée sert plus qu’une grande restée ouverte.',
      nl: 'Reken tijd om voor te bereiden, mensen te spreken, te lezen en te schrijven. Een kleine vraag die af is, dient meer dan een grote die blijft liggen.',
      en: 'Count time to prepare, to meet people, to read and to write. A small question well treated helps more than a large one left open.',
    },
    weak: {
      fr: 'Comment notre ressourcerie transforme-t-elle la consommation dans toute la région depuis vingt ans ?',
      nl: 'Hoe verandert onze kringwinkel al twintig jaar het koopgedrag in de hele regio?',
      en: 'How has our reuse shop been changing consumption across the whole region for twenty years?',
    },
    better: {
      fr: 'Qu’est-ce qui a changé dans les habitudes d’achat de notre clientèle régulière depuis l’ouverture du second magasin en 2016 ?',
      nl: 'Wat veranderde er in de koopgewoonten van onze vaste klanten sinds de opening van de tweede winkel in 2016?',
      en: 'What has changed in the buying habits of our regular customers since the second shop opened in 2016?',
    },
  },
  {
    code: 'negativePossible',
    label: {
      fr: 'Elle laisse la place à une réponse négative ou inattendue',
      nl: 'Ze laat ruimte voor een negatief of onverwacht antwoord',
      en: 'It leaves room for a negative or unexpected answer',
    },
    hint: {
      fr: 'Imaginez que rien n’ait changé, ou pas pour tout le monde : la question permettrait-elle de l’apprendre ?',
      nl: 'Stel dat er niets veranderde, of niet voor iedereen: zou u dat met deze vraag te weten komen?',
      en: 'Suppose nothing changed, or not for everyone: would this question let you find out?',
    },
    weak: {
      fr: 'Quels bienfaits nos visites à domicile apportent-elles aux personnes âgées ?',
      nl: 'Welke voordelen hebben onze huisbezoeken voor ouderen?',
      en: 'What benefits do our home visits bring to older people?',
    },
    better: {
      fr: 'Pour quelles personnes âgées nos visites ont-elles changé quelque chose à la solitude en 2017, et pour lesquelles non ?',
      nl: 'Voor welke ouderen veranderden onze bezoeken in 2017 iets aan de eenzaamheid, en voor wie niet?',
      en: 'For which older people did our visits change something about loneliness in 2017, and for which did they not?',
    },
  },
  {
    code: 'recognised',
    label: {
      fr: 'Des parties prenantes extérieures à la direction s’y reconnaissent',
      nl: 'Stakeholders buiten de directie herkennen zich erin',
      en: 'Stakeholders outside management recognise it as theirs',
    },
    hint: {
      fr: 'Lisez-la à voix haute à deux ou trois personnes concernées. Demandez-leur de la redire avec leurs mots ; reprenez ces mots.',
      nl: 'Lees ze hardop voor aan twee of drie betrokkenen. Vraag hun de vraag in eigen woorden te herhalen en neem die woorden over.',
      en: 'Read it aloud to two or three people concerned. Ask them to say it in their own words, and use those words.',
    },
    weak: {
      fr: 'En quoi notre dispositif optimise-t-il le capital relationnel du public cible en 2018 ?',
      nl: 'Hoe optimaliseert onze werking in 2018 het relationele kapitaal van de doelgroep?',
      en: 'How does our scheme optimise the relational capital of the target group in 2018?',
    },
    better: {
      fr: 'Qui les locataires de l’immeuble connaissent-ils mieux, et sur qui peuvent-ils compter, un an après l’ouverture de la salle commune ?',
      nl: 'Wie kennen de bewoners van het gebouw beter en op wie kunnen ze rekenen, één jaar na de opening van de gemeenschappelijke zaal?',
      en: 'Whom do the tenants of the building know better, and whom can they count on, one year after the common room opened?',
    },
  },
]

/** The checklist as options, for ticking a candidate question. */
export const questionCheckOptions: FieldOption[] = questionChecklist.map(({ code, label }) => ({ code, label }))

export const questionTypes: FieldOption[] = [
  {
    code: 'effectOnPeopleSupported',
    label: {
      fr: 'Effet sur les personnes accompagnées',
      nl: 'Effect op de mensen die we begeleiden',
      en: 'Effect on the people supported',
    },
  },
  {
    code: 'effectOnWorkersAndMembers',
    label: {
      fr: 'Effet sur les membres du personnel, les volontaires ou les membres',
      nl: 'Effect op medewerkers, vrijwilligers of leden',
      en: 'Effect on workers, volunteers or members',
    },
  },
  {
    code: 'effectOfPractice',
    label: {
      fr: 'Effet d’une pratique (gouvernance, pédagogie, prix, forme d’emploi)',
      nl: 'Effect van een praktijk (bestuur, pedagogie, prijs, vorm van tewerkstelling)',
      en: 'Effect of a practice (governance, pedagogy, pricing, form of employment)',
    },
  },
  {
    code: 'missionFit',
    label: {
      fr: 'Cohérence entre la mission et l’action',
      nl: 'Samenhang tussen missie en werking',
      en: 'Fit between mission and action',
    },
  },
  {
    code: 'effectOnTerritory',
    label: {
      fr: 'Effet sur le territoire, les partenaires ou les politiques publiques',
      nl: 'Effect op het gebied, de partners of het beleid',
      en: 'Effect on the territory, partners or public policy',
    },
  },
  {
    code: 'environmentalEffect',
    label: { fr: 'Effet environnemental', nl: 'Effect op het milieu', en: 'Environmental effect' },
  },
  {
    code: 'accessAndAbsence',
    label: {
      fr: 'Accès : qui est touché, qui ne l’est pas',
      nl: 'Bereik: wie wel, wie niet',
      en: 'Access: who is reached and who is not',
    },
  },
]

export const purposes: FieldOption[] = [
  {
    code: 'improve',
    label: { fr: 'Améliorer ce que nous faisons', nl: 'Verbeteren wat we doen', en: 'Improve what we do' },
  },
  {
    code: 'motivate',
    label: {
      fr: 'Donner du sens et de l’élan à l’équipe',
      nl: 'Het team betekenis en energie geven',
      en: 'Give the team meaning and energy',
    },
  },
  {
    code: 'account',
    label: {
      fr: 'Rendre compte à celles et ceux qui nous soutiennent',
      nl: 'Toelichten aan wie ons steunt',
      en: 'Give an account to those who support us',
    },
  },
  {
    code: 'advocate',
    label: {
      fr: 'Plaider pour une cause ou une façon de faire',
      nl: 'Pleiten voor een zaak of een manier van werken',
      en: 'Speak up for a cause or a way of working',
    },
  },
]

export const domains: FieldOption[] = [
  { code: 'economic', label: { fr: 'Économique', nl: 'Economisch', en: 'Economic' } },
  { code: 'social', label: { fr: 'Social', nl: 'Sociaal', en: 'Social' } },
  { code: 'political', label: { fr: 'Politique', nl: 'Politiek', en: 'Political' } },
  { code: 'environmental', label: { fr: 'Environnemental', nl: 'Ecologisch', en: 'Environmental' } },
  { code: 'territorial', label: { fr: 'Territorial', nl: 'Territoriaal', en: 'Territorial' } },
]

export const collectionMethods: FieldOption[] = [
  { code: 'survey', label: { fr: 'Questionnaire', nl: 'Enquête', en: 'Survey' } },
  { code: 'interview', label: { fr: 'Entretien', nl: 'Interview', en: 'Interview' } },
  { code: 'focusGroup', label: { fr: 'Groupe de discussion (focus group)', nl: 'Focusgroep', en: 'Focus group' } },
  { code: 'lifeStory', label: { fr: 'Récit de vie', nl: 'Levensverhaal', en: 'Life story' } },
  { code: 'observation', label: { fr: 'Observation', nl: 'Observatie', en: 'Observation' } },
  {
    code: 'documents',
    label: {
      fr: 'Documents et données existantes',
      nl: 'Documenten en bestaande gegevens',
      en: 'Documents and existing data',
    },
  },
  {
    code: 'indicatorRegister',
    label: { fr: 'Registre d’indicateurs', nl: 'Indicatorenregister', en: 'Indicator register' },
  },
]
