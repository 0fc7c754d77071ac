import type { GateData, PhaseData, StepData } from '../method-data.ts'
import { involvementLevels, languages, roughLevels } from './options.ts'
import { domains, purposes, questionCheckOptions, questionTypes } from './question.ts'

const setOut: StepData = {
  code: '1.0',
  title: { fr: 'S’engager ensemble', nl: 'Samen van start gaan', en: 'Set out together' },
  origin: 'own',
  leads: ['coach'],
  joins: ['manager', 'platformLead'],
  summary: {
    fr: 'Convenir de ce qui vous amène, du temps disponible, des rôles et de ce qui sera partagé.',
    nl: 'Afspreken waarom u begint, hoeveel tijd er is, wie wat doet en wat gedeeld wordt.',
    en: 'Agree on why you are starting, how much time there is, who does what and what will be shared.',
  },
  why: {
    fr: 'Un cadre clair dès le départ évite les malentendus plus tard. L’entreprise reste propriétaire de son évaluation et de ses données.',
    nl: 'Duidelijke afspraken aan het begin voorkomen misverstanden later. De evaluatie en de gegevens blijven van de onderneming.',
    en: 'Clear terms at the start avoid misunderstandings later. The evaluation and its data remain with the enterprise.',
  },
  guidance: {
    fr: [
      'Prévoyez une rencontre d’une heure et demie avec votre coach, si possible sur place, avec la direction et une personne de l’équipe.',
      'Dites franchement ce qui vous amène : une envie, une échéance, la demande d’un financeur. Tous ces motifs sont légitimes.',
      'Comptez les jours de travail réellement disponibles, pas les jours souhaités. À titre de repère : de 15 à 30 jours répartis sur un an pour la démarche complète, environ la moitié pour la version légère.',
      'Désignez deux personnes : une qui porte la démarche, une qui peut prendre le relais.',
      'Décidez ce que le coach, la fédération et l’équipe de recherche pourront lire. Vous pourrez revenir sur ces choix.',
    ],
    nl: [
      'Plan een gesprek van anderhalf uur met uw coach, liefst bij u ter plaatse, met de directie en iemand van het team.',
      'Zeg openlijk waarom u begint: een verlangen, een deadline, een vraag van een financier. Elke reden is goed.',
      'Tel de werkdagen die er echt zijn, niet de dagen die u zou willen. Als houvast: 15 tot 30 dagen over een jaar voor het volledige traject, ongeveer de helft voor de lichte versie.',
      'Duid twee mensen aan: iemand die het traject trekt en iemand die kan overnemen.',
      'Beslis wat de coach, de federatie en de onderzoekers mogen lezen. U kunt die keuzes later herzien.',
    ],
    en: [
      'Plan a meeting of an hour and a half with your coach, on your own premises if possible, with management and one member of the team.',
      'Say openly what brings you here: a wish, a deadline, a request from a funder. Every reason is legitimate.',
      'Count the working days you really have, not those you would like. As a rough guide: 15 to 30 days spread over a year for the full route, about half for the light one.',
      'Name two people: one who carries the work and one who can take over.',
      'Decide what the coach, the federation and the researchers may read. You can change these choices later.',
    ],
  },
  artefact: {
    fr: 'Fiche d’engagement et charte de partage des données',
    nl: 'Startfiche en afsprakennota over het delen van gegevens',
    en: 'Engagement sheet and data-sharing agreement',
  },
  tool: 'form',
  light: { mergedInto: '1.1' },
  typicalDays: 7,
  fields: [
    {
      key: 'motives',
      kind: 'longText',
      label: { fr: 'Ce qui nous amène', nl: 'Waarom we beginnen', en: 'What brings us here' },
      help: {
        fr: 'Trois ou quatre lignes suffisent. Notez aussi d’où vient la demande.',
        nl: 'Drie of vier regels volstaan. Noteer ook van wie de vraag komt.',
        en: 'Three or four lines are enough. Also note where the request comes from.',
      },
      example: {
        fr: 'L’équipe a doublé en trois ans et ne raconte plus la même histoire. La convention avec la commune se discute l’an prochain.',
        nl: 'Het team is in drie jaar verdubbeld en vertelt niet meer hetzelfde verhaal. Volgend jaar bespreken we de overeenkomst met de gemeente.',
        en: 'The team has doubled in three years and no longer tells the same story. Our agreement with the town is discussed next year.',
      },
      expected: true,
    },
    {
      key: 'days',
      kind: 'number',
      label: { fr: 'Jours de travail disponibles', nl: 'Beschikbare werkdagen', en: 'Working days available' },
      help: {
        fr: 'Total pour toutes les personnes de l’entreprise, sur l’ensemble de la démarche.',
        nl: 'Totaal voor iedereen in de onderneming, over het hele traject.',
        en: 'Total for everyone in the enterprise, over the whole evaluation.',
      },
      max: 10_000,
      expected: true,
    },
    {
      key: 'budget',
      kind: 'shortText',
      label: { fr: 'Autres moyens', nl: 'Andere middelen', en: 'Other means' },
      help: {
        fr: 'Argent, matériel, aide d’un stage ou d’une école. Écrivez « aucun » si c’est le cas.',
        nl: 'Geld, materiaal, hulp van een stage of een school. Schrijf “geen” als er niets is.',
        en: 'Money, equipment, help from an internship or a school. Write “none” if there is none.',
      },
    },
    {
      key: 'languages',
      kind: 'choices',
      label: { fr: 'Langues nécessaires', nl: 'Nodige talen', en: 'Languages needed' },
      help: {
        fr: 'Pensez aux personnes que vous voudrez entendre, pas seulement à l’équipe.',
        nl: 'Denk aan de mensen die u wilt horen, niet alleen aan het team.',
        en: 'Think of the people you will want to hear, not only of the team.',
      },
      options: languages,
    },
    {
      key: 'roles',
      kind: 'list',
      label: { fr: 'Qui fait quoi', nl: 'Wie doet wat', en: 'Who does what' },
      help: {
        fr: 'Au moins une personne qui porte la démarche et une qui peut prendre le relais.',
        nl: 'Minstens iemand die het traject trekt en iemand die kan overnemen.',
        en: 'At least one person who carries the work and one who can take over.',
      },
      item: [
        {
          key: 'who',
          kind: 'shortText',
          label: { fr: 'Nom ou fonction', nl: 'Naam of functie', en: 'Name or function' },
        },
        { key: 'role', kind: 'shortText', label: { fr: 'Rôle', nl: 'Rol', en: 'Role' } },
        {
          key: 'time',
          kind: 'shortText',
          label: { fr: 'Temps prévu', nl: 'Voorziene tijd', en: 'Time set aside' },
        },
      ],
      max: 8,
      expected: true,
    },
    {
      key: 'sharing',
      kind: 'longText',
      label: {
        fr: 'Ce que nous partageons, et avec qui',
        nl: 'Wat we delen, en met wie',
        en: 'What we share, and with whom',
      },
      help: {
        fr: 'Coach, fédération, recherche, plateforme : pour chacun, ce qui peut être lu et ce qui reste chez vous.',
        nl: 'Coach, federatie, onderzoek, platform: wat mag elk lezen en wat blijft bij u.',
        en: 'Coach, federation, research, platform: for each, what may be read and what stays with you.',
      },
      example: {
        fr: 'Le coach lit tout sauf les réponses brutes. La fédération voit l’étape en cours. La recherche reçoit des données sans nom, après notre relecture.',
        nl: 'De coach leest alles behalve de ruwe antwoorden. De federatie ziet in welke stap we zitten. Onderzoekers krijgen gegevens zonder naam, nadat wij ze hebben nagelezen.',
        en: 'The coach reads everything except raw answers. The federation sees which step we are at. Researchers receive data without names, after we have read them through.',
      },
      expected: true,
    },
    {
      key: 'targetDate',
      kind: 'date',
      label: { fr: 'Date souhaitée pour conclure', nl: 'Gewenste einddatum', en: 'Date you would like to finish' },
      help: {
        fr: 'De 6 à 18 mois après le départ. Citez une échéance réelle si vous en avez une.',
        nl: 'Zes tot achttien maanden na de start. Neem een echte deadline als u er een hebt.',
        en: 'Six to eighteen months from the start. Use a real deadline if you have one.',
      },
    },
  ],
}

