import type { GateData, PhaseData, StepData } from '../method-data.ts'
import { languages } from './options.ts'
import { collectionMethods } from './question.ts'

const breakDown: StepData = {
  code: '2.1',
  title: { fr: 'Décomposer la question', nl: 'De vraag uitsplitsen', en: 'Break down the question' },
  origin: 'guides',
  leads: ['coConstructionGroup'],
  joins: ['manager', 'coach'],
  summary: {
    fr: 'Pour chaque sous-question, dire à quoi vous reconnaîtriez une réponse, et où la chercher.',
    nl: 'Voor elke deelvraag zeggen waaraan u een antwoord zou herkennen en waar u het kunt zoeken.',
    en: 'For each sub-question, say how you would recognise an answer and where to look for it.',
  },
  why: {
    fr: 'Des mots comme « confiance » ou « lien » ne veulent pas dire la même chose pour tout le monde. La grille met ces sens d’accord avant que l’on récolte quoi que ce soit.',
    nl: 'Woorden als “vertrouwen” of “verbinding” betekenen niet voor iedereen hetzelfde. Het rooster brengt die betekenissen samen voordat u iets verzamelt.',
    en: 'Words such as “confidence” or “belonging” do not mean the same to everyone. The grid settles their meaning before anything is collected.',
  },
  guidance: {
    fr: [
      'Prenez une sous-question à la fois. Demandez au groupe : « qu’est-ce qui nous ferait dire oui, et qu’est-ce qui nous ferait dire non ? »',
      'Chaque réponse est un critère. Deux ou trois critères par sous-question suffisent.',
      'Cherchez ensuite des signes : ce que l’on pourrait voir, entendre ou compter. Un geste ou une phrase vaut autant qu’un nombre.',
      'Notez où ces signes se trouvent peut-être déjà, avant d’imaginer une nouvelle enquête.',
      'Si deux groupes ne mettent pas la même chose derrière un mot, gardez les deux définitions et dites-le.',
    ],
    nl: [
      'Neem één deelvraag tegelijk. Vraag de groep: “waardoor zouden we ja zeggen, en waardoor nee?”',
      'Elk antwoord is een criterium. Twee of drie criteria per deelvraag volstaan.',
      'Zoek daarna tekens: wat kunt u zien, horen of tellen. Een gebaar of een zin telt even zwaar als een getal.',
      'Noteer waar die tekens misschien al te vinden zijn, voordat u een nieuwe bevraging bedenkt.',
      'Verstaan twee groepen iets anders onder een woord, bewaar dan beide omschrijvingen en zeg het.',
    ],
    en: [
      'Take one sub-question at a time. Ask the group: “what would make us say yes, and what would make us say no?”',
      'Each answer is a criterion. Two or three criteria per sub-question are enough.',
      'Then look for signs: what could be seen, heard or counted. A gesture or a sentence is worth as much as a number.',
      'Note where these signs may already be found before imagining a new survey.',
      'If two groups mean different things by a word, keep both definitions and say so.',
    ],
  },
  artefact: { fr: 'Grille d’évaluation', nl: 'Evaluatierooster', en: 'Evaluation grid' },
  tool: 'form',
  light: 'own',
  typicalDays: 14,
  fields: [
    {
      key: 'grid',
      kind: 'list',
      label: { fr: 'Grille', nl: 'Rooster', en: 'Grid' },
      help: {
        fr: 'Une ligne par critère. De quatre à dix lignes en tout : au-delà, la collecte devient lourde.',
        nl: 'Eén regel per criterium. Vier tot tien regels in totaal: met meer wordt het verzamelen zwaar.',
        en: 'One row per criterion. Four to ten rows in all: beyond that, collection becomes heavy.',
      },
      item: [
        { key: 'subQuestion', kind: 'shortText', label: { fr: 'Sous-question', nl: 'Deelvraag', en: 'Sub-question' } },
        {
          key: 'criterion',
          kind: 'shortText',
          label: { fr: 'Critère', nl: 'Criterium', en: 'Criterion' },
          help: {
            fr: 'Ce qui vous ferait dire oui.',
            nl: 'Wat u ja zou doen zeggen.',
            en: 'What would make you say yes.',
          },
          example: {
            fr: 'On ose dire que l’on n’a pas compris',
            nl: 'Men durft te zeggen dat men iets niet begrijpt',
            en: 'People dare to say they have not understood',
          },
          expected: true,
        },
        {
          key: 'signs',
          kind: 'longText',
          label: {
            fr: 'Signes à voir, entendre ou compter',
            nl: 'Wat u ziet, hoort of telt',
            en: 'Signs to see, hear or count',
          },
          example: {
            fr: 'Questions posées pendant la réunion du lundi ; récits des duos ; part des personnes qui disent « souvent »',
            nl: 'Vragen op het overleg van maandag; verhalen van de duo’s; aandeel dat “vaak” antwoordt',
            en: 'Questions asked at the Monday meeting; accounts from the pairs; share of people answering “often”',
          },
        },
        {
          key: 'source',
          kind: 'shortText',
          label: { fr: 'Où et auprès de qui', nl: 'Waar en bij wie', en: 'Where and with whom' },
        },
      ],
      max: 16,
      expected: true,
    },
    {
      key: 'wordsDefined',
      kind: 'longText',
      label: { fr: 'Mots que nous avons définis', nl: 'Woorden die we omschreven', en: 'Words we have defined' },
      help: {
        fr: 'Le mot et son sens pour vous, en une phrase simple.',
        nl: 'Het woord en wat het voor u betekent, in één eenvoudige zin.',
        en: 'The word and what it means to you, in one simple sentence.',
      },
    },
    {
      key: 'disagreements',
      kind: 'longText',
      label: { fr: 'Points de désaccord', nl: 'Punten van onenigheid', en: 'Points of disagreement' },
      help: {
        fr: 'Qui attend quoi. Ces différences aideront à lire les résultats.',
        nl: 'Wie verwacht wat. Die verschillen helpen later bij het lezen van de resultaten.',
        en: 'Who expects what. These differences will help in reading the results.',
      },
    },
  ],
}

