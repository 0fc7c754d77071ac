import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { choice, t } from './words.ts'

/** Families of a crèche with atypical hours: what the hours change, and for whom they change nothing. */
export const marelle: Questionnaire = {
  title: t('La crèche, vos horaires et vous', 'De crèche, uw uren en u', 'The crèche, your hours and you'),
  introduction: t(
    'La Marelle Solidaire veut savoir ce que les horaires élargis changent pour votre famille, et ce qu’ils ne changent pas. Vous pouvez laisser une question sans réponse. Répondre ou non ne change rien à votre place.',
    'La Marelle Solidaire wil weten wat de ruimere uren voor uw gezin veranderen, en wat niet. U mag een vraag openlaten. Of u antwoordt, verandert niets aan uw plaats.',
    'La Marelle Solidaire wants to know what the extended hours change for your family, and what they do not. You may leave a question unanswered. Answering or not changes nothing about your place.',
  ),
  thanks: t(
    'Merci. Les résultats seront présentés au café des parents.',
    'Dank u. De resultaten worden voorgesteld op het oudercafé.',
    'Thank you. The results will be presented at the parents’ café.',
  ),
  baseLanguage: 'fr',
  languages: ['fr', 'nl', 'en'],
  choiceLists: {
    raises: [
      choice('alone', 'Seul·e', 'Alleen', 'Alone'),
      choice('couple', 'En couple', 'Als koppel', 'As a couple'),
      choice('sharedCustody', 'En garde alternée', 'In co-ouderschap', 'In shared custody'),
    ],
    times: [
      choice('before7', 'Avant 7 h', 'Vóór 7 u', 'Before 7'),
      choice('day', '7–18 h', '7–18 u', '7–18'),
      choice('from18to20', '18–20 h', '18–20 u', '18–20'),
      choice('after20', 'Après 20 h', 'Na 20 u', 'After 20'),
      choice('saturday', 'Samedi', 'Zaterdag', 'Saturday'),
    ],
    without: [
      choice(
        'gaveUp',
        'Refusé ou quitté l’emploi ou la formation',
        'Job of opleiding geweigerd of gestopt',
        'Refused or left job or training',
      ),
      choice('relatives', 'Fait garder par des proches', 'Opvang door familie', 'Relatives'),
      choice('costlierCare', 'Payé une garde plus chère', 'Duurdere opvang betaald', 'Paid costlier care'),
      choice('otherHours', 'Changé d’horaires', 'Andere uren', 'Changed hours'),
      choice('nothingDifferent', 'Rien de différent', 'Niets anders', 'Nothing different'),
    ],
    enabled: [
      choice('know_parents', 'Connaître d’autres parents', 'Ken ik andere ouders', 'Know other parents'),
      choice('know_services', 'Connaître d’autres services', 'Ken ik andere diensten', 'Know other services'),
      choice(
        'heard',
        'Donner mon avis et être entendu·e',
        'Kan ik mijn mening geven en word ik gehoord',
        'Give my view and be heard',
      ),
    ],
  },
  items: [
    {
      key: 'consent',
      kind: 'consent',
      label: t(
        'J’ai compris l’objectif et j’accepte de répondre de façon anonyme.',
        'Ik heb het doel begrepen en wil anoniem antwoorden.',
        'I have understood the purpose and agree to answer anonymously.',
      ),
      required: true,
    },
    {
      key: 'family',
      kind: 'page',
      label: t('Votre famille et vos horaires', 'Uw gezin en uw uren', 'Your family and your hours'),
      relevant: "${consent} = 'yes'",
      items: [
        {
          key: 'raises_children',
          kind: 'single',
          label: t('Vous élevez votre/vos enfant(s) :', 'U voedt uw kind(eren) op:', 'You raise your child(ren):'),
          choices: 'raises',
        },
        {
          key: 'uses_creche',
          kind: 'multiple',
          label: t('Quand utilisez-vous la crèche ?', 'Wanneer gebruikt u de crèche?', 'When do you use the crèche?'),
          choices: 'times',
        },
        {
          key: 'without_these_hours',
          kind: 'single',
          label: t(
            'Sans ces horaires, qu’auriez-vous fait ?',
            'Wat had u zonder deze uren gedaan?',
            'Without these hours, what would you have done?',
          ),
          choices: 'without',
        },
        {
          key: 'hours_gained',
          kind: 'integer',
          label: t(
            'Combien d’heures par semaine avez-vous gagnées pour travailler, chercher ou vous former ?',
            'Hoeveel uur per week won u om te werken, te zoeken of te leren?',
            'How many hours a week did you gain to work, search or train?',
          ),
          min: 0,
          max: 168,
        },
      ],
    },
    {
      key: 'daily_life',
      kind: 'page',
      label: t('Au quotidien', 'In het dagelijkse leven', 'From day to day'),
      relevant: "${consent} = 'yes'",
      items: [
        {
          key: 'peace_of_mind',
          kind: 'agreement',
          label: t(
            'Je laisse mon enfant l’esprit tranquille, même tôt ou tard.',
            'Ik laat mijn kind met een gerust hart achter, ook vroeg of laat.',
            'I leave my child with peace of mind, even early or late.',
          ),
        },
        {
          key: 'stress',
          kind: 'thenNow',
          label: t('Mon niveau de stress lié à la garde', 'Mijn stress rond opvang', 'My childcare-related stress'),
          thenLabel: t('Avant la crèche', 'Vóór de crèche', 'Before'),
          nowLabel: t('Maintenant', 'Nu', 'Now'),
        },
        {
          key: 'creche_enabled',
          kind: 'matrix',
          label: t('La crèche m’a permis de :', 'Dankzij de crèche:', 'The crèche enabled me to:'),
          rows: 'enabled',
        },
        {
          key: 'long_days_problem',
          kind: 'yesNo',
          label: t(
            'Les longues journées posent-elles un problème à votre enfant ?',
            'Zijn de lange dagen een probleem voor uw kind?',
            'Are the long days a problem for your child?',
          ),
        },
        {
          key: 'long_days_why',
          kind: 'longText',
          label: t('Expliquez.', 'Leg uit.', 'Explain.'),
          relevant: "${long_days_problem} = 'yes'",
        },
        {
          key: 'change_first',
          kind: 'longText',
          label: t(
            'Qu’est-ce qui devrait changer en premier ?',
            'Wat moet er eerst veranderen?',
            'What should change first?',
          ),
        },
      ],
    },
  ],
}