const stakes: StepData = {
  code: '1.1',
  title: {
    fr: 'Se familiariser avec les enjeux',
    nl: 'Vertrouwd raken met wat op het spel staat',
    en: 'Get to know what is at stake',
  },
  origin: 'vises',
  leads: ['coach'],
  joins: ['manager', 'contributor'],
  summary: {
    fr: 'Parler ensemble de ce qu’évaluer veut dire, de ce que vous en espérez et de ce qui inquiète.',
    nl: 'Samen praten over wat evalueren betekent, wat u ervan verwacht en wat u ongerust maakt.',
    en: 'Talk together about what evaluating means, what you hope for and what worries you.',
  },
  why: {
    fr: 'Une équipe qui comprend à quoi sert l’évaluation y met du sien. Les craintes dites au début pèsent moins que celles qui restent tues.',
    nl: 'Een team dat begrijpt waartoe de evaluatie dient, werkt graag mee. Zorgen die vroeg worden uitgesproken, wegen minder dan zorgen die verzwegen blijven.',
    en: 'A team that understands what the evaluation is for will join in. Worries spoken early weigh less than those kept silent.',
  },
  guidance: {
    fr: [
      'Réunissez pendant deux heures la direction et quelques membres de l’équipe. Votre coach anime.',
      'Partez d’une histoire vécue : un moment où votre travail a changé quelque chose pour quelqu’un. Demandez-vous ensuite comment vous le savez.',
      'Distinguez ce que vous faites (des repas, des formations) de ce qui change pour les gens ou le territoire. L’impact, c’est cela, attendu ou non, agréable ou non.',
      'Rappelez que l’évaluation sert à comprendre et à mettre en valeur. Elle ne donne pas de note, ne classe pas et ne conditionne pas un paiement.',
      'Passez en revue les quatre principes : s’adapter à l’entreprise, partir de ses forces, tenir compte de la diversité, écouter les partenaires. Lequel demandera le plus d’attention chez vous ?',
      'Notez votre aisance avec le sujet avant et après la rencontre.',
    ],
    nl: [
      'Breng de directie en enkele teamleden twee uur samen. Uw coach begeleidt het gesprek.',
      'Vertrek van een echt verhaal: een moment waarop uw werk iets veranderde voor iemand. Vraag u daarna af hoe u dat weet.',
      'Maak het verschil tussen wat u doet (maaltijden, opleidingen) en wat er verandert voor mensen of voor de streek. Dat laatste is impact: verwacht of niet, aangenaam of niet.',
      'Zeg nog eens dat de evaluatie dient om te begrijpen en om waarde zichtbaar te maken. Ze geeft geen punten, maakt geen rangschikking en bepaalt geen betaling.',
      'Overloop de vier principes: aansluiten bij de onderneming, voortbouwen op wat sterk is, rekening houden met verscheidenheid, luisteren naar partners. Welk vraagt bij u de meeste aandacht?',
      'Noteer hoe vertrouwd u met het onderwerp bent, voor en na het gesprek.',
    ],
    en: [
      'Bring management and a few team members together for two hours. Your coach leads the conversation.',
      'Start from a true story: a moment when your work changed something for someone. Then ask how you know.',
      'Separate what you do (meals, training) from what changes for people or for the area. Impact is the second: expected or not, welcome or not.',
      'Recall that the evaluation is there to understand and to make value visible. It gives no marks, no order of merit, and no payment depends on it.',
      'Go through the four principles: fit the enterprise, build on strengths, take account of diversity, listen to partners. Which one needs most attention with you?',
      'Note how familiar you feel with the subject before and after the meeting.',
    ],
  },
  artefact: {
    fr: 'Relevé des motivations et des inquiétudes',
    nl: 'Overzicht van motieven en zorgen',
    en: 'Record of motives and worries',
  },
  tool: 'form',
  light: 'own',
  typicalDays: 7,
  fields: [
    {
      key: 'before',
      kind: 'choice',
      label: {
        fr: 'Avant la rencontre : notre aisance avec l’évaluation',
        nl: 'Voor het gesprek: hoe vertrouwd zijn we met evalueren',
        en: 'Before the meeting: how familiar evaluation feels',
      },
      options: [
        { code: 'new', label: { fr: 'Tout est nouveau', nl: 'Alles is nieuw', en: 'All of it is new' } },
        { code: 'some', label: { fr: 'Quelques repères', nl: 'Enkele houvasten', en: 'Some bearings' } },
        { code: 'atEase', label: { fr: 'À l’aise', nl: 'Vertrouwd', en: 'At ease' } },
      ],
    },
    {
      key: 'motives',
      kind: 'choices',
      label: {
        fr: 'Ce que nous attendons de la démarche',
        nl: 'Wat we van het traject verwachten',
        en: 'What we hope to gain',
      },
      help: {
        fr: 'Trois au plus. Choisir, c’est déjà commencer la question.',
        nl: 'Hoogstens drie. Kiezen is al een begin van de vraag.',
        en: 'Three at most. Choosing is already a start on the question.',
      },
      options: [
        {
          code: 'essence',
          label: {
            fr: 'Revenir à l’essentiel de notre activité',
            nl: 'Terugkeren naar de kern van onze werking',
            en: 'Return to the heart of our activity',
          },
        },
        {
          code: 'strategy',
          label: {
            fr: 'Nourrir la stratégie à long terme',
            nl: 'De langetermijnstrategie voeden',
            en: 'Feed the long-term strategy',
          },
        },
        {
          code: 'partnerships',
          label: { fr: 'Développer des partenariats', nl: 'Partnerschappen uitbouwen', en: 'Develop partnerships' },
        },
        {
          code: 'team',
          label: {
            fr: 'Renforcer l’esprit d’équipe et la motivation',
            nl: 'Teamgeest en motivatie versterken',
            en: 'Strengthen team spirit and motivation',
          },
        },
        {
          code: 'communicate',
          label: {
            fr: 'Mieux dire ce que nous faisons, en interne et à l’extérieur',
            nl: 'Beter vertellen wat we doen, intern en extern',
            en: 'Tell better what we do, inside and outside',
          },
        },
      ],
      max: 3,
      expected: true,
    },
    {
      key: 'firstMotive',
      kind: 'longText',
      label: {
        fr: 'Laquelle passe en premier, et pourquoi',
        nl: 'Wat komt eerst, en waarom',
        en: 'Which comes first, and why',
      },
      help: {
        fr: 'Si direction et équipe ne répondent pas la même chose, gardez les deux réponses.',
        nl: 'Antwoorden directie en team niet hetzelfde, bewaar dan beide antwoorden.',
        en: 'If management and team answer differently, keep both answers.',
      },
      example: {
        fr: 'Pour la direction, la stratégie : faut-il ouvrir un second site ? Pour l’équipe, le sens du travail passe avant.',
        nl: 'Voor de directie de strategie: openen we een tweede vestiging? Voor het team komt de zin van het werk eerst.',
        en: 'For management, strategy: should we open a second site? For the team, the meaning of the work comes first.',
      },
      expected: true,
    },
    {
      key: 'impactInOurWords',
      kind: 'longText',
      label: {
        fr: '« Impact social », avec nos mots',
        nl: '“Maatschappelijke impact”, in onze woorden',
        en: '“Social impact”, in our own words',
      },
      help: {
        fr: 'Une ou deux phrases que tout le monde dans l’équipe pourrait dire.',
        nl: 'Een of twee zinnen die iedereen in het team zou kunnen zeggen.',
        en: 'One or two sentences that anyone in the team could say.',
      },
      example: {
        fr: 'Ce qui est différent, pour les gens et pour le quartier, parce que nous sommes là et parce que nous travaillons de cette façon.',
        nl: 'Wat anders is voor mensen en voor de buurt, omdat wij er zijn en omdat we op deze manier werken.',
        en: 'What is different for people and for the neighbourhood because we are here and because we work the way we do.',
      },
    },
    {
      key: 'worries',
      kind: 'longText',
      label: { fr: 'Ce qui inquiète', nl: 'Wat ongerust maakt', en: 'What worries us' },
      help: {
        fr: 'La charge de travail, le regard extérieur, l’usage des résultats… Ajoutez pour chaque point ce qui rassurerait.',
        nl: 'Het werk dat erbij komt, de blik van buiten, wat er met de resultaten gebeurt… Noteer bij elk punt wat gerust zou stellen.',
        en: 'The workload, outside eyes, the use of what is found… For each point add what would reassure.',
      },
      expected: true,
    },
    {
      key: 'principles',
      kind: 'longText',
      label: {
        fr: 'Le principe qui demandera le plus de soin',
        nl: 'Het principe dat de meeste zorg vraagt',
        en: 'The principle that needs most care',
      },
      help: {
        fr: 'L’un des quatre principes, et ce que vous ferez concrètement pour le respecter.',
        nl: 'Een van de vier principes, en wat u concreet doet om het na te leven.',
        en: 'One of the four principles, and what you will do in practice to keep to it.',
      },
    },
    {
      key: 'after',
      kind: 'choice',
      label: {
        fr: 'Après la rencontre : notre aisance avec l’évaluation',
        nl: 'Na het gesprek: hoe vertrouwd zijn we met evalueren',
        en: 'After the meeting: how familiar evaluation feels',
      },
      options: [
        {
          code: 'moreQuestions',
          label: { fr: 'Plus de questions qu’avant', nl: 'Meer vragen dan voordien', en: 'More questions than before' },
        },
        { code: 'clearer', label: { fr: 'Plus clair', nl: 'Duidelijker', en: 'Clearer' } },
        { code: 'ready', label: { fr: 'Envie de commencer', nl: 'Klaar om te beginnen', en: 'Ready to begin' } },
      ],
    },
  ],
}

