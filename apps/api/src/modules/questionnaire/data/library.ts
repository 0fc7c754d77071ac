import type { Item, Questionnaire } from '@vises/questionnaire/model.ts'
import { questionsOf } from '@vises/questionnaire/walk.ts'
import { questionTypes } from '../../method/data/question.ts'
import { choice, t } from './words.ts'

/** The lists that questions of the library share. */
const LISTS: Questionnaire['choiceLists'] = {
  frequency: [
    choice('never', 'Jamais', 'Nooit', 'Never'),
    choice('rarely', 'Rarement', 'Zelden', 'Rarely'),
    choice('sometimes', 'Parfois', 'Soms', 'Sometimes'),
    choice('often', 'Souvent', 'Vaak', 'Often'),
  ],
  direction: [
    choice('better', 'C’est mieux qu’avant', 'Het is beter dan vroeger', 'It is better than before'),
    choice('same', 'C’est comme avant', 'Het is zoals vroeger', 'It is as before'),
    choice('worse', 'C’est moins bien qu’avant', 'Het is minder goed dan vroeger', 'It is worse than before'),
    choice('unknown', 'Je ne sais pas', 'Ik weet het niet', 'I do not know'),
  ],
  contribution: [
    choice('mostly', 'Surtout grâce à nous', 'Vooral dankzij ons', 'Mostly thanks to us'),
    choice('partly', 'En partie grâce à nous', 'Deels dankzij ons', 'Partly thanks to us'),
    choice('otherwise', 'Pour d’autres raisons', 'Om andere redenen', 'For other reasons'),
    choice('noChange', 'Rien n’a changé', 'Er is niets veranderd', 'Nothing has changed'),
    choice('unknown', 'Je ne sais pas', 'Ik weet het niet', 'I do not know'),
  ],
  able: [
    choice('askHelp', 'Demander de l’aide', 'Hulp te vragen', 'Ask for help'),
    choice('speakUp', 'Dire ce que je pense', 'Te zeggen wat ik denk', 'Say what I think'),
    choice(
      'administration',
      'Faire une démarche seul·e',
      'Zelf een stap te zetten bij een dienst',
      'Deal with an office alone',
    ),
    choice('plan', 'Faire un projet', 'Een plan te maken', 'Make a plan'),
  ],
  work: [
    choice('meaning', 'Mon travail a du sens', 'Mijn werk heeft zin', 'My work is meaningful'),
    choice('learning', 'J’apprends', 'Ik leer bij', 'I learn'),
    choice('workload', 'Ma charge est tenable', 'Mijn werkdruk is haalbaar', 'My workload is bearable'),
    choice('respect', 'On me respecte', 'Men respecteert mij', 'I am respected'),
  ],
  decisions: [
    choice('informed', 'On m’informe', 'Men informeert mij', 'I am informed'),
    choice('asked', 'On me demande mon avis', 'Men vraagt mijn mening', 'I am asked what I think'),
    choice('decide', 'Je décide avec les autres', 'Ik beslis mee', 'I decide together with others'),
    choice('none', 'Rien de cela', 'Niets daarvan', 'None of these'),
  ],
  tasks: [
    choice('service', 'Le service rendu', 'De dienstverlening', 'The service itself'),
    choice('welcome', 'L’accueil', 'Het onthaal', 'The welcome'),
    choice('price', 'Le prix', 'De prijs', 'The price'),
    choice('say', 'La place donnée à chacun', 'De plaats die ieder krijgt', 'The say that everyone has'),
    choice('neighbourhood', 'L’effet sur le quartier', 'Het effect op de buurt', 'The effect on the neighbourhood'),
  ],
  partners: [
    choice(
      'referral',
      'Nous nous adressons des personnes',
      'Wij verwijzen mensen naar elkaar',
      'We refer people to each other',
    ),
    choice(
      'project',
      'Nous menons un projet ensemble',
      'Wij voeren samen een project uit',
      'We run a project together',
    ),
    choice('means', 'Nous partageons des moyens', 'Wij delen middelen', 'We share means'),
    choice('voice', 'Nous portons une parole commune', 'Wij spreken met één stem', 'We speak with one voice'),
  ],
  habits: [
    choice('repair', 'Réparer ou faire réparer', 'Herstellen of laten herstellen', 'Repairing or having repaired'),
    choice('secondHand', 'Acheter d’occasion', 'Tweedehands kopen', 'Buying second-hand'),
    choice('lessCar', 'Prendre moins la voiture', 'Minder de auto nemen', 'Using the car less'),
    choice('lessWaste', 'Jeter moins', 'Minder weggooien', 'Throwing less away'),
  ],
  transport: [
    choice('foot', 'À pied', 'Te voet', 'On foot'),
    choice('bicycle', 'À vélo', 'Met de fiets', 'By bicycle'),
    choice('public', 'En transport public', 'Met het openbaar vervoer', 'By public transport'),
    choice('car', 'En voiture', 'Met de auto', 'By car'),
  ],
  barriers: [
    choice('distance', 'La distance ou le transport', 'De afstand of het vervoer', 'Distance or transport'),
    choice('hours', 'Les horaires', 'De openingsuren', 'The opening hours'),
    choice('price', 'Le prix', 'De prijs', 'The price'),
    choice('language', 'La langue', 'De taal', 'The language'),
    choice('forms', 'Les démarches', 'De papieren', 'The paperwork'),
    choice('shame', 'La gêne', 'De schroom', 'Feeling ill at ease'),
    { ...choice('nothing', 'Rien de cela', 'Niets daarvan', 'None of these'), exclusive: true },
  ],
  heardFrom: [
    choice('acquaintance', 'Par une connaissance', 'Via een kennis', 'From someone I know'),
    choice(
      'service',
      'Par un service ou une administration',
      'Via een dienst of een administratie',
      'From a service or an office',
    ),
    choice('internet', 'Par internet', 'Via internet', 'On the internet'),
    choice('passing', 'En passant devant', 'Door voorbij te komen', 'By passing by'),
  ],
}