/** Moves to the end of phase 1 in the version of 2017. */
export const chooseMethods: StepData = {
  code: '2.2',
  title: { fr: 'Choisir les méthodes de collecte', nl: 'De methodiek kiezen', en: 'Choose the collection methods' },
  origin: 'vises',
  leads: ['manager', 'coach'],
  joins: ['researcher'],
  summary: {
    fr: 'Choisir comment récolter l’information, selon vos critères, les personnes à entendre et vos moyens.',
    nl: 'Kiezen hoe u informatie verzamelt, volgens uw criteria, de mensen die u wilt horen en uw middelen.',
    en: 'Choose how to collect information, according to your criteria, the people to hear and your means.',
  },
  why: {
    fr: 'Aucune méthode ne montre tout. En croiser deux, l’une plutôt chiffrée et l’autre plutôt racontée, donne des constats plus sûrs et plus vivants.',
    nl: 'Geen enkele methode toont alles. Twee methoden combineren, de ene met cijfers en de andere met verhalen, geeft stevigere en levendigere bevindingen.',
    en: 'No method shows everything. Crossing two, one rather in figures and one rather in stories, gives findings that are sounder and more alive.',
  },
  guidance: {
    fr: [
      'Regardez d’abord les données que vous avez déjà. Elles coûtent peu et ne dérangent personne.',
      'Beaucoup de personnes et des réponses courtes : questionnaire ou registre d’indicateurs. Comprendre un cheminement : entretien ou récit de vie. Faire émerger des avis partagés ou opposés : groupe de discussion. Voir ce qui ne se dit pas : observation.',
      'Pensez aux personnes : lire, écrire, parler en groupe ou au téléphone ne va pas de soi pour tout le monde.',
      'Comptez le temps après la collecte : une heure d’entretien demande deux à trois heures d’écoute et de notes.',
      'Retenez au moins deux méthodes, et rarement plus de trois. Écrivez aussi ce que vous laissez de côté.',
    ],
    nl: [
      'Kijk eerst naar de gegevens die u al hebt. Ze kosten weinig en storen niemand.',
      'Veel mensen en korte antwoorden: enquête of indicatorenregister. Een weg begrijpen: interview of levensverhaal. Gedeelde of tegengestelde meningen horen: focusgroep. Zien wat niet gezegd wordt: observatie.',
      'Denk aan de mensen: lezen, schrijven, in groep of aan de telefoon spreken is niet voor iedereen vanzelfsprekend.',
      'Reken ook de tijd na het verzamelen: één uur interview vraagt twee tot drie uur luisteren en noteren.',
      'Kies minstens twee methoden, en zelden meer dan drie. Schrijf ook op wat u niet doet.',
    ],
    en: [
      'Look first at the data you already hold. They cost little and disturb no one.',
      'Many people and short answers: survey or indicator register. Understanding a path: interview or life story. Bringing out shared or opposed views: focus group. Seeing what is not said: observation.',
      'Think of the people: reading, writing, speaking in a group or on the telephone does not come easily to everyone.',
      'Count the time after collection: an hour of interview takes two to three hours of listening and notes.',
      'Keep at least two methods, and rarely more than three. Also write what you leave aside.',
    ],
  },
  artefact: { fr: 'Choix de méthodes motivé', nl: 'Methodekeuze met redenen', en: 'Choice of methods with reasons' },
  tool: 'form',
  light: { mergedInto: '2.1' },
  typicalDays: 10,
  fields: [
    {
      key: 'methods',
      kind: 'choices',
      label: { fr: 'Méthodes retenues', nl: 'Gekozen methoden', en: 'Methods chosen' },
      help: {
        fr: 'Deux de préférence, pour pouvoir les croiser.',
        nl: 'Liefst twee, zodat u ze naast elkaar kunt leggen.',
        en: 'Two by preference, so that they can be compared.',
      },
      options: collectionMethods,
      expected: true,
    },
    {
      key: 'whyMethods',
      kind: 'longText',
      label: { fr: 'Pourquoi ces méthodes', nl: 'Waarom deze methoden', en: 'Why these methods' },
      help: {
        fr: 'Pour chacune : à quelle partie de la question elle répond, et pourquoi elle convient aux personnes.',
        nl: 'Voor elke methode: welk deel van de vraag ze beantwoordt en waarom ze bij de mensen past.',
        en: 'For each: which part of the question it answers and why it suits the people.',
      },
      example: {
        fr: 'Questionnaire court sur tablette, lu à voix haute, pour toutes les personnes présentes en mai. Six entretiens pour comprendre ce qui se passe dans les duos.',
        nl: 'Een korte enquête op tablet, voorgelezen, voor iedereen die in mei aanwezig is. Zes interviews om te begrijpen wat er in de duo’s gebeurt.',
        en: 'A short survey on a tablet, read aloud, for everyone present in May. Six interviews to understand what happens within the pairs.',
      },
      expected: true,
    },
    {
      key: 'existingData',
      kind: 'longText',
      label: {
        fr: 'Données existantes que nous utiliserons',
        nl: 'Bestaande gegevens die we gebruiken',
        en: 'Existing data we will use',
      },
      help: {
        fr: 'Leur période, leur qualité, et si les personnes savent qu’elles serviront à cela.',
        nl: 'De periode, de kwaliteit, en of mensen weten dat ze hiervoor dienen.',
        en: 'Their period, their quality, and whether people know they will be used for this.',
      },
    },
    {
      key: 'setAside',
      kind: 'longText',
      label: {
        fr: 'Méthodes laissées de côté, et pourquoi',
        nl: 'Methoden die we niet kiezen, en waarom',
        en: 'Methods set aside, and why',
      },
      help: {
        fr: 'Une phrase par méthode envisagée.',
        nl: 'Eén zin per overwogen methode.',
        en: 'One sentence for each method considered.',
      },
    },
    {
      key: 'effortDays',
      kind: 'number',
      label: { fr: 'Jours de travail estimés', nl: 'Geschatte werkdagen', en: 'Working days estimated' },
      help: {
        fr: 'De la préparation à la mise au propre des notes. Comparez avec les jours disponibles.',
        nl: 'Van voorbereiding tot uitgewerkte notities. Vergelijk met de beschikbare dagen.',
        en: 'From preparation to tidy notes. Compare with the days available.',
      },
      max: 10_000,
    },
    {
      key: 'helpNeeded',
      kind: 'longText',
      label: { fr: 'Aide dont nous avons besoin', nl: 'Hulp die we nodig hebben', en: 'Help we need' },
      help: {
        fr: 'Du coach, de l’équipe de recherche, d’une personne neutre pour mener les entretiens.',
        nl: 'Van de coach, van onderzoekers, van iemand neutraal om de interviews te doen.',
        en: 'From the coach, from researchers, from someone neutral to hold the interviews.',
      },
    },
  ],
}