const group: StepData = {
  code: '1.2',
  title: {
    fr: 'Constituer le groupe de co-construction',
    nl: 'De coconstructiegroep samenstellen',
    en: 'Set up the co-construction group',
  },
  origin: 'guides',
  leads: ['manager'],
  joins: ['coach'],
  summary: {
    fr: 'Choisir qui prend part à l’évaluation, à quels moments et avec quel pouvoir de décision.',
    nl: 'Kiezen wie aan de evaluatie deelneemt, op welke momenten en wie mee beslist.',
    en: 'Choose who takes part in the evaluation, at which moments and with what say in decisions.',
  },
  why: {
    fr: 'Ce qui compte n’est pas le même vu de la direction, de l’atelier ou du guichet. Un petit groupe varié pose de meilleures questions et rend les constats plus solides.',
    nl: 'Wat telt, ziet er anders uit vanuit de directie, het atelier of het loket. Een kleine, gevarieerde groep stelt betere vragen en maakt de bevindingen steviger.',
    en: 'What matters looks different from the office, the workshop or the counter. A small, varied group asks better questions and makes findings sturdier.',
  },
  guidance: {
    fr: [
      'Visez de six à dix personnes : membres de l’équipe, personnes accompagnées ou clientes, volontaires, un ou deux partenaires.',
      'Invitez au moins deux personnes extérieures à la direction. Cherchez aussi une voix un peu critique.',
      'Dites d’avance ce qui est attendu : recevoir des nouvelles, donner un avis ou décider. L’ambiguïté déçoit plus qu’un rôle limité.',
      'Fixez de trois à cinq rencontres, aux moments où il y a un choix à faire : la question, les critères, la lecture des résultats.',
      'Levez les obstacles : horaire, garde d’enfants, transport, langue, dédommagement. Évitez le jargon dans les invitations.',
    ],
    nl: [
      'Mik op zes tot tien mensen: teamleden, begeleide personen of klanten, vrijwilligers, een of twee partners.',
      'Nodig minstens twee mensen van buiten de directie uit. Zoek ook een wat kritische stem.',
      'Zeg vooraf wat u vraagt: op de hoogte blijven, advies geven of mee beslissen. Onduidelijkheid stelt meer teleur dan een beperkte rol.',
      'Leg drie tot vijf bijeenkomsten vast, telkens wanneer er iets te kiezen valt: de vraag, de criteria, het lezen van de resultaten.',
      'Neem drempels weg: uur, kinderopvang, vervoer, taal, vergoeding. Vermijd vaktaal in de uitnodiging.',
    ],
    en: [
      'Aim for six to ten people: team members, people supported or customers, volunteers, one or two partners.',
      'Invite at least two people from outside management. Look for a slightly critical voice as well.',
      'Say beforehand what you ask of them: to stay informed, to advise or to decide. Unclear roles disappoint more than limited ones.',
      'Fix three to five meetings at moments when there is a choice to make: the question, the criteria, the reading of results.',
      'Remove obstacles: time of day, childcare, transport, language, expenses. Keep jargon out of invitations.',
    ],
  },
  artefact: {
    fr: 'Liste du groupe et calendrier des rencontres',
    nl: 'Groepslijst en kalender van bijeenkomsten',
    en: 'Group list and calendar of meetings',
  },
  tool: 'form',
  light: 'leftOut',
  typicalDays: 10,
  fields: [
    {
      key: 'members',
      kind: 'list',
      label: { fr: 'Membres du groupe', nl: 'Leden van de groep', en: 'Members of the group' },
      help: {
        fr: 'Un prénom ou une fonction suffit. Dites de quel point de vue la personne parle.',
        nl: 'Een voornaam of functie volstaat. Noteer vanuit welk standpunt iemand spreekt.',
        en: 'A first name or function is enough. Say which point of view the person brings.',
      },
      item: [
        { key: 'who', kind: 'shortText', label: { fr: 'Qui', nl: 'Wie', en: 'Who' } },
        {
          key: 'viewpoint',
          kind: 'shortText',
          label: { fr: 'Point de vue apporté', nl: 'Standpunt', en: 'Point of view' },
        },
        {
          key: 'involvement',
          kind: 'choice',
          label: { fr: 'Participation', nl: 'Betrokkenheid', en: 'Involvement' },
          options: involvementLevels,
        },
        {
          key: 'needs',
          kind: 'shortText',
          label: { fr: 'Ce qui l’aide à venir', nl: 'Wat helpt om te komen', en: 'What helps them come' },
        },
      ],
      max: 15,
      expected: true,
    },
    {
      key: 'meetings',
      kind: 'list',
      label: { fr: 'Rencontres prévues', nl: 'Geplande bijeenkomsten', en: 'Meetings planned' },
      help: {
        fr: 'Pour chacune, le choix à faire. Une rencontre sans choix peut être un simple message.',
        nl: 'Noteer telkens wat er te kiezen valt. Een bijeenkomst zonder keuze kan ook een bericht zijn.',
        en: 'For each, the choice to be made. A meeting without a choice can be a message instead.',
      },
      item: [
        { key: 'date', kind: 'date', label: { fr: 'Date', nl: 'Datum', en: 'Date' } },
        {
          key: 'choice',
          kind: 'shortText',
          label: { fr: 'Choix à faire', nl: 'Te maken keuze', en: 'Choice to make' },
        },
        {
          key: 'place',
          kind: 'shortText',
          label: { fr: 'Lieu et horaire', nl: 'Plaats en uur', en: 'Place and time' },
        },
      ],
      max: 6,
      expected: true,
    },
    {
      key: 'decisionRule',
      kind: 'longText',
      label: { fr: 'Comment le groupe décide', nl: 'Hoe de groep beslist', en: 'How the group decides' },
      help: {
        fr: 'Accord de l’ensemble, vote, avis puis décision de la direction : choisissez et dites-le.',
        nl: 'Iedereen akkoord, stemmen, of advies en dan beslissing door de directie: kies en zeg het.',
        en: 'Consent of all, a vote, or advice followed by a management decision: choose and say so.',
      },
      example: {
        fr: 'Chacun place trois pastilles. En cas d’égalité, on en parle encore dix minutes, puis on revote.',
        nl: 'Ieder kleeft drie stippen. Bij gelijke stand praten we nog tien minuten en stemmen we opnieuw.',
        en: 'Everyone places three dots. If there is a tie we talk for ten more minutes, then vote again.',
      },
    },
    {
      key: 'missing',
      kind: 'longText',
      label: {
        fr: 'Qui manque autour de la table',
        nl: 'Wie ontbreekt aan tafel',
        en: 'Who is missing from the table',
      },
      help: {
        fr: 'Et par quel autre moyen vous entendrez ces personnes.',
        nl: 'En op welke andere manier u die mensen toch hoort.',
        en: 'And by what other way you will hear them.',
      },
    },
  ],
}