const AGREE = (key: string, fr: string, nl: string, en: string): Item => ({
  key,
  kind: 'agreement',
  label: t(fr, nl, en),
})
const TELL = (key: string, fr: string, nl: string, en: string): Item => ({
  key,
  kind: 'longText',
  label: t(fr, nl, en),
})

/** Questions by the type of evaluation question they help to answer; the codes are those of the method. */
const QUESTIONS: Record<string, Item[]> = {
  effectOnPeopleSupported: [
    {
      key: 'confidence_then_now',
      kind: 'thenNow',
      label: t('Ma confiance en moi', 'Mijn zelfvertrouwen', 'My self-confidence'),
      thenLabel: t('Avant de venir ici', 'Voor ik hier kwam', 'Before I came here'),
      nowLabel: t('Aujourd’hui', 'Vandaag', 'Today'),
      lowLabel: t('Aucune', 'Geen', 'None'),
      highLabel: t('Très grande', 'Heel groot', 'Very high'),
    },
    {
      key: 'feels_able',
      kind: 'matrix',
      label: t('Aujourd’hui, je me sens capable de :', 'Vandaag voel ik me in staat om:', 'Today I feel able to:'),
      rows: 'able',
    },
    {
      key: 'situation_direction',
      kind: 'single',
      label: t(
        'Depuis que vous venez ici, votre situation :',
        'Sinds u hier komt, uw situatie:',
        'Since you have been coming here, your situation:',
      ),
      choices: 'direction',
    },
    {
      key: 'because_of_us',
      kind: 'single',
      label: t(
        'Si quelque chose a changé, à quoi cela tient-il ?',
        'Als er iets veranderd is, waaraan ligt dat?',
        'If something has changed, what is it due to?',
      ),
      choices: 'contribution',
    },
    TELL(
      'one_moment',
      'Racontez un moment ici qui a changé quelque chose pour vous, en bien ou en moins bien.',
      'Vertel over een moment hier dat voor u iets veranderd heeft, ten goede of ten kwade.',
      'Tell us about a moment here that changed something for you, for better or worse.',
    ),
    TELL(
      'unexpected',
      'Qu’est-ce qui vous est arrivé ici que vous n’attendiez pas ?',
      'Wat is u hier overkomen dat u niet verwachtte?',
      'What happened to you here that you did not expect?',
    ),
  ],
  effectOnWorkersAndMembers: [
    {
      key: 'working_here',
      kind: 'matrix',
      label: t('Dans mon travail ici :', 'In mijn werk hier:', 'In my work here:'),
      rows: 'work',
    },
    {
      key: 'energy',
      kind: 'scale',
      label: t(
        'À la fin d’une semaine ordinaire, combien d’énergie vous reste-t-il ?',
        'Hoeveel energie hebt u nog op het einde van een gewone week?',
        'At the end of an ordinary week, how much energy do you have left?',
      ),
      lowLabel: t('Plus aucune', 'Geen meer', 'None'),
      highLabel: t('Beaucoup', 'Veel', 'A lot'),
    },
    {
      key: 'hours_volunteered',
      kind: 'integer',
      label: t(
        'Combien d’heures avez-vous données le mois dernier, à peu près ?',
        'Hoeveel uren hebt u vorige maand ongeveer gegeven?',
        'About how many hours did you give last month?',
      ),
      min: 0,
      max: 744,
    },
    AGREE(
      'proud',
      'Je parle volontiers de ce que nous faisons ici.',
      'Ik vertel graag over wat wij hier doen.',
      'I like to talk about what we do here.',
    ),
    TELL(
      'would_leave',
      'Qu’est-ce qui vous ferait partir ?',
      'Wat zou u doen vertrekken?',
      'What would make you leave?',
    ),
  ],
  effectOfPractice: [
    AGREE(
      'right_to_err',
      'Quand je me trompe, on m’aide à comprendre et je peux réessayer.',
      'Als ik een fout maak, helpt men mij begrijpen en mag ik opnieuw proberen.',
      'When I make a mistake, I am helped to understand and may try again.',
    ),
    {
      key: 'part_in_decisions',
      kind: 'multiple',
      label: t(
        'Quand on décide de quelque chose qui vous concerne :',
        'Als er iets beslist wordt dat u aangaat:',
        'When something is decided that concerns you:',
      ),
      choices: 'decisions',
    },
    {
      key: 'suggested',
      kind: 'yesNo',
      label: t(
        'Avez-vous proposé un changement au cours des douze derniers mois ?',
        'Hebt u de voorbije twaalf maanden een verandering voorgesteld?',
        'Have you suggested a change in the past twelve months?',
      ),
    },
    TELL(
      'became_of_it',
      'Qu’est-il devenu de votre proposition ?',
      'Wat is er met uw voorstel gebeurd?',
      'What became of your suggestion?',
    ),
    {
      key: 'practice_frequency',
      kind: 'single',
      label: t(
        'À quelle fréquence travaillez-vous en binôme ?',
        'Hoe vaak werkt u in duo?',
        'How often do you work in pairs?',
      ),
      choices: 'frequency',
    },
  ],
  missionFit: [
    {
      key: 'what_counts',
      kind: 'ranking',
      label: t(
        'Classez ce qui compte le plus pour vous chez nous :',
        'Rangschik wat bij ons het meest telt voor u:',
        'Rank what counts most for you with us:',
      ),
      choices: 'tasks',
    },
    AGREE(
      'says_and_does',
      'Ce que l’organisation fait correspond à ce qu’elle dit vouloir.',
      'Wat de organisatie doet, klopt met wat ze zegt te willen.',
      'What the organisation does matches what it says it wants.',
    ),
    TELL(
      'in_your_words',
      'À quoi sert notre organisation, avec vos mots ?',
      'Waar dient onze organisatie voor, in uw woorden?',
      'What is our organisation for, in your own words?',
    ),
    TELL(
      'should_stop',
      'Que devrions-nous cesser de faire ?',
      'Waarmee zouden wij moeten stoppen?',
      'What should we stop doing?',
    ),
  ],
  effectOnTerritory: [
    {
      key: 'lives_in',
      kind: 'place',
      label: t(
        'Dans quel arrondissement ou département habitez-vous ?',
        'In welk arrondissement of departement woont u?',
        'In which district or department do you live?',
      ),
      level: 'arrondissement',
    },
    {
      key: 'works_together',
      kind: 'multiple',
      label: t('Que faisons-nous ensemble ?', 'Wat doen wij samen?', 'What do we do together?'),
      choices: 'partners',
      other: true,
    },
    AGREE(
      'would_be_missed',
      'Si l’organisation disparaissait, elle manquerait au quartier.',
      'Als de organisatie verdween, zou de buurt haar missen.',
      'If the organisation disappeared, the neighbourhood would miss it.',
    ),
    TELL(
      'changed_around',
      'Qu’est-ce qui a changé dans le quartier ou chez nos partenaires, et quelle part y avons-nous ?',
      'Wat is er veranderd in de buurt of bij onze partners, en welk aandeel hebben wij daarin?',
      'What has changed in the neighbourhood or with our partners, and what is our part in it?',
    ),
  ],
  environmentalEffect: [
    {
      key: 'new_habits',
      kind: 'multiple',
      label: t(
        'Que faites-vous plus souvent depuis que vous venez ici ?',
        'Wat doet u vaker sinds u hier komt?',
        'What do you do more often since you have been coming here?',
      ),
      choices: 'habits',
      other: true,
    },
    {
      key: 'travels_by',
      kind: 'single',
      label: t('Comment venez-vous le plus souvent ?', 'Hoe komt u meestal?', 'How do you usually get here?'),
      choices: 'transport',
    },
    {
      key: 'travels_km',
      kind: 'decimal',
      label: t(
        'Combien de kilomètres faites-vous pour venir, aller et retour ?',
        'Hoeveel kilometer legt u af om te komen, heen en terug?',
        'How many kilometres do you travel to get here, there and back?',
      ),
      min: 0,
      max: 500,
    },
  ],
  accessAndAbsence: [
    {
      key: 'heard_from',
      kind: 'single',
      label: t('Comment nous avez-vous connus ?', 'Hoe hebt u ons leren kennen?', 'How did you get to know us?'),
      choices: 'heardFrom',
      other: true,
    },
    {
      key: 'makes_it_hard',
      kind: 'multiple',
      label: t(
        'Qu’est-ce qui rend difficile de venir ici ?',
        'Wat maakt het moeilijk om hier te komen?',
        'What makes it hard to come here?',
      ),
      choices: 'barriers',
      other: true,
    },
    {
      key: 'gave_up_once',
      kind: 'yesNo',
      label: t(
        'Avez-vous déjà renoncé à venir alors que vous en aviez besoin ?',
        'Hebt u er al van afgezien te komen terwijl u het nodig had?',
        'Have you ever decided not to come although you needed to?',
      ),
    },
    TELL(
      'who_is_missing',
      'Qui ne vient pas et devrait trouver sa place ici ?',
      'Wie komt niet en zou hier een plaats moeten vinden?',
      'Who does not come and should find a place here?',
    ),
  ],
}

/** The collections of the method’s library, one for each type of evaluation question. */
export const collections: { code: string; content: Questionnaire }[] = questionTypes.map(({ code, label }) => {
  const items = QUESTIONS[code] ?? []
  const used = [...questionsOf(items)].flatMap(([{ choices, rows }]) => [choices, rows])
  return {
    code,
    content: {
      title: t(label.fr.replaceAll("'", '’'), label.nl, label.en),
      baseLanguage: 'fr',
      languages: ['fr', 'nl', 'en'],
      choiceLists: Object.fromEntries(Object.entries(LISTS).filter(([name]) => used.includes(name))),
      items,
    },
  }
})