const indicators: StepData = {
  code: '2.3',
  title: { fr: 'Décrire les indicateurs', nl: 'De indicatoren beschrijven', en: 'Describe the indicators' },
  origin: 'vises',
  leads: ['contributor', 'coConstructionGroup'],
  joins: ['coach'],
  summary: {
    fr: 'Transformer les signes retenus en indicateurs clairs, chiffrés ou racontés, que quelqu’un peut suivre.',
    nl: 'De gekozen tekens omzetten in duidelijke indicatoren, in cijfers of in woorden, die iemand kan bijhouden.',
    en: 'Turn the chosen signs into clear indicators, in figures or in words, that someone can keep up.',
  },
  why: {
    fr: 'Un indicateur bien décrit se comprend encore dans deux ans, même si la personne qui l’a écrit est partie. Il éclaire un critère ; il ne le remplace pas.',
    nl: 'Een goed beschreven indicator begrijpt u over twee jaar nog, ook als wie hem schreef vertrokken is. Hij verheldert een criterium; hij vervangt het niet.',
    en: 'A well described indicator is still understood in two years, even if its author has left. It sheds light on a criterion; it does not replace it.',
  },
  guidance: {
    fr: [
      'Partez des critères de la grille, jamais d’une liste toute faite. Un à deux indicateurs par critère.',
      'Mettez côte à côte des indicateurs chiffrés (une part, un nombre) et des indicateurs en mots (un type de récit, une scène observée).',
      'Décrivez ce qui est compté et ce qui ne l’est pas. Lisez la définition à quelqu’un de l’équipe : compterait-on la même chose ?',
      'Nommez la source, le moment et la personne qui s’en charge. Si personne n’en a le temps, renoncez à l’indicateur.',
      'Si un financeur utilise sa propre grille, notez la correspondance. Vos indicateurs restent les vôtres.',
    ],
    nl: [
      'Vertrek van de criteria in het rooster, nooit van een kant-en-klare lijst. Eén tot twee indicatoren per criterium.',
      'Zet indicatoren in cijfers (een aandeel, een aantal) naast indicatoren in woorden (een soort verhaal, een geobserveerd moment).',
      'Beschrijf wat meetelt en wat niet. Lees de omschrijving voor aan een collega: zou die hetzelfde tellen?',
      'Noem de bron, het moment en wie het doet. Heeft niemand er tijd voor, laat de indicator dan vallen.',
      'Werkt een financier met een eigen rooster, noteer dan de overeenkomst. Uw indicatoren blijven van u.',
    ],
    en: [
      'Start from the criteria in the grid, never from a ready-made list. One or two indicators per criterion.',
      'Set indicators in figures (a share, a number) beside indicators in words (a kind of story, a scene observed).',
      'Describe what is counted and what is not. Read the definition to a colleague: would they count the same thing?',
      'Name the source, the moment and the person who takes care of it. If no one has time, drop the indicator.',
      'If a funder uses its own grid, note the match. Your indicators remain yours.',
    ],
  },
  artefact: {
    fr: 'Fiches d’indicateurs et table de correspondance',
    nl: 'Indicatorfiches en concordantietabel',
    en: 'Indicator sheets and crosswalk',
  },
  tool: 'form',
  light: { mergedInto: '2.1' },
  typicalDays: 14,
  fields: [
    {
      key: 'indicators',
      kind: 'list',
      label: { fr: 'Indicateurs', nl: 'Indicatoren', en: 'Indicators' },
      help: {
        fr: 'De quatre à douze. Mieux vaut peu d’indicateurs tenus à jour.',
        nl: 'Vier tot twaalf. Liever weinig indicatoren die u bijhoudt.',
        en: 'Four to twelve. Better a few that are kept up to date.',
      },
      item: [
        {
          key: 'name',
          kind: 'shortText',
          label: { fr: 'Indicateur', nl: 'Indicator', en: 'Indicator' },
          example: {
            fr: 'Part des personnes qui ont proposé un changement dans leur travail',
            nl: 'Aandeel mensen dat een verandering in het werk voorstelde',
            en: 'Share of people who suggested a change in their work',
          },
          expected: true,
        },
        {
          key: 'criterion',
          kind: 'shortText',
          label: { fr: 'Critère qu’il éclaire', nl: 'Bijhorend criterium', en: 'Criterion it informs' },
        },
        {
          key: 'kind',
          kind: 'choice',
          label: { fr: 'Forme', nl: 'Vorm', en: 'Form' },
          options: [
            { code: 'figures', label: { fr: 'En chiffres', nl: 'In cijfers', en: 'In figures' } },
            { code: 'words', label: { fr: 'En mots', nl: 'In woorden', en: 'In words' } },
          ],
        },
        {
          key: 'definition',
          kind: 'longText',
          label: {
            fr: 'Définition : ce qui compte et ce qui ne compte pas',
            nl: 'Omschrijving: wat meetelt en wat niet',
            en: 'Definition: what counts and what does not',
          },
        },
        { key: 'unit', kind: 'shortText', label: { fr: 'Unité', nl: 'Eenheid', en: 'Unit' } },
        { key: 'source', kind: 'shortText', label: { fr: 'Source', nl: 'Bron', en: 'Source' } },
        {
          key: 'frequency',
          kind: 'shortText',
          label: { fr: 'Moment ou fréquence', nl: 'Moment of frequentie', en: 'Moment or frequency' },
        },
        {
          key: 'responsible',
          kind: 'shortText',
          label: { fr: 'Qui s’en charge', nl: 'Wie het op zich neemt', en: 'Who takes care of it' },
        },
      ],
      max: 20,
      expected: true,
    },
    {
      key: 'baseline',
      kind: 'longText',
      label: { fr: 'Situation de départ', nl: 'Nulmeting', en: 'Baseline' },
      help: {
        fr: 'Ce que vous savez d’avant. Si rien n’a été noté à l’époque, dites que le départ sera reconstitué par les souvenirs.',
        nl: 'Wat u over vroeger weet. Is er toen niets genoteerd, zeg dan dat het begin uit herinneringen wordt samengesteld.',
        en: 'What you know from before. If nothing was noted at the time, say that the start will be rebuilt from memory.',
      },
    },
    {
      key: 'crosswalk',
      kind: 'list',
      label: {
        fr: 'Correspondance avec la grille d’un financeur',
        nl: 'Overeenkomst met het rooster van een financier',
        en: 'Match with a funder’s grid',
      },
      help: {
        fr: 'À remplir seulement si un partenaire vous le demande ou si cela vous évite un double travail.',
        nl: 'Alleen in te vullen als een partner het vraagt of als het u dubbel werk bespaart.',
        en: 'Only if a partner asks for it or if it saves you double work.',
      },
      item: [
        { key: 'own', kind: 'shortText', label: { fr: 'Notre indicateur', nl: 'Onze indicator', en: 'Our indicator' } },
        {
          key: 'theirs',
          kind: 'shortText',
          label: {
            fr: 'Point de la grille du financeur',
            nl: 'Punt in het rooster van de financier',
            en: 'Item in the funder’s grid',
          },
        },
        {
          key: 'gap',
          kind: 'shortText',
          label: { fr: 'Différence à signaler', nl: 'Verschil om te melden', en: 'Difference to point out' },
        },
      ],
      max: 20,
    },
  ],
}