const portrait: StepData = {
  code: '1.3',
  title: {
    fr: 'Dresser le portrait de l’entreprise',
    nl: 'Het bedrijfsportret maken',
    en: 'Draw the portrait of the enterprise',
  },
  origin: 'vises',
  leads: ['contributor'],
  joins: ['coach'],
  summary: {
    fr: 'Décrire qui vous êtes, ce que vous faites et surtout comment vous le faites.',
    nl: 'Beschrijven wie u bent, wat u doet en vooral hoe u het doet.',
    en: 'Describe who you are, what you do and, above all, how you do it.',
  },
  why: {
    fr: 'Vos façons de faire expliquent souvent vos effets mieux que vos chiffres. Le portrait aide aussi une personne extérieure à comprendre votre évaluation.',
    nl: 'Uw manier van werken verklaart uw effecten vaak beter dan uw cijfers. Het portret helpt ook buitenstaanders om uw evaluatie te begrijpen.',
    en: 'Your ways of working often explain your effects better than your figures. The portrait also helps outsiders understand your evaluation.',
  },
  guidance: {
    fr: [
      'Commencez par ce qui existe : statuts, rapport d’activité, site, demande de subside. Copiez, puis raccourcissez.',
      'Écrivez pour quelqu’un qui ne vous connaît pas. De trois à six lignes par rubrique suffisent.',
      'Soignez les pratiques : ce que vous faites autrement qu’une entreprise du même métier, et pourquoi.',
      'Parlez à deux ou trois collègues de services différents ; le portrait d’une seule personne est rarement complet.',
      'Faites la liste des données que vous possédez déjà. Vous en aurez peut-être besoin et cela évite de déranger les gens deux fois.',
    ],
    nl: [
      'Begin met wat bestaat: statuten, jaarverslag, website, subsidieaanvraag. Kopieer en kort dan in.',
      'Schrijf voor iemand die u niet kent. Drie tot zes regels per rubriek volstaan.',
      'Besteed zorg aan de praktijken: wat u anders doet dan een ander bedrijf in hetzelfde vak, en waarom.',
      'Praat met twee of drie collega’s van verschillende diensten; het portret van één persoon is zelden volledig.',
      'Maak een lijst van de gegevens die u al hebt. Misschien hebt u ze nodig, en zo stoort u mensen geen twee keer.',
    ],
    en: [
      'Start from what exists: statutes, annual report, website, grant application. Copy, then shorten.',
      'Write for someone who does not know you. Three to six lines per heading are enough.',
      'Take care over the practices: what you do differently from another enterprise in the same trade, and why.',
      'Talk to two or three colleagues from different services; a portrait by one person is rarely complete.',
      'List the data you already hold. You may need them, and it saves asking people twice.',
    ],
  },
  artefact: { fr: 'Portrait de l’entreprise', nl: 'Bedrijfsportret', en: 'Enterprise portrait' },
  tool: 'form',
  light: 'own',
  typicalDays: 21,
  fields: [
    {
      key: 'mission',
      kind: 'longText',
      label: { fr: 'Mission', nl: 'Missie', en: 'Mission' },
      help: {
        fr: 'Pourquoi l’entreprise existe et ce qui manquerait si elle fermait demain.',
        nl: 'Waarom de onderneming bestaat en wat er zou ontbreken als ze morgen sluit.',
        en: 'Why the enterprise exists and what would be missing if it closed tomorrow.',
      },
      example: {
        fr: 'Permettre à des personnes éloignées de l’emploi de reprendre pied par un vrai métier, en donnant une seconde vie aux meubles de la région.',
        nl: 'Mensen die ver van de arbeidsmarkt staan via een echt vak weer op weg helpen, en meubels uit de streek een tweede leven geven.',
        en: 'Enable people far from employment to find their feet through a real trade, while giving local furniture a second life.',
      },
      expected: true,
    },
    {
      key: 'values',
      kind: 'longText',
      label: { fr: 'Valeurs', nl: 'Waarden', en: 'Values' },
      help: {
        fr: 'De deux à quatre valeurs, chacune avec une situation où elle s’est vue.',
        nl: 'Twee tot vier waarden, elk met een situatie waarin u ze zag.',
        en: 'Two to four values, each with a situation in which it showed.',
      },
    },
    {
      key: 'history',
      kind: 'longText',
      label: { fr: 'Histoire et tournants', nl: 'Geschiedenis en keerpunten', en: 'History and turning points' },
      help: {
        fr: 'Les dates qui comptent : la naissance, les crises, les changements de cap.',
        nl: 'De data die tellen: het begin, de crisissen, de koerswijzigingen.',
        en: 'The dates that matter: beginnings, crises, changes of course.',
      },
    },
    {
      key: 'publics',
      kind: 'longText',
      label: {
        fr: 'Personnes et publics concernés',
        nl: 'Mensen en doelgroepen',
        en: 'People and groups concerned',
      },
      help: {
        fr: 'Qui vient chez vous, combien de personnes par an, et qui ne vient pas alors que vous l’attendiez.',
        nl: 'Wie komt bij u, hoeveel mensen per jaar, en wie komt niet hoewel u dat verwachtte.',
        en: 'Who comes to you, how many people a year, and who does not come although you expected them.',
      },
      expected: true,
    },
    {
      key: 'activities',
      kind: 'longText',
      label: { fr: 'Activités', nl: 'Activiteiten', en: 'Activities' },
      help: {
        fr: 'Les trois à six activités principales, avec un ordre de grandeur pour chacune.',
        nl: 'De drie tot zes belangrijkste activiteiten, telkens met een grootteorde.',
        en: 'The three to six main activities, with an order of magnitude for each.',
      },
      expected: true,
    },
    {
      key: 'practices',
      kind: 'list',
      label: { fr: 'Pratiques', nl: 'Praktijken', en: 'Practices' },
      help: {
        fr: 'Vos façons de produire, d’accueillir, d’employer, de fixer les prix, de décider. Ce sont elles que l’on oublie le plus souvent de décrire.',
        nl: 'Uw manier van produceren, onthalen, tewerkstellen, prijzen bepalen, beslissen. Die worden het vaakst vergeten.',
        en: 'Your ways of producing, welcoming, employing, pricing, deciding. These are most often forgotten.',
      },
      item: [
        {
          key: 'practice',
          kind: 'shortText',
          label: { fr: 'Pratique', nl: 'Praktijk', en: 'Practice' },
          example: {
            fr: 'Chaque nouvelle personne travaille trois mois en binôme',
            nl: 'Wie nieuw is, werkt drie maanden in duo',
            en: 'Every newcomer works in a pair for three months',
          },
        },
        {
          key: 'how',
          kind: 'longText',
          label: { fr: 'Comment cela se passe', nl: 'Hoe het verloopt', en: 'How it works' },
        },
        {
          key: 'believedEffect',
          kind: 'longText',
          label: {
            fr: 'Ce que nous pensons que cela change',
            nl: 'Wat dat volgens ons verandert',
            en: 'What we think it changes',
          },
        },
      ],
      max: 10,
      expected: true,
    },
    {
      key: 'governance',
      kind: 'longText',
      label: { fr: 'Gouvernance', nl: 'Bestuur en besluitvorming', en: 'Governance' },
      help: {
        fr: 'Qui décide de quoi, qui siège où, et quelle place ont les personnes accompagnées et l’équipe.',
        nl: 'Wie beslist waarover, wie zetelt waar, en welke plaats hebben begeleide personen en het team.',
        en: 'Who decides what, who sits where, and what place people supported and the team have.',
      },
    },
    {
      key: 'team',
      kind: 'longText',
      label: { fr: 'Équipe et volontaires', nl: 'Team en vrijwilligers', en: 'Team and volunteers' },
      help: {
        fr: 'Nombre de personnes, types de contrat, ancienneté, volontariat.',
        nl: 'Aantal mensen, soorten contract, anciënniteit, vrijwilligers.',
        en: 'Number of people, kinds of contract, length of service, volunteering.',
      },
    },
    {
      key: 'partners',
      kind: 'longText',
      label: { fr: 'Partenaires et soutiens', nl: 'Partners en steun', en: 'Partners and supporters' },
      help: {
        fr: 'Avec qui vous travaillez, qui vous finance, et ce qui vous lie.',
        nl: 'Met wie u werkt, wie u financiert, en wat u bindt.',
        en: 'Whom you work with, who funds you, and what binds you.',
      },
    },
    {
      key: 'resources',
      kind: 'longText',
      label: { fr: 'Ressources', nl: 'Middelen', en: 'Resources' },
      help: {
        fr: 'Origine des revenus en parts approximatives, locaux, savoir-faire, réseau.',
        nl: 'Herkomst van de inkomsten bij benadering, gebouwen, vakkennis, netwerk.',
        en: 'Sources of income in rough shares, premises, know-how, network.',
      },
    },
    {
      key: 'dataHeld',
      kind: 'list',
      label: { fr: 'Données que nous avons déjà', nl: 'Gegevens die we al hebben', en: 'Data we already hold' },
      help: {
        fr: 'Listes de présence, bilans, enquêtes passées, cahier de bord, courriers de remerciement ou de plainte.',
        nl: 'Aanwezigheidslijsten, balansen, vroegere enquêtes, logboek, bedankbrieven of klachten.',
        en: 'Attendance lists, accounts, past surveys, logbook, letters of thanks or complaint.',
      },
      item: [
        { key: 'what', kind: 'shortText', label: { fr: 'Quoi', nl: 'Wat', en: 'What' } },
        { key: 'period', kind: 'shortText', label: { fr: 'Période', nl: 'Periode', en: 'Period' } },
        {
          key: 'where',
          kind: 'shortText',
          label: { fr: 'Où, et qui y a accès', nl: 'Waar, en wie erbij kan', en: 'Where, and who has access' },
        },
      ],
      max: 12,
    },
    {
      key: 'questionsInTheAir',
      kind: 'longText',
      label: {
        fr: 'Questions qui reviennent dans l’équipe',
        nl: 'Vragen die in het team terugkeren',
        en: 'Questions that keep coming up in the team',
      },
      help: {
        fr: 'Ce que l’on se demande en réunion ou à la pause. Vous y trouverez la matière de votre question évaluative.',
        nl: 'Wat mensen zich afvragen in vergaderingen of tijdens de pauze. Daar vindt u stof voor uw evaluatievraag.',
        en: 'What people wonder about in meetings or over coffee. This is raw material for your evaluation question.',
      },
      example: {
        fr: 'Que deviennent les gens après leur départ ? Pourquoi voit-on si peu de femmes à l’atelier ?',
        nl: 'Wat wordt er van mensen na hun vertrek? Waarom zien we zo weinig vrouwen in het atelier?',
        en: 'What becomes of people after they leave? Why do we see so few women in the workshop?',
      },
    },
  ],
}

