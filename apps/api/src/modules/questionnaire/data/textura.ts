import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { choice, t } from './words.ts'

/** People on the pathway of an insertion enterprise: what changed for them, and thanks to which practices. */
export const textura: Questionnaire = {
  title: t('Votre parcours chez Textura', 'Uw traject bij Textura', 'Your pathway at Textura'),
  introduction: t(
    'Textura veut comprendre ce que le parcours change pour vous, et ce qui vous aide. Vous pouvez laisser une question sans réponse. Personne ne saura qui a répondu quoi.',
    'Textura wil begrijpen wat het traject voor u verandert, en wat u helpt. U mag een vraag openlaten. Niemand zal weten wie wat geantwoord heeft.',
    'Textura wants to understand what the pathway changes for you, and what helps you. You may leave a question unanswered. Nobody will know who answered what.',
  ),
  thanks: t(
    'Merci. Les résultats vous seront présentés en réunion d’équipe.',
    'Dank u. De resultaten worden u voorgesteld op het teamoverleg.',
    'Thank you. The results will be presented to you at the team meeting.',
  ),
  baseLanguage: 'fr',
  languages: ['fr', 'nl', 'en'],
  choiceLists: {
    tenure: [
      choice('under3months', 'Moins de 3 mois', 'Minder dan 3 maanden', 'Less than 3 months'),
      choice('from3to6months', '3 à 6 mois', '3 tot 6 maanden', '3 to 6 months'),
      choice('from7to12months', '7 à 12 mois', '7 tot 12 maanden', '7 to 12 months'),
      choice('over12months', 'Plus de 12 mois', 'Meer dan 12 maanden', 'More than 12 months'),
    ],
    able_to: [
      choice('on_time', 'Arriver à l’heure', 'Op tijd te komen', 'Arrive on time'),
      choice('ask_help', 'Demander de l’aide', 'Hulp te vragen', 'Ask for help'),
      choice('speak_in_meetings', 'Parler en réunion', 'Te spreken in een vergadering', 'Speak in a meeting'),
      choice(
        'explain_task',
        'Expliquer une tâche à un collègue',
        'Een taak uit te leggen aan een collega',
        'Explain a task to a colleague',
      ),
      choice('use_till', 'Utiliser la caisse', 'De kassa te gebruiken', 'Use the till'),
    ],
    helps: [
      choice('pairs', 'Travailler en binôme', 'Werken in duo', 'Working in pairs'),
      choice('teamMeeting', 'La réunion d’équipe', 'Het teamoverleg', 'Team meeting'),
      choice('supervisor', 'Mon encadrant', 'Mijn begeleider', 'My supervisor'),
      choice('socialSupport', 'Le suivi social', 'De sociale begeleiding', 'Social support'),
      choice('training', 'La formation', 'De opleiding', 'Training'),
      choice('colleagues', 'Les collègues', 'De collega’s', 'Colleagues'),
    ],
    plans: [
      choice('job', 'Un emploi', 'Een job', 'A job'),
      choice('training', 'Une formation', 'Een opleiding', 'Training'),
      choice('health', 'Améliorer ma santé', 'Mijn gezondheid verbeteren', 'Improving my health'),
      choice('housing', 'Mon logement', 'Mijn woning', 'My housing'),
      choice('language', 'Apprendre la langue', 'De taal leren', 'Learning the language'),
    ],
  },
  items: [
    {
      key: 'consent',
      kind: 'consent',
      label: t(
        'J’accepte que mes réponses soient utilisées, sans mon nom, pour améliorer le parcours.',
        'Ik ga akkoord dat mijn antwoorden, zonder mijn naam, gebruikt worden om het traject te verbeteren.',
        'I agree that my answers, without my name, are used to improve the pathway.',
      ),
      required: true,
    },
    {
      key: 'here',
      kind: 'page',
      label: t('Vous et le parcours', 'U en het traject', 'You and the pathway'),
      relevant: "${consent} = 'yes'",
      items: [
        {
          key: 'tenure',
          kind: 'single',
          label: t(
            'Depuis combien de temps travaillez-vous ou vous formez-vous ici ?',
            'Hoelang werkt of leert u hier al?',
            'How long have you worked or trained here?',
          ),
          choices: 'tenure',
        },
        {
          key: 'confidence',
          kind: 'thenNow',
          label: t('Ma confiance en moi', 'Mijn zelfvertrouwen', 'My self-confidence'),
          thenLabel: t('À mon arrivée', 'Bij aankomst', 'On arrival'),
          nowLabel: t('Aujourd’hui', 'Vandaag', 'Today'),
        },
        {
          key: 'right_to_err',
          kind: 'agreement',
          label: t(
            'Quand je me trompe, on m’aide à comprendre et je peux réessayer.',
            'Als ik een fout maak, helpt men mij begrijpen en mag ik opnieuw proberen.',
            'When I make a mistake, I am helped to understand and may try again.',
          ),
        },
        {
          key: 'able_to',
          kind: 'matrix',
          label: t('Aujourd’hui, je me sens capable de :', 'Vandaag voel ik me in staat om:', 'Today I feel able to:'),
          rows: 'able_to',
        },
      ],
    },
    {
      key: 'practices',
      kind: 'page',
      label: t('Ce qui aide', 'Wat helpt', 'What helps'),
      relevant: "${consent} = 'yes'",
      items: [
        {
          key: 'helps_most',
          kind: 'multiple',
          label: t('Qu’est-ce qui vous aide le plus ?', 'Wat helpt u het meest?', 'What helps you most?'),
          hint: t('Trois réponses au plus', 'Hoogstens drie antwoorden', 'Three answers at most'),
          choices: 'helps',
          max: 3,
          other: true,
        },
        {
          key: 'suggested_change',
          kind: 'yesNo',
          label: t(
            'Avez-vous déjà proposé un changement au travail ?',
            'Hebt u al een verandering op het werk voorgesteld?',
            'Have you ever suggested a change at work?',
          ),
        },
        {
          key: 'suggestion',
          kind: 'longText',
          label: t(
            'Si oui, lequel et qu’est-il devenu ?',
            'Zo ja, welke en wat is ermee gebeurd?',
            'If yes, which one and what became of it?',
          ),
          relevant: "${suggested_change} = 'yes'",
        },
      ],
    },
    {
      key: 'afterwards',
      kind: 'page',
      label: t('La suite', 'Later', 'Afterwards'),
      relevant: "${consent} = 'yes'",
      items: [
        {
          key: 'plans',
          kind: 'ranking',
          label: t(
            'Classez vos projets pour l’après :',
            'Rangschik uw plannen voor later:',
            'Rank your plans for afterwards:',
          ),
          choices: 'plans',
        },
        {
          key: 'next_step_clear',
          kind: 'scale',
          label: t(
            'À quel point voyez-vous clairement votre prochaine étape ?',
            'Hoe duidelijk ziet u uw volgende stap?',
            'How clearly do you see your next step?',
          ),
          lowLabel: t('Pas du tout', 'Helemaal niet', 'Not at all'),
          highLabel: t('Très clairement', 'Heel duidelijk', 'Very clearly'),
        },
        {
          key: 'moment',
          kind: 'longText',
          label: t(
            'Racontez un moment ici qui a changé quelque chose pour vous (en bien ou en moins bien).',
            'Vertel over een moment hier dat voor u iets veranderd heeft (ten goede of ten kwade).',
            'Tell us about a moment here that changed something for you (for better or worse).',
          ),
        },
      ],
    },
  ],
}