const planCollection: StepData = {
  code: '2.4',
  title: {
    fr: 'Préparer la collecte et son éthique',
    nl: 'De gegevensverzameling en de ethiek voorbereiden',
    en: 'Plan the collection and its ethics',
  },
  origin: 'guides',
  leads: ['contributor'],
  joins: ['coach'],
  summary: {
    fr: 'Décider qui sera entendu, quand, comment et dans quelles langues, et protéger les personnes qui répondent.',
    nl: 'Beslissen wie gehoord wordt, wanneer, hoe en in welke taal, en wie antwoordt beschermen.',
    en: 'Decide who will be heard, when, how and in which languages, and protect those who answer.',
  },
  why: {
    fr: 'Les gens parlent librement quand ils savent à quoi servira leur parole et qu’ils peuvent refuser. Un plan écrit évite aussi d’oublier les personnes les moins visibles.',
    nl: 'Mensen spreken vrij als ze weten waarvoor hun woorden dienen en als ze mogen weigeren. Een geschreven plan voorkomt ook dat u de minst zichtbare mensen vergeet.',
    en: 'People speak freely when they know what their words will be used for and that they may refuse. A written plan also keeps you from forgetting the least visible.',
  },
  guidance: {
    fr: [
      'Pour chaque méthode, écrivez quel groupe, combien de personnes sur combien, à quelles dates et par quel canal.',
      'Choisissez les personnes d’une façon que vous pourriez expliquer. Ne prenez pas seulement celles qui vont bien ou qui sont faciles à joindre.',
      'Rédigez un texte d’accord en quelques phrases simples : qui demande, pourquoi, ce qui sera fait des réponses, comment se retirer. Demandez un accord à part pour chaque citation.',
      'Récoltez le moins de données personnelles possible. Souvent, ni le nom ni la date de naissance ne sont nécessaires.',
      'Si vous vous adressez à des personnes mineures ou sous protection, ou si le sujet est sensible, parlez-en au coach avant de commencer.',
      'Évitez que la personne qui accompagne quelqu’un au quotidien mène aussi son entretien.',
    ],
    nl: [
      'Schrijf per methode op welke groep u hoort, hoeveel mensen op hoeveel, op welke data en via welk kanaal.',
      'Kies mensen op een manier die u kunt uitleggen. Neem niet alleen wie het goed doet of makkelijk te bereiken is.',
      'Schrijf een toestemmingstekst in enkele eenvoudige zinnen: wie vraagt, waarom, wat er met de antwoorden gebeurt, hoe men zich terugtrekt. Vraag voor elk citaat een aparte toestemming.',
      'Verzamel zo weinig mogelijk persoonsgegevens. Vaak zijn naam noch geboortedatum nodig.',
      'Richt u zich tot minderjarigen of beschermde personen, of gaat het over gevoelige onderwerpen, bespreek dat dan met de coach voor u begint.',
      'Laat wie iemand dagelijks begeleidt, niet ook het interview met die persoon doen.',
    ],
    en: [
      'For each method, write which group, how many people out of how many, on which dates and by which channel.',
      'Choose people in a way you could explain. Do not take only those who are doing well or are easy to reach.',
      'Write a consent text in a few simple sentences: who asks, why, what will be done with the answers, how to withdraw. Ask for separate consent for each quote.',
      'Collect as little personal data as possible. Often neither name nor date of birth is needed.',
      'If you turn to minors, to people under legal protection or to sensitive subjects, talk to the coach before starting.',
      'Avoid having the person who supports someone day to day also hold their interview.',
    ],
  },
  artefact: {
    fr: 'Plan de collecte et textes d’accord',
    nl: 'Gegevensverzamelingsplan en toestemmingsteksten',
    en: 'Collection plan and consent texts',
  },
  tool: 'form',
  light: 'own',
  typicalDays: 14,
  fields: [
    {
      key: 'collections',
      kind: 'list',
      label: { fr: 'Collectes prévues', nl: 'Geplande verzamelingen', en: 'Collections planned' },
      help: {
        fr: 'Une ligne par méthode et par groupe.',
        nl: 'Eén regel per methode en per groep.',
        en: 'One row per method and per group.',
      },
      item: [
        {
          key: 'method',
          kind: 'choice',
          label: { fr: 'Méthode', nl: 'Methode', en: 'Method' },
          options: collectionMethods,
        },
        { key: 'group', kind: 'shortText', label: { fr: 'Groupe', nl: 'Groep', en: 'Group' } },
        {
          key: 'howMany',
          kind: 'shortText',
          label: { fr: 'Combien, sur combien', nl: 'Hoeveel, op hoeveel', en: 'How many, out of how many' },
        },
        { key: 'howChosen', kind: 'shortText', label: { fr: 'Comment choisies', nl: 'Hoe gekozen', en: 'How chosen' } },
        {
          key: 'when',
          kind: 'shortText',
          label: {
            fr: 'Quand, et par quel canal',
            nl: 'Wanneer, en via welk kanaal',
            en: 'When, and by which channel',
          },
        },
        { key: 'who', kind: 'shortText', label: { fr: 'Qui récolte', nl: 'Wie verzamelt', en: 'Who collects' } },
      ],
      max: 12,
      expected: true,
    },
    {
      key: 'languages',
      kind: 'choices',
      label: { fr: 'Langues de la collecte', nl: 'Talen van de verzameling', en: 'Languages of the collection' },
      options: languages,
    },
    {
      key: 'consentText',
      kind: 'longText',
      label: { fr: 'Texte d’accord', nl: 'Toestemmingstekst', en: 'Consent text' },
      help: {
        fr: 'À lire ou à faire lire avant toute question.',
        nl: 'Voor te lezen of te laten lezen voor de eerste vraag.',
        en: 'To be read, or read aloud, before any question.',
      },
      example: {
        fr: 'Nous voulons comprendre ce que l’atelier change, ou non, pour vous. Vous pouvez sauter une question ou arrêter quand vous le souhaitez, sans conséquence. Votre nom n’apparaîtra nulle part. Nous vous dirons en juin ce que nous avons appris.',
        nl: 'We willen begrijpen wat het atelier voor u verandert, of niet. U mag een vraag overslaan of stoppen wanneer u wilt, zonder gevolgen. Uw naam komt nergens voor. In juni vertellen we u wat we geleerd hebben.',
        en: 'We want to understand what the workshop changes for you, or does not. You may skip a question or stop whenever you wish, with no consequences. Your name will appear nowhere. In June we will tell you what we have learned.',
      },
      expected: true,
    },
    {
      key: 'anonymity',
      kind: 'longText',
      label: {
        fr: 'Comment les personnes sont protégées',
        nl: 'Hoe mensen beschermd worden',
        en: 'How people are protected',
      },
      help: {
        fr: 'Réponses sans nom, petits groupes non montrés, détails reconnaissables retirés.',
        nl: 'Antwoorden zonder naam, kleine groepen niet getoond, herkenbare details weg.',
        en: 'Answers without names, small groups not shown, recognisable details removed.',
      },
      expected: true,
    },
    {
      key: 'sensitive',
      kind: 'longText',
      label: { fr: 'Situations délicates', nl: 'Gevoelige situaties', en: 'Delicate situations' },
      help: {
        fr: 'Ce qui pourrait blesser ou exposer quelqu’un, et ce que vous ferez si cela arrive.',
        nl: 'Wat iemand kan kwetsen of blootstellen, en wat u doet als dat gebeurt.',
        en: 'What could hurt or expose someone, and what you will do if it happens.',
      },
    },
    {
      key: 'retention',
      kind: 'shortText',
      label: { fr: 'Durée de conservation', nl: 'Bewaartermijn', en: 'How long data are kept' },
      help: {
        fr: 'Pour les enregistrements, les notes et les réponses, avec la date d’effacement.',
        nl: 'Voor opnames, notities en antwoorden, met de datum waarop ze gewist worden.',
        en: 'For recordings, notes and answers, with the date of deletion.',
      },
    },
    {
      key: 'processing',
      kind: 'longText',
      label: {
        fr: 'Pour le registre des traitements',
        nl: 'Voor het verwerkingsregister',
        en: 'For the record of processing',
      },
      help: {
        fr: 'But, base légale, personnes qui ont accès, lieu de stockage. Quatre lignes suffisent.',
        nl: 'Doel, rechtsgrond, wie toegang heeft, waar bewaard. Vier regels volstaan.',
        en: 'Purpose, legal basis, who has access, where stored. Four lines are enough.',
      },
    },
  ],
}