const territory: StepData = {
  code: '1.4',
  title: {
    fr: 'Situer l’entreprise dans son territoire',
    nl: 'De onderneming in haar gebied plaatsen',
    en: 'Place the enterprise in its territory',
  },
  origin: 'vises',
  leads: ['contributor'],
  joins: ['coach'],
  summary: {
    fr: 'Choisir votre zone d’intervention, lire sa fiche de contexte et y ajouter ce que vous savez du terrain.',
    nl: 'Uw werkingsgebied kiezen, de contextfiche lezen en aanvullen met wat u van het terrein weet.',
    en: 'Choose your service area, read its context sheet and add what you know from the field.',
  },
  why: {
    fr: 'Un même effet n’a pas le même poids partout. Quelques chiffres du territoire aident à voir qui vous touchez, qui vous ne touchez pas, et dans quelles conditions vous travaillez.',
    nl: 'Hetzelfde effect weegt niet overal even zwaar. Enkele cijfers over het gebied tonen wie u bereikt, wie niet, en in welke omstandigheden u werkt.',
    en: 'The same effect does not weigh the same everywhere. A few figures on the territory help you see whom you reach, whom you do not, and in what conditions you work.',
  },
  guidance: {
    fr: [
      'La zone d’intervention est l’endroit où vivent les personnes que vous servez. Elle ne se limite pas toujours à la commune du siège.',
      'Lisez la fiche RACINES une première fois sans rien noter, puis retenez trois à cinq chiffres qui parlent de votre travail.',
      'Comparez avec votre expérience. Un écart entre le chiffre et le terrain est une information, pas une erreur.',
      'Regardez l’année, la source et la note de périmètre de chaque chiffre, surtout si vous comparez de part et d’autre de la frontière.',
    ],
    nl: [
      'Het werkingsgebied is waar de mensen wonen voor wie u werkt. Dat is niet altijd enkel de gemeente van uw zetel.',
      'Lees de RACINES-fiche eerst zonder iets te noteren en houd daarna drie tot vijf cijfers over die iets zeggen over uw werk.',
      'Vergelijk met uw ervaring. Een verschil tussen cijfer en terrein is informatie, geen fout.',
      'Kijk bij elk cijfer naar het jaar, de bron en de nota over de afbakening, zeker als u over de grens heen vergelijkt.',
    ],
    en: [
      'The service area is where the people you serve live. It is not always just the municipality of your seat.',
      'Read the RACINES sheet once without noting anything, then keep three to five figures that speak about your work.',
      'Compare with your experience. A gap between figure and field is information, not a mistake.',
      'Look at the year, source and perimeter note of each figure, above all when comparing across the border.',
    ],
  },
  artefact: {
    fr: 'Fiche de contexte annotée',
    nl: 'Contextfiche met opmerkingen',
    en: 'Annotated context sheet',
  },
  tool: 'form',
  light: 'leftOut',
  typicalDays: 7,
  fields: [
    {
      key: 'serviceArea',
      kind: 'longText',
      label: { fr: 'Zone d’intervention', nl: 'Werkingsgebied', en: 'Service area' },
      help: {
        fr: 'Communes, arrondissements ou quartiers. Dites comment vous le savez.',
        nl: 'Gemeenten, arrondissementen of wijken. Noteer hoe u dat weet.',
        en: 'Municipalities, districts or neighbourhoods. Say how you know.',
      },
      expected: true,
    },
    {
      key: 'figures',
      kind: 'list',
      label: {
        fr: 'Chiffres du territoire que nous retenons',
        nl: 'Cijfers over het gebied die we onthouden',
        en: 'Figures on the territory that we keep',
      },
      item: [
        {
          key: 'figure',
          kind: 'shortText',
          label: { fr: 'Chiffre, année et source', nl: 'Cijfer, jaar en bron', en: 'Figure, year and source' },
        },
        {
          key: 'meaning',
          kind: 'longText',
          label: {
            fr: 'Ce qu’il dit de notre travail',
            nl: 'Wat het zegt over ons werk',
            en: 'What it says about our work',
          },
        },
      ],
      max: 8,
      expected: true,
    },
    {
      key: 'fieldView',
      kind: 'longText',
      label: {
        fr: 'Là où notre expérience diffère',
        nl: 'Waar onze ervaring verschilt',
        en: 'Where our experience differs',
      },
      help: {
        fr: 'Ce que les chiffres ne voient pas, ou voient autrement que vous.',
        nl: 'Wat de cijfers niet zien, of anders zien dan u.',
        en: 'What the figures do not see, or see differently from you.',
      },
      example: {
        fr: 'Le chômage baisse, mais les contrats de quelques heures se multiplient : les gens travaillent et restent pauvres.',
        nl: 'De werkloosheid daalt, maar er komen meer contracten van enkele uren: mensen werken en blijven arm.',
        en: 'Unemployment is falling, yet contracts of a few hours multiply: people work and remain poor.',
      },
    },
    {
      key: 'notReached',
      kind: 'longText',
      label: {
        fr: 'Personnes du territoire que nous ne touchons pas',
        nl: 'Mensen in het gebied die we niet bereiken',
        en: 'People of the territory we do not reach',
      },
      help: {
        fr: 'Et ce qui l’explique, à votre avis.',
        nl: 'En hoe dat volgens u komt.',
        en: 'And what explains it, in your view.',
      },
    },
  ],
}

const stakeholders: StepData = {
  code: '1.5',
  title: {
    fr: 'Dresser la carte des parties prenantes',
    nl: 'De stakeholders in kaart brengen',
    en: 'Draw the stakeholder map',
  },
  origin: 'guides',
  leads: ['coConstructionGroup'],
  joins: ['manager', 'coach'],
  summary: {
    fr: 'Nommer les groupes concernés par votre action et dire ce que chacun donne, attend et vit.',
    nl: 'De groepen benoemen die bij uw werking betrokken zijn en zeggen wat elk geeft, verwacht en ervaart.',
    en: 'Name the groups concerned by your action and say what each gives, expects and experiences.',
  },
  why: {
    fr: 'Un effet est toujours un effet pour quelqu’un. La carte montre aussi qui n’a pas encore été entendu.',
    nl: 'Een effect is altijd een effect voor iemand. De kaart toont ook wie nog niet gehoord is.',
    en: 'An effect is always an effect for someone. The map also shows who has not yet been heard.',
  },
  guidance: {
    fr: [
      'Écrivez un groupe par papier, sans trier. Pensez aussi aux familles, au voisinage, aux personnes parties et à celles en attente.',
      'Parlez de groupes assez petits pour être vrais : « les jeunes en stage » plutôt que « les jeunes ».',
      'Pour chaque groupe, demandez à quelqu’un qui en fait partie si la description est juste.',
      'Placez les groupes selon deux axes : à quel point ils sont concernés, à quel point ils peuvent agir. Les groupes très concernés et peu influents méritent une attention particulière.',
    ],
    nl: [
      'Schrijf elke groep op een papiertje, zonder te sorteren. Denk ook aan gezinnen, buren, mensen die vertrokken en mensen die wachten.',
      'Kies groepen die klein genoeg zijn om waar te zijn: “jongeren op stage” eerder dan “jongeren”.',
      'Vraag voor elke groep aan iemand die ertoe behoort of de beschrijving klopt.',
      'Plaats de groepen op twee assen: hoe sterk ze betrokken zijn en hoeveel invloed ze hebben. Sterk betrokken groepen met weinig invloed verdienen extra aandacht.',
    ],
    en: [
      'Write one group per slip of paper, without sorting. Think also of families, neighbours, people who left and people waiting.',
      'Choose groups small enough to be true: “young people on placement” rather than “young people”.',
      'For each group, ask someone who belongs to it whether the description is right.',
      'Place groups along two axes: how much they are concerned and how much they can act. Groups much concerned and with little influence deserve special attention.',
    ],
  },
  artefact: { fr: 'Carte des parties prenantes', nl: 'Stakeholderkaart', en: 'Stakeholder map' },
  tool: 'form',
  light: { mergedInto: '1.6' },
  typicalDays: 10,
  fields: [
    {
      key: 'stakeholders',
      kind: 'list',
      label: { fr: 'Parties prenantes', nl: 'Stakeholders', en: 'Stakeholders' },
      help: {
        fr: 'De cinq à douze groupes. Quelques mots par case suffisent.',
        nl: 'Vijf tot twaalf groepen. Enkele woorden per vak volstaan.',
        en: 'Five to twelve groups. A few words per box are enough.',
      },
      item: [
        { key: 'group', kind: 'shortText', label: { fr: 'Groupe', nl: 'Groep', en: 'Group' } },
        {
          key: 'gives',
          kind: 'shortText',
          label: { fr: 'Ce que le groupe apporte', nl: 'Wat de groep geeft', en: 'What it gives' },
        },
        {
          key: 'expects',
          kind: 'shortText',
          label: { fr: 'Ce que le groupe attend', nl: 'Wat de groep verwacht', en: 'What it expects' },
        },
        {
          key: 'experiences',
          kind: 'shortText',
          label: { fr: 'Ce que le groupe vit', nl: 'Wat de groep ervaart', en: 'What it experiences' },
        },
        {
          key: 'concern',
          kind: 'choice',
          label: { fr: 'Est concerné', nl: 'Is betrokken', en: 'Is concerned' },
          options: roughLevels,
        },
        {
          key: 'influence',
          kind: 'choice',
          label: { fr: 'Peut agir', nl: 'Heeft invloed', en: 'Can act' },
          options: roughLevels,
        },
        {
          key: 'involvement',
          kind: 'choice',
          label: { fr: 'Participation à l’évaluation', nl: 'Rol in de evaluatie', en: 'Part in the evaluation' },
          options: involvementLevels,
        },
      ],
      max: 15,
      expected: true,
    },
    {
      key: 'rarelyHeard',
      kind: 'longText',
      label: { fr: 'Groupes que l’on entend peu', nl: 'Groepen die weinig gehoord worden', en: 'Groups rarely heard' },
      help: {
        fr: 'Dites ce qui les empêche de parler et ce qui pourrait aider.',
        nl: 'Noteer wat hen belet te spreken en wat zou kunnen helpen.',
        en: 'Say what keeps them from speaking and what could help.',
      },
      example: {
        fr: 'Les équipes de nuit : aucune réunion à leurs heures. Passer au changement d’équipe, à 5 h 45.',
        nl: 'De nachtploeg: er is nooit een vergadering op hun uren. Langsgaan bij de ploegwissel om 5.45 uur.',
        en: 'The night shift: no meeting at their hours. Drop by at the change of shift, at 5:45.',
      },
    },
    {
      key: 'differences',
      kind: 'longText',
      label: {
        fr: 'Attentes qui ne vont pas dans le même sens',
        nl: 'Verwachtingen die niet samenvallen',
        en: 'Expectations that pull in different directions',
      },
      help: {
        fr: 'Une tension bien nommée donne souvent une bonne question.',
        nl: 'Een spanning die u goed benoemt, wordt vaak een goede vraag.',
        en: 'A tension well named often makes a good question.',
      },
    },
  ],
}

