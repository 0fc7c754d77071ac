import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { choice, t } from './words.ts'

/** Members of a farmers’ and consumers’ co-operative: fair price, democratic working, and who is not there. */
export const korenbloem: Questionnaire = {
  title: t('Vous et De Korenbloem', 'U en De Korenbloem', 'You and De Korenbloem'),
  introduction: t(
    'De Korenbloem veut savoir ce que le prix équitable et la voix de chaque membre changent, et pour qui. Vous pouvez laisser une question sans réponse.',
    'De Korenbloem wil weten wat de eerlijke prijs en de stem van elk lid veranderen, en voor wie. U mag een vraag openlaten.',
    'De Korenbloem wants to know what the fair price and each member’s vote change, and for whom. You may leave a question unanswered.',
  ),
  thanks: t(
    'Merci. Les résultats seront présentés à l’assemblée générale.',
    'Dank u. De resultaten worden voorgesteld op de algemene vergadering.',
    'Thank you. The results will be presented at the general meeting.',
  ),
  baseLanguage: 'nl',
  languages: ['nl', 'fr', 'en'],
  choiceLists: {
    member_since: [
      choice('under1year', 'Moins d’un an', 'Minder dan 1 jaar', 'Less than 1 year'),
      choice('from1to3years', '1 à 3 ans', '1 tot 3 jaar', '1 to 3 years'),
      choice('over3years', 'Plus de 3 ans', 'Meer dan 3 jaar', 'More than 3 years'),
      choice('left', 'J’ai arrêté', 'Ik ben gestopt', 'I have left'),
    ],
    reasons: [
      choice('fairPrice', 'Prix juste pour l’agriculteur', 'Eerlijke prijs voor de boer', 'Fair farmer price'),
      choice('taste', 'Goût', 'Smaak', 'Taste'),
      choice('health', 'Santé', 'Gezondheid', 'Health'),
      choice('environment', 'Environnement', 'Milieu', 'Environment'),
      choice('meetingPeople', 'Rencontrer', 'Mensen ontmoeten', 'Meeting people'),
      choice('decidingTogether', 'Décider ensemble', 'Mee beslissen', 'Deciding together'),
    ],
    box_price: [
      choice('low', 'Bas', 'Laag', 'Low'),
      choice('right', 'Juste', 'Juist', 'Right'),
      choice('highAcceptable', 'Élevé mais acceptable', 'Hoog maar aanvaardbaar', 'High but acceptable'),
      choice('tooHigh', 'Trop élevé', 'Te hoog', 'Too high'),
    ],
    yes_no_unknown: [
      choice('yes', 'Oui', 'Ja', 'Yes'),
      choice('no', 'Non', 'Nee', 'No'),
      choice('unknown', 'Je ne sais pas', 'Weet niet', 'Don’t know'),
    ],
    priorities: [
      choice('solidarityPrice', 'Prix solidaire', 'Solidaire prijs', 'Solidarity price'),
      choice('pickUpPoints', 'Plus de points de retrait', 'Meer afhaalpunten', 'More pick-up points'),
      choice('moreProducts', 'Plus de produits', 'Meer producten', 'More products'),
      choice('moreSay', 'Plus de participation', 'Meer inspraak', 'More say'),
      choice('lessPackaging', 'Moins d’emballage', 'Minder verpakking', 'Less packaging'),
    ],
  },
  items: [
    {
      key: 'consent',
      kind: 'consent',
      label: t(
        'J’accepte que mes réponses soient traitées de façon anonyme.',
        'Ik ga akkoord dat mijn antwoorden anoniem verwerkt worden.',
        'I agree that my answers are processed anonymously.',
      ),
      required: true,
    },
    {
      key: 'membership',
      kind: 'page',
      label: t('Votre adhésion', 'Uw lidmaatschap', 'Your membership'),
      relevant: "${consent} = 'yes'",
      items: [
        {
          key: 'member_since',
          kind: 'single',
          label: t('Depuis quand êtes-vous membre ?', 'Hoelang bent u lid?', 'How long have you been a member?'),
          choices: 'member_since',
        },
        {
          key: 'member_because',
          kind: 'multiple',
          label: t('Pourquoi êtes-vous membre ?', 'Waarom bent u lid?', 'Why are you a member?'),
          hint: t('Trois réponses au plus', 'Hoogstens drie antwoorden', 'Three answers at most'),
          choices: 'reasons',
          max: 3,
          other: true,
        },
        {
          key: 'attended_or_voted',
          kind: 'yesNo',
          label: t(
            'Avez-vous participé ou voté à une assemblée générale cette année ?',
            'Hebt u het voorbije jaar een algemene vergadering bijgewoond of gestemd?',
            'Did you attend or vote in a general meeting in the past year?',
          ),
        },
        {
          key: 'vote_counts',
          kind: 'agreement',
          label: t(
            'J’ai le sentiment que ma voix change quelque chose dans la coopérative.',
            'Ik heb het gevoel dat mijn stem iets verandert in de coöperatie.',
            'I feel that my vote changes something in the co-operative.',
          ),
        },
      ],
    },
    {
      key: 'price',
      kind: 'page',
      label: t('Le panier et son prix', 'Het pakket en de prijs', 'The box and its price'),
      relevant: "${consent} = 'yes'",
      items: [
        {
          key: 'box_price',
          kind: 'single',
          label: t(
            'Le prix d’un panier est pour moi :',
            'De prijs van een pakket is voor mij:',
            'For me the price of a box is:',
          ),
          choices: 'box_price',
        },
        {
          key: 'pick_up_km',
          kind: 'decimal',
          label: t(
            'Combien de km parcourez-vous pour votre panier (aller-retour) ?',
            'Hoeveel km legt u af om uw pakket op te halen (heen en terug)?',
            'How many km do you travel to fetch your box (return)?',
          ),
          min: 0,
          max: 500,
        },
        {
          key: 'increased_reimbursement',
          kind: 'single',
          label: t(
            'Bénéficiez-vous de l’intervention majorée (mutualité) ?',
            'Geniet u van de verhoogde tegemoetkoming (mutualiteit)?',
            'Do you receive increased health reimbursement?',
          ),
          choices: 'yes_no_unknown',
        },
        {
          key: 'willing_to_pay_more',
          kind: 'scale',
          label: t(
            'Êtes-vous prêt·e à payer un peu plus pour que d’autres paient moins ?',
            'Hoe bereid bent u om iets meer te betalen zodat anderen minder betalen?',
            'How willing are you to pay a little more so that others pay less?',
          ),
        },
      ],
    },
    {
      key: 'priorities',
      kind: 'page',
      label: t('La suite', 'Wat eerst', 'What comes next'),
      relevant: "${consent} = 'yes'",
      items: [
        {
          key: 'comes_first',
          kind: 'ranking',
          label: t('Classez les priorités :', 'Rangschik wat eerst moet gebeuren:', 'Rank what should come first:'),
          choices: 'priorities',
        },
        {
          key: 'to_a_farmer',
          kind: 'longText',
          label: t(
            'Que voudriez-vous demander ou dire à un agriculteur ?',
            'Wat zou u aan een boer willen vragen of zeggen?',
            'What would you like to ask or tell a farmer?',
          ),
        },
      ],
    },
  ],
}