const buildTools: StepData = {
  code: '2.5',
  title: {
    fr: 'Construire les questionnaires et les guides',
    nl: 'Vragenlijsten en leidraden opstellen',
    en: 'Build questionnaires and guides',
  },
  origin: 'own',
  leads: ['contributor'],
  joins: ['coach', 'researcher'],
  summary: {
    fr: 'Écrire le questionnaire, le guide d’entretien, le déroulé du groupe ou le registre, dans les langues utiles.',
    nl: 'De vragenlijst, de interviewleidraad, het draaiboek van de focusgroep of het register schrijven, in de nodige talen.',
    en: 'Write the questionnaire, interview guide, focus group outline or register, in the languages needed.',
  },
  why: {
    fr: 'La façon de demander change la réponse. Des questions simples, neutres et peu nombreuses respectent le temps des gens.',
    nl: 'Hoe u iets vraagt, bepaalt het antwoord. Weinig, eenvoudige en neutrale vragen respecteren de tijd van mensen.',
    en: 'The way you ask changes the answer. Few, simple and neutral questions respect people’s time.',
  },
  guidance: {
    fr: [
      'Reprenez la grille : chaque question doit servir un critère. Si elle n’en sert aucun, retirez-la.',
      'Dix minutes pour un questionnaire, une heure pour un entretien, une heure et demie pour un groupe.',
      'Une idée par question. Laissez toujours une place pour « je ne sais pas », « cela n’a rien changé » et « c’est moins bien ».',
      'Pour les entretiens et récits de vie, préparez peu de questions et beaucoup de relances : « racontez-moi un moment où… ».',
      'Écrivez d’abord dans la langue des personnes. Faites relire chaque traduction par quelqu’un qui la parle tous les jours.',
    ],
    nl: [
      'Neem het rooster erbij: elke vraag moet een criterium dienen. Dient ze er geen, schrap ze dan.',
      'Tien minuten voor een vragenlijst, een uur voor een interview, anderhalf uur voor een groep.',
      'Eén idee per vraag. Laat altijd plaats voor “ik weet het niet”, “er veranderde niets” en “het werd minder goed”.',
      'Bereid voor interviews en levensverhalen weinig vragen en veel doorvragen voor: “vertel eens over een moment waarop…”.',
      'Schrijf eerst in de taal van de mensen. Laat elke vertaling nalezen door iemand die de taal dagelijks spreekt.',
    ],
    en: [
      'Take the grid: each question must serve a criterion. If it serves none, remove it.',
      'Ten minutes for a questionnaire, one hour for an interview, an hour and a half for a group.',
      'One idea per question. Always leave room for “I do not know”, “it changed nothing” and “it got worse”.',
      'For interviews and life stories, prepare few questions and many prompts: “tell me about a moment when…”.',
      'Write first in the language of the people. Have each translation read by someone who speaks it every day.',
    ],
  },
  artefact: { fr: 'Outils de collecte', nl: 'Vragenlijsten en leidraden', en: 'Collection tools' },
  tool: 'form',
  light: { mergedInto: '2.4' },
  typicalDays: 21,
  fields: [
    {
      key: 'tools',
      kind: 'list',
      label: { fr: 'Outils préparés', nl: 'Voorbereide hulpmiddelen', en: 'Tools prepared' },
      item: [
        { key: 'name', kind: 'shortText', label: { fr: 'Nom de l’outil', nl: 'Naam', en: 'Name of the tool' } },
        {
          key: 'method',
          kind: 'choice',
          label: { fr: 'Méthode', nl: 'Methode', en: 'Method' },
          options: collectionMethods,
        },
        {
          key: 'criteria',
          kind: 'shortText',
          label: { fr: 'Critères couverts', nl: 'Gedekte criteria', en: 'Criteria covered' },
        },
        {
          key: 'languages',
          kind: 'choices',
          label: { fr: 'Langues', nl: 'Talen', en: 'Languages' },
          options: languages,
        },
        { key: 'length', kind: 'shortText', label: { fr: 'Durée', nl: 'Duur', en: 'Length' } },
      ],
      max: 10,
      expected: true,
    },
    {
      key: 'mainQuestions',
      kind: 'longText',
      label: { fr: 'Questions principales', nl: 'Hoofdvragen', en: 'Main questions' },
      help: {
        fr: 'Les questions qui comptent le plus, telles qu’elles seront posées.',
        nl: 'De vragen die het meest tellen, zoals u ze zult stellen.',
        en: 'The questions that matter most, as they will be asked.',
      },
      example: {
        fr: 'La dernière fois que vous n’avez pas su faire quelque chose ici, que s’est-il passé ?',
        nl: 'De laatste keer dat u hier iets niet kon, wat gebeurde er toen?',
        en: 'The last time you did not know how to do something here, what happened?',
      },
      expected: true,
    },
    {
      key: 'opening',
      kind: 'longText',
      label: { fr: 'Mots d’accueil', nl: 'Inleidende woorden', en: 'Opening words' },
      help: {
        fr: 'Deux ou trois phrases, dans un langage simple, avant le texte d’accord.',
        nl: 'Twee of drie zinnen in eenvoudige taal, voor de toestemmingstekst.',
        en: 'Two or three sentences in plain language, before the consent text.',
      },
    },
    {
      key: 'readBy',
      kind: 'shortText',
      label: { fr: 'Relu par', nl: 'Nagelezen door', en: 'Read through by' },
      help: {
        fr: 'Le coach, une personne du groupe, une personne de langue maternelle.',
        nl: 'De coach, iemand uit de groep, een moedertaalspreker.',
        en: 'The coach, someone from the group, a native speaker.',
      },
    },
    {
      key: 'removed',
      kind: 'longText',
      label: { fr: 'Questions retirées', nl: 'Geschrapte vragen', en: 'Questions removed' },
      help: {
        fr: 'Gardez-les ici : elles serviront peut-être une autre fois.',
        nl: 'Bewaar ze hier: misschien komen ze later van pas.',
        en: 'Keep them here: they may be of use another time.',
      },
    },
  ],
}