const impactMap: StepData = {
  code: '1.6',
  title: { fr: 'Dresser la carte des impacts', nl: 'De impactkaart opmaken', en: 'Draw the impact map' },
  origin: 'guides',
  leads: ['coConstructionGroup'],
  joins: ['manager', 'coach'],
  summary: {
    fr: 'Relier vos activités et vos pratiques à ce qu’elles changent, pour qui et dans quel domaine.',
    nl: 'Uw activiteiten en praktijken verbinden met wat ze veranderen, voor wie en in welk domein.',
    en: 'Link your activities and practices to what they change, for whom and in which domain.',
  },
  why: {
    fr: 'La carte met sur la table ce que chacun croit sans le dire. Elle aide à choisir ce qui vaut la peine d’être regardé de près.',
    nl: 'De kaart legt op tafel wat iedereen gelooft maar niet uitspreekt. Ze helpt kiezen wat een nadere blik waard is.',
    en: 'The map puts on the table what everyone believes without saying it. It helps you choose what is worth a closer look.',
  },
  guidance: {
    fr: [
      'Remplissez une ligne par lien : telle activité ou pratique change telle chose pour tel groupe.',
      'Gardez des chaînes courtes. Deux liens solides valent mieux que six liens espérés.',
      'Cherchez aussi l’inattendu et le gênant : fatigue, dépendance, personnes découragées, concurrence avec un voisin.',
      'Parcourez les cinq domaines : économique, social, politique, environnemental, territorial. Un domaine vide n’est pas un défaut.',
      'Pour chaque lien, écrivez ce qui doit être vrai pour qu’il tienne. C’est là que se cachent les bonnes questions.',
      'Terminez par un choix en groupe : trois à cinq effets que vous voulez comprendre en priorité.',
    ],
    nl: [
      'Vul één regel per verband in: deze activiteit of praktijk verandert dit voor die groep.',
      'Houd de ketens kort. Twee stevige schakels zijn meer waard dan zes die u hoopt.',
      'Zoek ook het onverwachte en het lastige: vermoeidheid, afhankelijkheid, ontmoedigde mensen, concurrentie met een buur.',
      'Overloop de vijf domeinen: economisch, sociaal, politiek, ecologisch, territoriaal. Een leeg domein is geen gebrek.',
      'Noteer bij elk verband wat waar moet zijn opdat het klopt. Daar zitten de goede vragen.',
      'Sluit af met een keuze in groep: drie tot vijf effecten die u eerst wilt begrijpen.',
    ],
    en: [
      'Fill one row per link: this activity or practice changes this thing for that group.',
      'Keep chains short. Two sound links are worth more than six hoped for.',
      'Look also for the unexpected and the awkward: fatigue, dependence, people put off, competition with a neighbour.',
      'Go through the five domains: economic, social, political, environmental, territorial. An empty domain is not a fault.',
      'For each link, write what must be true for it to hold. That is where the good questions hide.',
      'End with a choice in the group: three to five effects you want to understand first.',
    ],
  },
  artefact: { fr: 'Carte des impacts', nl: 'Impactkaart', en: 'Impact map' },
  tool: 'form',
  light: 'own',
  typicalDays: 14,
  fields: [
    {
      key: 'effects',
      kind: 'list',
      label: { fr: 'Liens et effets', nl: 'Verbanden en effecten', en: 'Links and effects' },
      help: {
        fr: 'De six à quinze lignes pour commencer. Vous pourrez en ajouter après la collecte.',
        nl: 'Zes tot vijftien regels om te beginnen. Na de gegevensverzameling kunt u er toevoegen.',
        en: 'Six to fifteen rows to begin with. You can add more after the collection.',
      },
      item: [
        {
          key: 'activity',
          kind: 'shortText',
          label: { fr: 'Activité ou pratique', nl: 'Activiteit of praktijk', en: 'Activity or practice' },
          example: {
            fr: 'Cuisine ouverte le mercredi, préparée avec les habitants',
            nl: 'Open keuken op woensdag, samen met buurtbewoners',
            en: 'Open kitchen on Wednesdays, cooked with residents',
          },
        },
        {
          key: 'effect',
          kind: 'shortText',
          label: { fr: 'Effet : ce qui change', nl: 'Effect: wat verandert', en: 'Effect: what changes' },
          example: {
            fr: 'Des personnes isolées se revoient en dehors du mercredi',
            nl: 'Geïsoleerde mensen zien elkaar ook buiten de woensdag',
            en: 'Isolated people meet again outside Wednesdays',
          },
        },
        { key: 'forWhom', kind: 'shortText', label: { fr: 'Pour qui', nl: 'Voor wie', en: 'For whom' } },
        { key: 'domain', kind: 'choice', label: { fr: 'Domaine', nl: 'Domein', en: 'Domain' }, options: domains },
        {
          key: 'nature',
          kind: 'choice',
          label: { fr: 'Nature de l’effet', nl: 'Aard van het effect', en: 'Nature of the effect' },
          options: [
            { code: 'intended', label: { fr: 'Recherché', nl: 'Bedoeld', en: 'Intended' } },
            {
              code: 'unexpected',
              label: { fr: 'Inattendu et bienvenu', nl: 'Onverwacht en welkom', en: 'Unexpected and welcome' },
            },
            { code: 'unwanted', label: { fr: 'Non souhaité', nl: 'Ongewenst', en: 'Unwanted' } },
          ],
        },
        {
          key: 'assumption',
          kind: 'longText',
          label: {
            fr: 'Ce qui doit être vrai pour que le lien tienne',
            nl: 'Wat waar moet zijn opdat het verband klopt',
            en: 'What must be true for the link to hold',
          },
        },
      ],
      max: 30,
      expected: true,
    },
    {
      key: 'otherCauses',
      kind: 'longText',
      label: {
        fr: 'Ce qui contribue aussi à ces effets',
        nl: 'Wat ook tot die effecten bijdraagt',
        en: 'What else contributes to these effects',
      },
      help: {
        fr: 'D’autres services, la famille, la conjoncture. Vous parlerez de votre contribution, pas d’une cause unique.',
        nl: 'Andere diensten, familie, de conjunctuur. U spreekt over uw bijdrage, niet over één oorzaak.',
        en: 'Other services, family, the economy. You will speak of your contribution, not of a single cause.',
      },
    },
    {
      key: 'priorities',
      kind: 'longText',
      label: {
        fr: 'Effets à comprendre en priorité',
        nl: 'Effecten die we eerst willen begrijpen',
        en: 'Effects to understand first',
      },
      help: {
        fr: 'De trois à cinq, avec une raison pour chacun. Un effet qui fait débat est un bon candidat.',
        nl: 'Drie tot vijf, elk met een reden. Een effect waarover discussie bestaat, is een goede kandidaat.',
        en: 'Three to five, with a reason for each. An effect people disagree about is a good candidate.',
      },
      expected: true,
    },
    {
      key: 'unsure',
      kind: 'longText',
      label: { fr: 'Liens dont nous doutons', nl: 'Verbanden waaraan we twijfelen', en: 'Links we doubt' },
      help: {
        fr: 'Les doutes sont utiles : gardez-les avec le nom de qui les porte, si la personne est d’accord.',
        nl: 'Twijfel is nuttig: bewaar hem met de naam van wie hem uit, als die persoon dat goed vindt.',
        en: 'Doubts are useful: keep them, with the name of who holds them if that person agrees.',
      },
    },
  ],
}

