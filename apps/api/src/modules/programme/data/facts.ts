import type { ProgrammeFactData } from '../programme-data.ts'

/**
 * Published figures that disagree, side by side with their date and source. None of them is "the right one": each was
 * true of its moment or of its way of counting. `value` is language-neutral: a plain number, a range, or `>55`.
 */
export const facts: ProgrammeFactData[] = [
  {
    code: 'partners-21',
    subject: 'partners',
    value: '21',
    label: {
      fr: '21 partenaires à l’approbation du projet',
      nl: '21 partners bij de goedkeuring van het project',
      en: '21 partners when the project was approved',
    },
    reading: {
      fr: '14 partenaires financés et 7 partenaires associés. C’est la liste que nous reprenons, à sa date.',
      nl: '14 gefinancierde en 7 geassocieerde partners. Dit is de lijst die wij overnemen, met haar datum.',
      en: '14 funded and 7 associated partners. This is the list we use, at its date.',
    },
    statedOn: '2016-05-17',
    precision: 'day',
    source: 'projectSheet',
  },
  {
    code: 'partners-22',
    subject: 'partners',
    value: '22',
    label: {
      fr: '22 partenaires en mai 2019',
      nl: '22 partners in mei 2019',
      en: '22 partners in May 2019',
    },
    reading: {
      fr: 'Des partenaires ont rejoint le projet en chemin. Une autre publication précise 15 opérateurs et 7 associés.',
      nl: 'Onderweg sloten partners zich bij het project aan. Een andere publicatie noemt 15 projectpartners en 7 geassocieerde.',
      en: 'Partners joined along the way. Another publication specifies 15 operators and 7 associated partners.',
    },
    statedOn: '2019-05-23',
    precision: 'day',
    source: 'coorace2019',
  },
  {
    code: 'partners-23',
    subject: 'partners',
    value: '23',
    label: {
      fr: '23 partenaires à la fin du projet',
      nl: '23 partners op het einde van het project',
      en: '23 partners at the end of the project',
    },
    reading: {
      fr: 'Compte de clôture. L’adhésion d’un partenaire a donc une date de début et de fin.',
      nl: 'De telling bij de afsluiting. Het lidmaatschap van een partner heeft dus een begin- en einddatum.',
      en: 'The count at the close. A partner’s membership therefore has a start and an end date.',
    },
    statedOn: '2019-11-14',
    precision: 'day',
    source: 'projectOfTheMonth',
  },
  {
    code: 'pilots-more-than-55',
    subject: 'pilots',
    value: '>55',
    label: {
      fr: 'Plus de 55 entreprises recrutées, sur 69 prévues d’ici fin 2018',
      nl: 'Meer dan 55 ondernemingen gerekruteerd, van de 69 gepland tegen eind 2018',
      en: 'More than 55 enterprises recruited, of 69 planned by the end of 2018',
    },
    reading: {
      fr: 'Ce texte donne la clé : 69 est la cible, 55 et plus le nombre d’entreprises recrutées à cette date.',
      nl: 'Deze tekst geeft de sleutel: 69 is het streefcijfer, ruim 55 het aantal dat toen gerekruteerd was.',
      en: 'This text holds the key: 69 is the target, 55 and more is how many had been recruited by then.',
    },
    statedOn: '2017-07-01',
    precision: 'year',
    source: 'monitoring2017',
  },
  {
    code: 'pilots-69-notebook',
    subject: 'pilots',
    value: '69',
    label: {
      fr: 'Un test dans 69 entreprises pilotes',
      nl: 'Een test in 69 pilootbedrijven',
      en: 'A test in 69 pilot enterprises',
    },
    reading: {
      fr: 'Nous lisons 69 comme la cible du projet. Aucune source ne parle d’abandons.',
      nl: 'Wij lezen 69 als het streefcijfer van het project. Geen enkele bron spreekt van afhakers.',
      en: 'We read 69 as the target of the project. No source speaks of enterprises dropping out.',
    },
    statedOn: '2017-09-01',
    precision: 'month',
    source: 'newsletterNotebook2',
  },
  {
    code: 'pilots-56',
    subject: 'pilots',
    value: '56',
    label: {
      fr: '56 entreprises finalement accompagnées',
      nl: 'Uiteindelijk 56 begeleide ondernemingen',
      en: '56 enterprises accompanied in the end',
    },
    reading: {
      fr: 'Le nombre d’entreprises réellement accompagnées. Nous le gardons à part de la cible.',
      nl: 'Het aantal ondernemingen dat echt begeleid is. Wij houden het apart van het streefcijfer.',
      en: 'How many enterprises were really accompanied. We keep it apart from the target.',
    },
    statedOn: '2018-12-01',
    precision: 'year',
    source: 'newsletterExperiment',
  },
  {
    code: 'pilots-68',
    subject: 'pilots',
    value: '68',
    label: {
      fr: '68 entreprises testeuses',
      nl: '68 testbedrijven',
      en: '68 tester enterprises',
    },
    reading: {
      fr: 'Compte de 2019, proche de la cible. La source ne dit pas si elle compte les entreprises prévues, recrutées ou accompagnées.',
      nl: 'Een telling uit 2019, dicht bij het streefcijfer. De bron zegt niet of ze geplande, gerekruteerde of begeleide ondernemingen telt.',
      en: 'A count of 2019, close to the target. The source does not say whether it counts planned, recruited or accompanied enterprises.',
    },
    statedOn: '2019-05-23',
    precision: 'day',
    source: 'coorace2019',
  },
  {
    code: 'pilots-69-avise',
    subject: 'pilots',
    value: '69',
    label: {
      fr: '69 entreprises, cité en 2019',
      nl: '69 ondernemingen, vermeld in 2019',
      en: '69 enterprises, as quoted in 2019',
    },
    reading: {
      fr: 'Reprend la cible après la fin des tests. La source ne décrit pas comment elle compte.',
      nl: 'Neemt het streefcijfer over na het einde van de tests. De bron beschrijft niet hoe ze telt.',
      en: 'Repeats the target after the tests had ended. The source does not describe how it counts.',
    },
    statedOn: '2019-01-01',
    precision: 'year',
    source: 'avise2019',
  },
  {
    code: 'platform-size-10-15',
    subject: 'platformSize',
    value: '10-15',
    label: {
      fr: '10 à 15 entreprises par plateforme-test',
      nl: '10 tot 15 ondernemingen per proefplatform',
      en: '10 to 15 enterprises per test platform',
    },
    reading: {
      fr: 'Trois plateformes de cette taille feraient 30 à 45 entreprises, alors que 56 ont été accompagnées. C’est donc un repère et non une limite.',
      nl: 'Drie platforms van die omvang geven 30 tot 45 ondernemingen, terwijl er 56 begeleid zijn. Het is dus een richtcijfer en geen grens.',
      en: 'Three platforms of this size would make 30 to 45 enterprises, while 56 were accompanied. So it is a guideline, not a limit.',
    },
    statedOn: '2016-05-17',
    precision: 'day',
    source: 'projectSheet',
  },
  {
    code: 'budget-sheet',
    subject: 'budget',
    value: '3265266.53',
    label: {
      fr: 'Budget total de 3 265 266,53 euros',
      nl: 'Totaal budget van 3 265 266,53 euro',
      en: 'Total budget of 3,265,266.53 euros',
    },
    reading: {
      fr: 'La somme exacte des 14 budgets de la fiche, au centime près. C’est le montant que nous utilisons.',
      nl: 'De exacte som van de 14 budgetten op de fiche, tot op de cent. Dit bedrag gebruiken wij.',
      en: 'The exact sum of the 14 budgets on the sheet, to the cent. This is the amount we use.',
    },
    statedOn: '2016-05-17',
    precision: 'day',
    source: 'projectSheet',
  },
  {
    code: 'budget-archive',
    subject: 'budget',
    value: '3264794.68',
    label: {
      fr: 'Budget total de 3 264 794,68 euros',
      nl: 'Totaal budget van 3 264 794,68 euro',
      en: 'Total budget of 3,264,794.68 euros',
    },
    reading: {
      fr: '471,85 euros de moins que la fiche, sans explication ni détail par partenaire. La page n’est pas datée : nous la rangeons à la fin du projet.',
      nl: '471,85 euro minder dan op de fiche, zonder uitleg of detail per partner. De pagina is niet gedateerd: wij plaatsen ze bij het einde van het project.',
      en: '471.85 euros less than the sheet, with no explanation and no detail by partner. The page bears no date: we file it under the end of the project.',
    },
    statedOn: '2019-12-31',
    precision: 'year',
    source: 'programmeArchive',
  },
  {
    code: 'erdf-sheet',
    subject: 'erdf',
    value: '1632633.21',
    label: {
      fr: 'FEDER : 1 632 633,21 euros',
      nl: 'EFRO: 1 632 633,21 euro',
      en: 'ERDF: 1,632,633.21 euros',
    },
    reading: {
      fr: 'La moitié du budget, coupée au centime pour chaque partenaire : 5 centimes de moins que la moitié du total.',
      nl: 'De helft van het budget, per partner afgekapt tot op de cent: 5 cent minder dan de helft van het totaal.',
      en: 'Half of the budget, cut down to the cent for each partner: 5 cents less than half of the total.',
    },
    statedOn: '2016-05-17',
    precision: 'day',
    source: 'projectSheet',
  },
]