const trial: StepData = {
  code: '2.6',
  title: { fr: 'Faire un essai', nl: 'Uittesten', en: 'Try it out' },
  origin: 'own',
  leads: ['contributor'],
  joins: ['coach'],
  summary: {
    fr: 'Essayer chaque outil avec trois à cinq personnes, corriger, puis ne plus y toucher.',
    nl: 'Elk hulpmiddel uittesten met drie tot vijf mensen, bijsturen en er daarna afblijven.',
    en: 'Try each tool with three to five people, correct it, then leave it as it is.',
  },
  why: {
    fr: 'Une heure d’essai épargne des semaines de réponses inutilisables. Figer la version permet de comparer toutes les réponses entre elles.',
    nl: 'Eén uur testen bespaart weken onbruikbare antwoorden. Een vaste versie maakt dat u alle antwoorden naast elkaar kunt leggen.',
    en: 'An hour of trial saves weeks of unusable answers. Freezing the version lets all answers be read side by side.',
  },
  guidance: {
    fr: [
      'Choisissez des personnes qui ressemblent à celles que vous entendrez, mais qui ne feront pas partie de la collecte.',
      'Demandez-leur de penser à voix haute. Notez les hésitations, les mots mal compris, les questions qui gênent.',
      'Chronométrez. Si c’est trop long, retirez des questions plutôt que d’aller plus vite.',
      'Vérifiez aussi le matériel : lien, tablette, papier, prise de notes, lieu calme.',
    ],
    nl: [
      'Kies mensen die lijken op wie u zult horen, maar die niet aan de verzameling deelnemen.',
      'Vraag hun hardop te denken. Noteer aarzelingen, verkeerd begrepen woorden, vragen die ongemakkelijk zijn.',
      'Neem de tijd op. Duurt het te lang, schrap dan vragen in plaats van sneller te gaan.',
      'Test ook het materiaal: link, tablet, papier, notities, een rustige plek.',
    ],
    en: [
      'Choose people who resemble those you will hear but who will not be part of the collection.',
      'Ask them to think aloud. Note hesitations, words misunderstood, questions that make people uneasy.',
      'Time it. If it is too long, remove questions rather than going faster.',
      'Also test the practical side: link, tablet, paper, note-taking, a quiet place.',
    ],
  },
  artefact: { fr: 'Carnet d’essai', nl: 'Testlogboek', en: 'Trial log' },
  tool: 'form',
  light: 'leftOut',
  typicalDays: 14,
  fields: [
    {
      key: 'trials',
      kind: 'list',
      label: { fr: 'Essais', nl: 'Tests', en: 'Trials' },
      item: [
        { key: 'tool', kind: 'shortText', label: { fr: 'Outil', nl: 'Hulpmiddel', en: 'Tool' } },
        {
          key: 'withWhom',
          kind: 'shortText',
          label: { fr: 'Avec qui (sans nom)', nl: 'Met wie (zonder naam)', en: 'With whom (no names)' },
        },
        { key: 'minutes', kind: 'shortText', label: { fr: 'Durée', nl: 'Duur', en: 'Time taken' } },
        { key: 'seen', kind: 'longText', label: { fr: 'Ce que nous avons vu', nl: 'Wat we zagen', en: 'What we saw' } },
      ],
      max: 10,
      expected: true,
    },
    {
      key: 'changes',
      kind: 'longText',
      label: { fr: 'Ce que nous avons changé', nl: 'Wat we veranderden', en: 'What we changed' },
      example: {
        fr: '« Autonomie » n’était pas compris ; nous demandons maintenant « ce que vous faites sans aide ».',
        nl: '“Zelfredzaamheid” werd niet begrepen; we vragen nu “wat u zonder hulp doet”.',
        en: '“Autonomy” was not understood; we now ask “what you do without help”.',
      },
      expected: true,
    },
    {
      key: 'frozenOn',
      kind: 'date',
      label: { fr: 'Version figée le', nl: 'Versie vastgelegd op', en: 'Version frozen on' },
      help: {
        fr: 'À partir de cette date, plus de changement jusqu’à la fin de la collecte.',
        nl: 'Vanaf die datum verandert er niets meer tot het einde van de verzameling.',
        en: 'From this date there are no changes until the collection ends.',
      },
    },
  ],
}

const collect: StepData = {
  code: '2.7',
  title: { fr: 'Collecter', nl: 'Gegevens verzamelen', en: 'Collect' },
  origin: 'vises',
  leads: ['contributor'],
  joins: ['coach'],
  summary: {
    fr: 'Aller vers les personnes, recueillir réponses et récits, et garder trace de chaque accord.',
    nl: 'Naar de mensen gaan, antwoorden en verhalen verzamelen en elke toestemming bijhouden.',
    en: 'Go to the people, gather answers and stories, and keep a record of every consent.',
  },
  why: {
    fr: 'C’est le moment où l’on écoute. La manière dont les personnes sont reçues compte autant que leurs réponses.',
    nl: 'Dit is het moment om te luisteren. Hoe mensen ontvangen worden, telt even zwaar als hun antwoorden.',
    en: 'This is the moment of listening. The way people are received counts as much as their answers.',
  },
  guidance: {
    fr: [
      'Annoncez la collecte quelques jours avant : qui, pourquoi, combien de temps, et que refuser ne change rien.',
      'Proposez plusieurs façons de répondre : lien, tablette, papier, téléphone, avec de l’aide.',
      'Commencez toujours par le texte d’accord. Notez l’accord avant la première question.',
      'Écrivez vos notes le jour même. Séparez ce qui a été dit de ce que vous en pensez.',
      'Tenez un carnet de ce qui s’est passé : absences, interruptions, question mal comprise. Cela aidera à lire les résultats.',
    ],
    nl: [
      'Kondig de verzameling enkele dagen vooraf aan: wie, waarom, hoelang, en dat weigeren niets verandert.',
      'Bied verschillende manieren om te antwoorden: link, tablet, papier, telefoon, met hulp.',
      'Begin altijd met de toestemmingstekst. Noteer de toestemming voor de eerste vraag.',
      'Werk uw notities dezelfde dag uit. Scheid wat gezegd is van wat u ervan denkt.',
      'Houd bij wat er gebeurde: afwezigheden, onderbrekingen, een slecht begrepen vraag. Dat helpt later bij het lezen.',
    ],
    en: [
      'Announce the collection a few days ahead: who, why, how long, and that refusing changes nothing.',
      'Offer several ways to answer: link, tablet, paper, telephone, with help.',
      'Always begin with the consent text. Record consent before the first question.',
      'Write up your notes the same day. Separate what was said from what you think of it.',
      'Keep a log of what happened: absences, interruptions, a question misunderstood. It will help when reading the results.',
    ],
  },
  artefact: { fr: 'Carnet de collecte', nl: 'Logboek van de verzameling', en: 'Collection log' },
  tool: 'form',
  light: 'own',
  typicalDays: 60,
  fields: [
    {
      key: 'log',
      kind: 'list',
      label: { fr: 'Collectes réalisées', nl: 'Uitgevoerde verzamelingen', en: 'Collections carried out' },
      help: {
        fr: 'Une ligne par méthode et par groupe, mise à jour au fil des semaines.',
        nl: 'Eén regel per methode en per groep, week na week bijgewerkt.',
        en: 'One row per method and per group, updated week by week.',
      },
      item: [
        {
          key: 'method',
          kind: 'choice',
          label: { fr: 'Méthode', nl: 'Methode', en: 'Method' },
          options: collectionMethods,
        },
        { key: 'group', kind: 'shortText', label: { fr: 'Groupe', nl: 'Groep', en: 'Group' } },
        {
          key: 'subQuestion',
          kind: 'shortText',
          label: { fr: 'Sous-question concernée', nl: 'Voor welke deelvraag', en: 'Sub-question it informs' },
        },
        { key: 'period', kind: 'shortText', label: { fr: 'Du… au…', nl: 'Van… tot…', en: 'From… to…' } },
        {
          key: 'counts',
          kind: 'shortText',
          label: { fr: 'Invitations et réponses', nl: 'Uitnodigingen en antwoorden', en: 'Invitations and answers' },
        },
        { key: 'remark', kind: 'longText', label: { fr: 'Remarque', nl: 'Opmerking', en: 'Remark' } },
      ],
      max: 20,
      expected: true,
    },
    {
      key: 'consent',
      kind: 'choice',
      label: { fr: 'Accord des personnes', nl: 'Toestemming van de mensen', en: 'People’s consent' },
      options: [
        {
          code: 'allRecorded',
          label: { fr: 'Noté pour chaque personne', nl: 'Genoteerd voor iedereen', en: 'Recorded for everyone' },
        },
        {
          code: 'partlyRecorded',
          label: { fr: 'Noté pour une partie', nl: 'Genoteerd voor een deel', en: 'Recorded for some' },
        },
        {
          code: 'noPersonalData',
          label: {
            fr: 'Sans objet : aucune donnée personnelle',
            nl: 'Niet van toepassing: geen persoonsgegevens',
            en: 'Not applicable: no personal data',
          },
        },
      ],
      expected: true,
    },
    {
      key: 'consentPlace',
      kind: 'shortText',
      label: {
        fr: 'Où les accords sont conservés',
        nl: 'Waar de toestemmingen bewaard worden',
        en: 'Where consents are kept',
      },
      help: {
        fr: 'Et qui s’en occupe si quelqu’un veut se retirer.',
        nl: 'En bij wie men terechtkan om zich terug te trekken.',
        en: 'And whom to turn to if someone wishes to withdraw.',
      },
    },
    {
      key: 'quotes',
      kind: 'longText',
      label: { fr: 'Citations à garder', nl: 'Citaten om te bewaren', en: 'Quotes to keep' },
      help: {
        fr: 'Sans nom ni détail reconnaissable. Indiquez après chacune si la personne accepte qu’elle soit publiée.',
        nl: 'Zonder naam of herkenbaar detail. Noteer bij elk citaat of de persoon met publicatie akkoord gaat.',
        en: 'Without names or recognisable details. After each, note whether the person agrees to publication.',
      },
    },
    {
      key: 'events',
      kind: 'longText',
      label: { fr: 'Ce qui s’est passé en chemin', nl: 'Wat er onderweg gebeurde', en: 'What happened along the way' },
      help: {
        fr: 'Ce qui a pu influencer les réponses, et ce que vous avez adapté.',
        nl: 'Wat de antwoorden kan hebben beïnvloed en wat u hebt aangepast.',
        en: 'What may have influenced the answers, and what you adapted.',
      },
      example: {
        fr: 'La semaine du 12 mars, deux personnes de l’encadrement étaient absentes ; les réponses de l’équipe B ont été recueillies une semaine plus tard.',
        nl: 'In de week van 12 maart waren twee begeleiders afwezig; de antwoorden van ploeg B kwamen een week later.',
        en: 'In the week of 12 March two supervisors were away; answers from crew B were gathered a week later.',
      },
    },
  ],
}