const question: StepData = {
  code: '1.7',
  title: {
    fr: 'Choisir la question évaluative',
    nl: 'De evaluatievraag kiezen',
    en: 'Choose the evaluation question',
  },
  origin: 'vises',
  leads: ['coConstructionGroup'],
  joins: ['manager', 'coach'],
  summary: {
    fr: 'Écrire quelques questions candidates, les relire avec la liste de repères, en choisir une et dire pourquoi.',
    nl: 'Enkele mogelijke vragen schrijven, ze naast de checklist leggen, er één kiezen en zeggen waarom.',
    en: 'Write a few candidate questions, read them against the checklist, choose one and say why.',
  },
  why: {
    fr: 'Tout le reste en découle : qui vous écouterez, comment, et ce que vous pourrez décider. Le temps passé ici se regagne plus tard.',
    nl: 'Al het andere volgt hieruit: naar wie u luistert, hoe, en wat u daarna kunt beslissen. De tijd die u hier neemt, wint u later terug.',
    en: 'Everything else follows from it: whom you will listen to, how, and what you will be able to decide. Time spent here is won back later.',
  },
  guidance: {
    fr: [
      'Relisez le portrait et les effets prioritaires, puis écrivez de deux à cinq questions, sans chercher la phrase parfaite.',
      'Relisez chacune avec les sept repères. Un repère manquant n’élimine pas la question : il montre ce qu’il faut retravailler.',
      'Lisez les candidates à des personnes qui ne sont pas de la direction. Notez leurs mots et leurs réactions.',
      'Choisissez en groupe. Écrivez aussi pourquoi les autres ne sont pas retenues : elles serviront peut-être au prochain cycle.',
      'Complétez la fiche : à quoi servira la réponse, pour qui, sur quel périmètre, avec combien de jours.',
      'Découpez en sous-questions seulement si cela aide ; quatre au plus.',
    ],
    nl: [
      'Herlees het portret en de effecten die voorgaan en schrijf dan twee tot vijf vragen, zonder naar de perfecte zin te zoeken.',
      'Leg elke vraag naast de zeven punten van de checklist. Een ontbrekend punt schakelt een vraag niet uit: het toont wat u kunt bijwerken.',
      'Lees de mogelijke vragen voor aan mensen buiten de directie. Noteer hun woorden en reacties.',
      'Kies in groep. Schrijf ook op waarom u de andere niet neemt: misschien dienen ze in een volgende cyclus.',
      'Vul de fiche aan: waarvoor dient het antwoord, voor wie, binnen welke grenzen, met hoeveel dagen.',
      'Splits alleen in deelvragen als dat helpt; hoogstens vier.',
    ],
    en: [
      'Reread the portrait and the priority effects, then write two to five questions without looking for the perfect sentence.',
      'Read each against the seven points of the checklist. A missing point does not rule a question out: it shows what to rework.',
      'Read the candidates to people who are not in management. Note their words and reactions.',
      'Choose in the group. Also write why the others are not kept: they may serve in the next cycle.',
      'Complete the sheet: what the answer is for, for whom, within what limits, with how many days.',
      'Split into sub-questions only if it helps; four at most.',
    ],
  },
  artefact: {
    fr: 'Fiche de la question évaluative',
    nl: 'Fiche van de evaluatievraag',
    en: 'Evaluation question sheet',
  },
  tool: 'question',
  light: 'own',
  typicalDays: 14,
  fields: [
    {
      key: 'candidates',
      kind: 'list',
      label: { fr: 'Questions candidates', nl: 'Mogelijke vragen', en: 'Candidate questions' },
      help: {
        fr: 'De deux à cinq. Cochez les repères que la question remplit déjà.',
        nl: 'Twee tot vijf. Kruis aan welke punten van de checklist al in orde zijn.',
        en: 'Two to five. Tick the points of the checklist that the question already meets.',
      },
      item: [
        {
          key: 'text',
          kind: 'longText',
          label: { fr: 'La question', nl: 'De vraag', en: 'The question' },
          example: {
            fr: 'Comment, et pour qui, le travail en binôme change-t-il la façon d’oser demander de l’aide pendant les six premiers mois ?',
            nl: 'Hoe en voor wie verandert werken in duo de durf om hulp te vragen in de eerste zes maanden?',
            en: 'How, and for whom, does working in pairs change the readiness to ask for help during the first six months?',
          },
          expected: true,
        },
        {
          key: 'checks',
          kind: 'choices',
          label: { fr: 'Repères remplis', nl: 'Punten in orde', en: 'Points met' },
          options: questionCheckOptions,
        },
        {
          key: 'whyNot',
          kind: 'longText',
          label: {
            fr: 'Si elle n’est pas retenue : pourquoi',
            nl: 'Indien niet gekozen: waarom niet',
            en: 'If not chosen: why not',
          },
          help: {
            fr: 'Une phrase, qui pourra servir au prochain cycle.',
            nl: 'Eén zin, die in een volgende cyclus van pas kan komen.',
            en: 'One sentence, which may be of use in the next cycle.',
          },
        },
      ],
      max: 5,
      expected: true,
    },
    {
      key: 'chosen',
      kind: 'shortText',
      label: { fr: 'Candidate choisie', nl: 'Gekozen vraag', en: 'Candidate chosen' },
      help: {
        fr: 'Désignez une question de la liste ci-dessus. Vous pourrez encore en retoucher les mots.',
        nl: 'Duid een vraag uit de lijst hierboven aan. De woorden kunt u nog bijschaven.',
        en: 'Pick a question from the list above. You can still polish its wording.',
      },
      expected: true,
    },
    {
      key: 'question',
      kind: 'longText',
      label: { fr: 'Notre question évaluative', nl: 'Onze evaluatievraag', en: 'Our evaluation question' },
      help: {
        fr: 'La formulation finale, telle que vous la direz aux personnes que vous rencontrerez.',
        nl: 'De definitieve formulering, zoals u ze zult zeggen aan de mensen die u ontmoet.',
        en: 'The final wording, as you will say it to the people you meet.',
      },
      expected: true,
    },
    {
      key: 'whyChosen',
      kind: 'longText',
      label: { fr: 'Pourquoi celle-ci', nl: 'Waarom deze vraag', en: 'Why this one' },
      help: {
        fr: 'Ce qui a emporté le choix, et ce qui en fait la question du moment.',
        nl: 'Wat de doorslag gaf en waarom dit nu de vraag is.',
        en: 'What settled the choice, and what makes it the question of the moment.',
      },
      example: {
        fr: 'Trois groupes sur quatre l’ont placée en tête, et l’accueil des nouvelles personnes se réorganise à l’automne.',
        nl: 'Drie van de vier groepen zetten ze bovenaan, en het onthaal van nieuwe mensen verandert in het najaar.',
        en: 'Three groups out of four put it first, and the way newcomers are welcomed will be reorganised in autumn.',
      },
      expected: true,
    },
    {
      key: 'questionType',
      kind: 'choice',
      label: { fr: 'Type de question', nl: 'Soort vraag', en: 'Type of question' },
      help: {
        fr: 'Pour retrouver plus tard des évaluations proches de la vôtre.',
        nl: 'Om later evaluaties terug te vinden die op de uwe lijken.',
        en: 'To find evaluations close to yours later on.',
      },
      options: questionTypes,
    },
    {
      key: 'purposes',
      kind: 'choices',
      label: { fr: 'Finalités', nl: 'Doelen', en: 'Purposes' },
      help: {
        fr: 'Une ou deux. Chaque finalité ajoutée demande du travail en plus.',
        nl: 'Eén of twee. Elk extra doel vraagt extra werk.',
        en: 'One or two. Each added purpose means added work.',
      },
      options: purposes,
      expected: true,
    },
    {
      key: 'intendedUse',
      kind: 'longText',
      label: {
        fr: 'Ce que la réponse permettra de décider',
        nl: 'Wat het antwoord helpt beslissen',
        en: 'What the answer will help decide',
      },
      help: {
        fr: 'Qui décidera, quoi et quand.',
        nl: 'Wie beslist, wat en wanneer.',
        en: 'Who will decide, what and when.',
      },
      example: {
        fr: 'En mars, le conseil d’administration choisira de garder, d’allonger ou de revoir la période en binôme.',
        nl: 'In maart kiest de raad van bestuur of de periode in duo blijft, langer wordt of verandert.',
        en: 'In March the board will choose to keep, lengthen or rethink the period in pairs.',
      },
      expected: true,
    },
    {
      key: 'audience',
      kind: 'longText',
      label: {
        fr: 'À qui la réponse est destinée',
        nl: 'Voor wie het antwoord bestemd is',
        en: 'Whom the answer is for',
      },
      help: {
        fr: 'Les personnes ou instances qui la liront, en commençant par celle qui en a le plus besoin.',
        nl: 'De mensen of organen die het lezen, te beginnen met wie het meest nodig heeft.',
        en: 'The people or bodies who will read it, starting with whoever needs it most.',
      },
      expected: true,
    },
    {
      key: 'scope',
      kind: 'longText',
      label: { fr: 'Périmètre', nl: 'Afbakening', en: 'Scope' },
      help: {
        fr: 'Qui, où, de quand à quand. Dites aussi ce qui reste en dehors.',
        nl: 'Wie, waar, van wanneer tot wanneer. Noteer ook wat erbuiten valt.',
        en: 'Who, where, from when to when. Also say what stays outside.',
      },
      example: {
        fr: 'Les personnes arrivées entre septembre 2017 et juin 2018 dans les deux ateliers ; pas l’équipe des livraisons.',
        nl: 'Wie tussen september 2017 en juni 2018 in een van beide ateliers begon; niet de ploeg van de leveringen.',
        en: 'People who joined either workshop between September 2017 and June 2018; not the delivery crew.',
      },
      expected: true,
    },
    {
      key: 'meansDays',
      kind: 'number',
      label: { fr: 'Jours disponibles', nl: 'Beschikbare dagen', en: 'Days available' },
      help: {
        fr: 'Jours de travail qui restent pour répondre à la question, toutes personnes confondues.',
        nl: 'Werkdagen die overblijven om de vraag te beantwoorden, voor alle betrokkenen samen.',
        en: 'Working days left to answer the question, all people together.',
      },
      max: 10_000,
      expected: true,
    },
    {
      key: 'domains',
      kind: 'choices',
      label: { fr: 'Domaines concernés', nl: 'Betrokken domeinen', en: 'Domains concerned' },
      help: {
        fr: 'Ceux que la question touche vraiment. Il n’est pas utile de tout cocher.',
        nl: 'Alleen de domeinen die de vraag echt raakt. Alles aankruisen is niet nodig.',
        en: 'Those the question really touches. There is no need to tick them all.',
      },
      options: domains,
    },
    {
      key: 'subQuestions',
      kind: 'list',
      label: { fr: 'Sous-questions', nl: 'Deelvragen', en: 'Sub-questions' },
      help: {
        fr: 'Quatre au plus. Ensemble, leurs réponses doivent répondre à la question.',
        nl: 'Hoogstens vier. Samen moeten de antwoorden de evaluatievraag beantwoorden.',
        en: 'Four at most. Together, their answers should answer the question.',
      },
      item: [
        {
          key: 'text',
          kind: 'longText',
          label: { fr: 'Sous-question', nl: 'Deelvraag', en: 'Sub-question' },
          example: {
            fr: 'À quels moments demande-t-on de l’aide, et à qui ?',
            nl: 'Op welke momenten vraagt men hulp, en aan wie?',
            en: 'At which moments do people ask for help, and whom do they ask?',
          },
        },
      ],
      max: 4,
    },
    {
      key: 'consulted',
      kind: 'longText',
      label: {
        fr: 'Parties prenantes consultées en dehors de la direction',
        nl: 'Stakeholders buiten de directie die geraadpleegd zijn',
        en: 'Stakeholders consulted outside management',
      },
      help: {
        fr: 'Qui, comment, et ce que cela a changé dans la question.',
        nl: 'Wie, hoe, en wat dat aan de vraag veranderde.',
        en: 'Who, how, and what it changed in the question.',
      },
      example: {
        fr: 'Quatre personnes de l’atelier et une personne du service social du CPAS, à la pause de midi. Le mot « autonomie » a été remplacé par « oser demander ».',
        nl: 'Vier mensen uit het atelier en een maatschappelijk werker van het OCMW, tijdens de middagpauze. Het woord “autonomie” werd “durven vragen”.',
        en: 'Four people from the workshop and a welfare officer, over the lunch break. The word “autonomy” became “daring to ask”.',
      },
      expected: true,
    },
  ],
}