const followUp: StepData = {
  code: '2.8',
  title: { fr: 'Suivre et vérifier', nl: 'Opvolgen en nakijken', en: 'Follow and check' },
  origin: 'own',
  leads: ['contributor'],
  joins: ['coach'],
  summary: {
    fr: 'Regarder qui a répondu, qui manque et ce que cela change à ce que vous pourrez dire.',
    nl: 'Nagaan wie antwoordde, wie ontbreekt en wat dat betekent voor wat u kunt zeggen.',
    en: 'Look at who answered, who is missing and what that changes about what you can say.',
  },
  why: {
    fr: 'Les silences font partie des résultats. Les écrire maintenant, tant qu’il est possible d’aller encore vers quelqu’un, rend la suite honnête.',
    nl: 'Stiltes horen bij de resultaten. Schrijf ze nu op, terwijl u nog naar mensen toe kunt gaan; dat houdt het vervolg eerlijk.',
    en: 'Silences are part of the results. Writing them down now, while you can still go to someone, keeps the rest honest.',
  },
  guidance: {
    fr: [
      'Regardez les réponses par groupe, chaque semaine, pendant la collecte plutôt qu’après.',
      'Comparez les personnes entendues avec toutes celles que vous servez : âge, ancienneté, site, langue. Qui est moins présent ?',
      'Si un groupe manque, essayez une autre voie : un appel, une pause-café, une personne de confiance. Un rappel suffit, parfois deux.',
      'Notez les questions laissées vides : mal comprises, gênantes ou inutiles ?',
      'Écrivez franchement ce que vos données ne permettront pas de dire. Ces lacunes deviendront les limites de vos constats.',
    ],
    nl: [
      'Bekijk de antwoorden per groep, elke week, tijdens de verzameling en niet pas erna.',
      'Vergelijk wie u hoorde met iedereen voor wie u werkt: leeftijd, anciënniteit, vestiging, taal. Wie is minder aanwezig?',
      'Ontbreekt een groep, probeer dan een andere weg: een telefoontje, een koffiepauze, een vertrouwenspersoon. Eén herinnering volstaat, soms twee.',
      'Noteer welke vragen leeg bleven: slecht begrepen, ongemakkelijk of overbodig?',
      'Schrijf eerlijk op wat u met uw gegevens niet kunt zeggen. Die leemten worden de beperkingen van uw bevindingen.',
    ],
    en: [
      'Look at answers by group, every week, during the collection rather than after it.',
      'Compare those heard with everyone you serve: age, length of stay, site, language. Who is less present?',
      'If a group is missing, try another way: a call, a coffee break, a trusted person. One reminder is enough, sometimes two.',
      'Note the questions left blank: misunderstood, awkward or not needed?',
      'Write frankly what your data will not allow you to say. These gaps become the limits of your findings.',
    ],
  },
  artefact: {
    fr: 'Tableau de suivi et note sur la qualité des données',
    nl: 'Opvolgtabel en nota over de kwaliteit van de gegevens',
    en: 'Follow-up table and note on data quality',
  },
  tool: 'form',
  light: { mergedInto: '2.7' },
  typicalDays: 14,
  fields: [
    {
      key: 'perGroup',
      kind: 'list',
      label: { fr: 'Réponses par groupe', nl: 'Antwoorden per groep', en: 'Answers by group' },
      item: [
        { key: 'group', kind: 'shortText', label: { fr: 'Groupe', nl: 'Groep', en: 'Group' } },
        {
          key: 'total',
          kind: 'shortText',
          label: { fr: 'Personnes concernées', nl: 'Betrokken mensen', en: 'People concerned' },
        },
        { key: 'invited', kind: 'shortText', label: { fr: 'Invitées', nl: 'Uitgenodigd', en: 'Invited' } },
        { key: 'answered', kind: 'shortText', label: { fr: 'Ont répondu', nl: 'Antwoordden', en: 'Answered' } },
        { key: 'remark', kind: 'shortText', label: { fr: 'Remarque', nl: 'Opmerking', en: 'Remark' } },
      ],
      max: 15,
      expected: true,
    },
    {
      key: 'gaps',
      kind: 'longText',
      label: { fr: 'Lacunes connues', nl: 'Gekende leemten', en: 'Known gaps' },
      help: {
        fr: 'Qui n’a pas été entendu, ce qui n’a pas été demandé, ce qui reste incertain. S’il n’y en a pas, dites pourquoi vous le pensez.',
        nl: 'Wie niet gehoord is, wat niet gevraagd is, wat onzeker blijft. Zijn er geen, zeg dan waarom u dat denkt.',
        en: 'Who was not heard, what was not asked, what remains uncertain. If there are none, say why you think so.',
      },
      example: {
        fr: 'Onze personnes étaient en congé de maladie ; nous ne savons rien de celles qui sont parties avant trois mois.',
        nl: 'Elf mensen waren met ziekteverlof; we weten niets over wie binnen drie maanden vertrok.',
        en: 'Eleven people were on sick leave; we know nothing of those who left before three months.',
      },
      expected: true,
    },
    {
      key: 'whoAnswered',
      kind: 'longText',
      label: {
        fr: 'En quoi les personnes entendues diffèrent des autres',
        nl: 'Hoe de gehoorde mensen van de anderen verschillen',
        en: 'How those heard differ from the others',
      },
      help: {
        fr: 'Souvent, les plus satisfaites ou les plus disponibles répondent davantage.',
        nl: 'Vaak antwoorden de meest tevreden of meest beschikbare mensen meer.',
        en: 'The most satisfied or most available often answer more.',
      },
    },
    {
      key: 'reminders',
      kind: 'longText',
      label: {
        fr: 'Ce que nous avons fait pour entendre plus de monde',
        nl: 'Wat we deden om meer mensen te horen',
        en: 'What we did to hear more people',
      },
      help: {
        fr: 'Rappels, autres canaux, prolongation. Avec les dates.',
        nl: 'Herinneringen, andere kanalen, verlenging. Met data.',
        en: 'Reminders, other channels, extension. With dates.',
      },
    },
    {
      key: 'missingData',
      kind: 'longText',
      label: {
        fr: 'Données manquantes ou douteuses',
        nl: 'Ontbrekende of twijfelachtige gegevens',
        en: 'Missing or doubtful data',
      },
      help: {
        fr: 'Quelles questions, combien de réponses, et ce que vous en ferez.',
        nl: 'Welke vragen, hoeveel antwoorden, en wat u ermee doet.',
        en: 'Which questions, how many answers, and what you will do about it.',
      },
    },
  ],
}

/**
 * Rules behind the checks: `gapsWritten` — field `gaps` of step 2.8 is filled in; `consentRecorded` — field `consent`
 * of step 2.7 is `allRecorded` or `noPersonalData`.
 */
const gate: GateData = {
  code: 'G2',
  title: {
    fr: 'Assez de matière pour répondre',
    nl: 'Genoeg materiaal om te antwoorden',
    en: 'Enough material to answer',
  },
  summary: {
    fr: 'L’entreprise et son coach regardent ensemble ce qui a été récolté et décident s’il est temps d’analyser. Un avis de la recherche peut être demandé.',
    nl: 'De onderneming en haar coach bekijken samen wat verzameld is en beslissen of het tijd is om te analyseren. Onderzoekers kunnen om advies gevraagd worden.',
    en: 'The enterprise and its coach look together at what has been collected and decide whether it is time to analyse. Researchers can be asked for advice.',
  },
  criteria: [
    {
      code: 'dataPerSubQuestion',
      label: {
        fr: 'Chaque sous-question a au moins une source de données',
        nl: 'Elke deelvraag heeft minstens één gegevensbron',
        en: 'Each sub-question has at least one source of data',
      },
      help: {
        fr: 'Sans sous-question, regardez la question elle-même.',
        nl: 'Zijn er geen deelvragen, kijk dan naar de evaluatievraag zelf.',
        en: 'If there are no sub-questions, look at the question itself.',
      },
    },
    {
      code: 'numbersPerGroup',
      label: {
        fr: 'Le nombre de personnes entendues est indiqué pour chaque groupe',
        nl: 'Voor elke groep staat vermeld hoeveel mensen gehoord zijn',
        en: 'The number of people heard is shown for each group',
      },
      help: {
        fr: 'Y compris zéro, quand un groupe n’a pas pu être entendu.',
        nl: 'Ook nul, als een groep niet gehoord kon worden.',
        en: 'Including zero, when a group could not be heard.',
      },
    },
    {
      code: 'consentRecorded',
      label: {
        fr: 'L’accord des personnes est noté',
        nl: 'De toestemming van de mensen is genoteerd',
        en: 'People’s consent is recorded',
      },
      help: {
        fr: 'Les réponses sans accord ne seront pas utilisées.',
        nl: 'Antwoorden zonder toestemming worden niet gebruikt.',
        en: 'Answers without consent will not be used.',
      },
      check: 'consentRecorded',
    },
    {
      code: 'gapsWritten',
      label: {
        fr: 'Les lacunes connues sont écrites',
        nl: 'De gekende leemten zijn opgeschreven',
        en: 'Known gaps are written down',
      },
      help: {
        fr: 'Elles accompagneront vos constats comme limites.',
        nl: 'Ze gaan als beperkingen mee met uw bevindingen.',
        en: 'They will go with your findings as limits.',
      },
      check: 'gapsWritten',
    },
  ],
  outcomes: [
    {
      code: 'pass',
      label: { fr: 'Passer à l’analyse', nl: 'Overgaan tot analyse', en: 'Go on to analysis' },
      help: {
        fr: 'Il y a de quoi répondre, avec des limites connues.',
        nl: 'Er is genoeg om te antwoorden, met gekende beperkingen.',
        en: 'There is enough to answer, within known limits.',
      },
    },
    {
      code: 'extend',
      label: { fr: 'Prolonger la collecte', nl: 'De verzameling verlengen', en: 'Extend the collection' },
      help: {
        fr: 'Dites quel groupe vous voulez encore entendre, et jusqu’à quelle date.',
        nl: 'Noteer welke groep u nog wilt horen, en tot welke datum.',
        en: 'Say which group you still want to hear, and until what date.',
      },
    },
    {
      code: 'narrowQuestion',
      label: { fr: 'Resserrer la question', nl: 'De vraag enger maken', en: 'Narrow the question' },
      help: {
        fr: 'Vous revenez à la fiche de la question et en écrivez une nouvelle version. L’ancienne est conservée.',
        nl: 'U keert terug naar de fiche van de vraag en schrijft een nieuwe versie. De oude blijft bewaard.',
        en: 'You return to the question sheet and write a new version. The old one is kept.',
      },
    },
    {
      code: 'stop',
      label: { fr: 'S’arrêter ici', nl: 'Hier stoppen', en: 'Stop here' },
      help: {
        fr: 'La démarche s’arrête, avec sa raison. Pensez à remercier et à informer les personnes qui ont répondu.',
        nl: 'Het traject stopt, met de reden erbij. Vergeet niet te bedanken en te informeren wie antwoordde.',
        en: 'The evaluation stops, with its reason. Remember to thank and inform those who answered.',
      },
    },
  ],
  signs: ['manager', 'coach'],
}

export const phase2: PhaseData = {
  number: 2,
  title: {
    fr: 'Choix de la méthode et collecte des données',
    nl: 'Keuze van de methodiek en gegevensverzameling',
    en: 'Choice of method and data collection',
  },
  summary: {
    fr: 'Traduire la question en critères, choisir comment écouter, puis aller vers les personnes avec soin.',
    nl: 'De vraag vertalen in criteria, kiezen hoe u luistert en dan met zorg naar de mensen gaan.',
    en: 'Turn the question into criteria, choose how to listen, then go to the people with care.',
  },
  typicalMonths: [3, 8],
  steps: [breakDown, chooseMethods, indicators, planCollection, buildTools, trial, collect, followUp],
  gate,
}