const gate: GateData = {
  code: 'G1',
  title: { fr: 'Accord sur la question', nl: 'Akkoord over de vraag', en: 'Agreement on the question' },
  summary: {
    fr: 'L’entreprise et son coach relisent la fiche ensemble et décident de la suite. C’est un accord, pas un examen ; vous pourrez y revenir.',
    nl: 'De onderneming en haar coach lezen de fiche samen en beslissen hoe het verder gaat. Dit is een akkoord, geen examen; u kunt erop terugkomen.',
    en: 'The enterprise and its coach read the sheet together and decide what comes next. It is an agreement, not an exam; you can come back to it.',
  },
  criteria: [
    {
      code: 'questionComplete',
      label: {
        fr: 'La fiche de la question est complète',
        nl: 'De fiche van de evaluatievraag is volledig',
        en: 'The question sheet is complete',
      },
      help: {
        fr: 'La question, sa raison d’être, son périmètre et son usage sont écrits.',
        nl: 'De vraag, de reden, de afbakening en het gebruik zijn opgeschreven.',
        en: 'The question, its reason, its scope and its use are written down.',
      },
      check: 'questionComplete',
    },
    {
      code: 'stakeholderConsulted',
      label: {
        fr: 'Au moins une partie prenante extérieure à la direction a été consultée',
        nl: 'Minstens één stakeholder buiten de directie is geraadpleegd',
        en: 'At least one stakeholder outside management has been consulted',
      },
      help: {
        fr: 'Dites qui, même s’il s’agit d’une seule conversation.',
        nl: 'Noteer wie, ook als het om één gesprek gaat.',
        en: 'Say who, even if it was a single conversation.',
      },
      check: 'stakeholderConsulted',
    },
    {
      code: 'purposeAndAudienceNamed',
      label: {
        fr: 'La finalité et les destinataires sont nommés',
        nl: 'Het doel en de bestemmelingen zijn benoemd',
        en: 'The purpose and the audience are named',
      },
      help: {
        fr: 'On sait à quoi la réponse servira, et à qui.',
        nl: 'Het is duidelijk waarvoor het antwoord dient, en voor wie.',
        en: 'It is clear what the answer will be used for, and by whom.',
      },
      check: 'purposeAndAudienceNamed',
    },
    {
      code: 'meansStated',
      label: {
        fr: 'Les jours disponibles sont indiqués',
        nl: 'De beschikbare dagen zijn vermeld',
        en: 'The days available are stated',
      },
      help: {
        fr: 'Un nombre réaliste, convenu avec les personnes qui feront le travail.',
        nl: 'Een realistisch aantal, afgesproken met wie het werk doet.',
        en: 'A realistic number, agreed with the people who will do the work.',
      },
      check: 'meansStated',
    },
  ],
  outcomes: [
    {
      code: 'pass',
      label: { fr: 'Poursuivre', nl: 'Doorgaan', en: 'Go on' },
      help: {
        fr: 'La question est prête ; la phase suivante s’ouvre.',
        nl: 'De vraag is klaar; de volgende fase gaat open.',
        en: 'The question is ready; the next phase opens.',
      },
    },
    {
      code: 'passWithRemarks',
      label: { fr: 'Poursuivre avec des remarques', nl: 'Doorgaan met opmerkingen', en: 'Go on with remarks' },
      help: {
        fr: 'La phase suivante s’ouvre. Les points à garder en tête sont notés.',
        nl: 'De volgende fase gaat open. Aandachtspunten zijn genoteerd.',
        en: 'The next phase opens. Points to bear in mind are noted.',
      },
    },
    {
      code: 'rework',
      label: { fr: 'Retravailler', nl: 'Bijwerken', en: 'Rework' },
      help: {
        fr: 'La fiche reste ouverte. Notez ce qui manque et la date de la prochaine rencontre.',
        nl: 'De fiche blijft open. Noteer wat ontbreekt en wanneer u elkaar weer ziet.',
        en: 'The sheet stays open. Note what is missing and the date of the next meeting.',
      },
    },
    {
      code: 'stop',
      label: { fr: 'S’arrêter ici', nl: 'Hier stoppen', en: 'Stop here' },
      help: {
        fr: 'La démarche s’arrête, avec sa raison. Tout ce qui est écrit reste à vous et peut être exporté.',
        nl: 'Het traject stopt, met de reden erbij. Alles wat geschreven is, blijft van u en kan geëxporteerd worden.',
        en: 'The evaluation stops, with its reason. Everything written remains yours and can be exported.',
      },
    },
  ],
  signs: ['manager', 'coach'],
}

export const phase1: PhaseData = {
  number: 1,
  title: {
    fr: 'État des lieux et choix de la question évaluative',
    nl: 'Stand van zaken en keuze van de evaluatievraag',
    en: 'State of play and choice of the evaluation question',
  },
  summary: {
    fr: 'Voir où vous en êtes, avec qui et dans quel contexte, puis choisir une question dont la réponse aidera à décider.',
    nl: 'Nagaan waar u staat, met wie en in welke context, en dan een vraag kiezen waarvan het antwoord u helpt beslissen.',
    en: 'See where you stand, with whom and in what context, then choose a question whose answer will help you decide.',
  },
  typicalMonths: [2, 4],
  steps: [setOut, stakes, group, portrait, territory, stakeholders, impactMap, question],
  gate,
}
