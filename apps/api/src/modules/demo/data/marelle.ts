import type { WorkedEnterpriseData } from '../demo-data.ts'

/** Platform B: a crèche on the full route, in the middle of its valorisation plan, held up by two missing consents. */
export const marelle: WorkedEnterpriseData = {
  code: 'marelle',
  name: 'La Marelle Solidaire',
  partner: 'uriopss',
  platform: 'B',
  territory: 'FR',
  seat: 'FR-627',
  legalForm: 'association',
  identifier: '99919001000010',
  nace: '88.91',
  sizeBand: '10to49',
  city: 'Liévin',
  website: 'https://marelle-solidaire.example',
  route: 'full',
  methodVersion: '2018',
  startedOn: '2017-09-11',
  at: { phase: 3, step: '3.6' },
  quietDays: 4,
  sharing: 'crossBorder',
  question: {
    language: 'fr',
    text: 'En quoi notre accueil en horaires atypiques change-t-il l’accès à l’emploi ou à la formation des parents, en particulier seuls, et pour qui ne le change-t-il pas ?',
    type: 'accessAndAbsence',
    purposes: ['account', 'improve'],
    domains: ['economic', 'social'],
    methods: ['survey', 'interview', 'focusGroup', 'indicatorRegister'],
  },
  description: {
    fr: 'La Marelle Solidaire est une crèche associative ouverte de 5 h 30 à 22 h 30. Elle offre 42 places à 64 familles, avec une équipe de 19 personnes.',
    nl: 'La Marelle Solidaire is een kinderopvang in verenigingsvorm, open van 5.30 tot 22.30 uur. Ze biedt 42 plaatsen aan 64 gezinnen, met een team van 19 mensen.',
    en: 'La Marelle Solidaire is a non-profit crèche open from 5:30 to 22:30. It offers 42 places to 64 families, with a team of 19.',
  },
  questionTexts: {
    fr: 'En quoi notre accueil en horaires atypiques change-t-il l’accès à l’emploi ou à la formation des parents, en particulier seuls, et pour qui ne le change-t-il pas ?',
    nl: 'Wat verandert onze opvang op atypische uren aan de toegang tot werk of opleiding voor ouders, vooral alleenstaande, en voor wie verandert er niets?',
    en: "How does our atypical-hours childcare change parents' access to work or training, especially single parents, and for whom does it change nothing?",
  },
  steps: {
    '1.0': {
      motives:
        'La commune et la CAF revoient la convention en 2019. L’équipe, elle, se demande surtout quelles familles restent dehors.',
      days: 18,
      budget: 'Aucun',
      languages: ['fr', 'plain', 'other'],
      roles: [
        { who: 'Directrice', role: 'Porte la démarche', time: '1 jour par mois' },
        { who: 'Éducatrice référente', role: 'Tient les étapes à jour, prend le relais', time: '1 demi-jour par mois' },
        { who: 'Chargée de mission de la fédération', role: 'Accompagne, anime le groupe', time: '9 séances' },
      ],
      sharing:
        'La fédération voit l’avancement et les étapes terminées. Les chercheurs reçoivent les réponses sans nom. Les réponses brutes et le registre des présences restent à la crèche.',
      targetDate: '2018-12-31',
    },
    '1.1': {
      before: 'new',
      motives: ['essence', 'partnerships', 'communicate'],
      firstMotive:
        'Revenir à l’essentiel : pour quelles familles avons-nous ouvert si tôt et si tard ? La présidente mettait la convention en premier, nous gardons les deux.',
      impactInOurWords: 'Ce que les parents peuvent faire, ou cesser de craindre, parce que leur enfant est bien ici.',
      worries:
        'Que les familles croient que leur place dépend de leur réponse : l’enquête est anonyme et faite par une personne extérieure. Que l’équipe soit jugée : rien n’est montré par personne.',
      principles: 'Écouter les attentes des partenaires, sans laisser la convention écrire la question à notre place.',
      after: 'clearer',
    },
    '1.2': {
      members: [
        {
          who: 'Quatre parents',
          viewpoint: 'Horaires tôt, tard et ordinaires',
          involvement: 'decide',
          needs: 'Réunion à 17 h, enfants gardés sur place',
        },
        {
          who: 'Deux professionnelles de l’équipe',
          viewpoint: 'Horaires coupés',
          involvement: 'decide',
          needs: 'Temps compté comme travaillé',
        },
        {
          who: 'CAF et commune',
          viewpoint: 'Financent et orientent',
          involvement: 'consult',
          needs: 'Deux rendez-vous',
        },
        {
          who: 'Mission locale',
          viewpoint: 'Accompagne des jeunes parents vers l’emploi',
          involvement: 'consult',
          needs: 'Un rendez-vous',
        },
        {
          who: 'Familles de la liste d’attente',
          viewpoint: 'N’ont pas de place',
          involvement: 'consult',
          needs: 'Un appel le soir',
        },
      ],
      meetings: [
        { date: '2017-10-05', choice: 'Ce qui nous interroge', place: 'Salle de jeux, 17 h' },
        { date: '2017-12-07', choice: 'La question évaluative', place: 'Salle de jeux, 17 h' },
        { date: '2018-02-15', choice: 'Les critères', place: 'Salle de jeux, 17 h' },
        { date: '2018-10-11', choice: 'La lecture des résultats', place: 'Salle de jeux, 17 h' },
      ],
      decisionRule: 'Consentement ; à défaut, vote à main levée, une voix par personne.',
      missing:
        'Les enfants : nous les observons avec l’accord écrit des parents. Les familles de la liste d’attente : nous les appelons.',
    },
    '1.3': {
      mission:
        'Accueillir les enfants quand leurs parents travaillent, cherchent ou se forment, même quand il fait nuit. Sans nous, 64 familles chercheraient une garde avant 7 h ou après 19 h.',
      values: 'L’enfant d’abord : une même personne le matin et le soir. La place des parents : trois sièges sur neuf.',
      history:
        '2008 : ouverture avec 20 places, horaires ordinaires. 2012 : ouverture dès 5 h 30 après une enquête de quartier. 2015 : 42 places, fermeture à 22 h 30.',
      publics:
        '64 familles, plus de la moitié avec un parent seul. 21 familles sur liste d’attente. Peu de familles des communes rurales voisines.',
      activities:
        'Accueil régulier de 5 h 30 à 22 h 30 (42 places). Café des parents deux fois par mois. Orientation vers d’autres services.',
      practices: [
        {
          practice: 'Horaires étendus, tarif unique',
          how: 'Le prix de l’heure ne change ni tôt ni tard.',
          believedEffect: 'Un parent accepte un poste en équipe.',
        },
        {
          practice: 'Parents au conseil d’administration',
          how: 'Trois sièges sur neuf, avec une préparation avant chaque réunion.',
          believedEffect: 'Les horaires suivent les besoins.',
        },
        {
          practice: 'Café des parents',
          how: 'Un samedi et un soir par mois, sans inscription.',
          believedEffect: 'Les parents se relaient entre eux.',
        },
        {
          practice: 'Embauche dans le quartier',
          how: '12 des 19 personnes de l’équipe habitent à moins de trois kilomètres.',
          believedEffect: 'Des services qui restent au pays minier.',
        },
      ],
      governance: 'Association, neuf administrateurs dont trois parents. L’équipe est invitée une fois par trimestre.',
      team: '19 personnes, dont 7 en horaires coupés. Trois bénévoles au café des parents.',
      partners: 'CAF, commune, département (PMI), mission locale, deux employeurs qui travaillent la nuit.',
      resources: 'CAF et commune : environ 70 %. Familles : 20 %. Employeurs : 10 %.',
      dataHeld: [
        {
          what: 'Registre des présences, heure par heure',
          period: '2015 à 2018',
          where: 'Logiciel de la crèche, accès direction',
        },
        { what: 'Liste d’attente', period: '2016 à 2018', where: 'Classeur de la directrice' },
        { what: 'Absences de l’équipe', period: '2016 à 2018', where: 'Comptable' },
      ],
      questionsInTheAir:
        'Qui n’ose pas demander une place ? Les longues journées vont-elles aux enfants ? Combien de temps l’équipe tiendra-t-elle en horaires coupés ?',
    },
    '1.4': {
      serviceArea:
        'Liévin et cinq communes voisines, arrondissement de Lens. Source : adresses de 2017, sans les noms.',
      figures: [
        {
          figure: 'Familles monoparentales, arrondissement de Lens : 31 % (chiffre illustratif)',
          meaning: 'Deux fois plus parmi les familles que nous accueillons.',
        },
        {
          figure: 'Places d’accueil pour 100 enfants de moins de trois ans (à importer)',
          meaning: 'Aucune autre n’ouvre avant 7 h à moins de vingt minutes.',
        },
      ],
      fieldView:
        'Les taux d’emploi ne disent pas les contrats de quelques heures, tôt le matin, que les parents refusent faute de garde.',
      notReached: 'Les familles sans voiture des communes du sud, parce qu’aucun bus ne circule avant 6 h 30.',
    },
    '1.5': {
      stakeholders: [
        {
          group: 'Parents',
          gives: 'Leur confiance, leur participation',
          expects: 'Des horaires qui tiennent',
          experiences: 'La garde au quotidien',
          concern: 'high',
          influence: 'medium',
          involvement: 'decide',
        },
        {
          group: 'Enfants',
          gives: 'Leur présence',
          expects: 'Du calme et des visages connus',
          experiences: 'De longues journées',
          concern: 'high',
          influence: 'low',
          involvement: 'inform',
        },
        {
          group: 'Équipe',
          gives: 'Son métier, sa souplesse',
          expects: 'Des horaires supportables',
          experiences: 'Les horaires coupés',
          concern: 'high',
          influence: 'high',
          involvement: 'decide',
        },
        {
          group: 'CAF et commune',
          gives: 'Le financement',
          expects: 'Des places utilisées',
          experiences: 'Les bilans annuels',
          concern: 'medium',
          influence: 'high',
          involvement: 'consult',
        },
        {
          group: 'PMI',
          gives: 'L’agrément',
          expects: 'La sécurité des enfants',
          experiences: 'Les visites',
          concern: 'medium',
          influence: 'high',
          involvement: 'consult',
        },
        {
          group: 'Mission locale',
          gives: 'Des orientations',
          expects: 'Des places rapides',
          experiences: 'Les refus faute de garde',
          concern: 'medium',
          influence: 'medium',
          involvement: 'consult',
        },
        {
          group: 'Deux employeurs de nuit',
          gives: 'Une part du financement',
          expects: 'Des équipes complètes',
          experiences: 'Les absences',
          concern: 'medium',
          influence: 'medium',
          involvement: 'consult',
        },
        {
          group: 'Familles de la liste d’attente',
          gives: 'Ce qu’on voit du dehors',
          expects: 'Une place',
          experiences: 'L’attente',
          concern: 'high',
          influence: 'low',
          involvement: 'consult',
        },
      ],
      rarelyHeard: 'Les familles de la liste d’attente n’avaient jamais été appelées. Elles entrent dans la collecte.',
      differences: 'Les employeurs voudraient ouvrir encore plus tôt ; l’équipe est déjà fatiguée.',
    },
    '1.6': {
      effects: [
        {
          activity: 'Horaires étendus',
          effect: 'Accepte un poste en horaires décalés',
          forWhom: 'Parents, surtout seuls',
          domain: 'economic',
          nature: 'intended',
          assumption: 'Le parent peut venir à la crèche à cette heure',
        },
        {
          activity: 'Café des parents',
          effect: 'Un réseau d’entraide se forme',
          forWhom: 'Parents',
          domain: 'social',
          nature: 'intended',
          assumption: 'Le moment convient aux parents en équipe',
        },
        {
          activity: 'Parents au conseil d’administration (3 sur 9)',
          effect: 'Pèsent sur les heures d’ouverture',
          forWhom: 'Parents',
          domain: 'political',
          nature: 'intended',
          assumption: 'La réunion est préparée avec eux',
        },
        {
          activity: 'Place près du domicile',
          effect: 'Moins de trajets en voiture',
          forWhom: 'Familles, quartier',
          domain: 'environmental',
          nature: 'intended',
          assumption: 'La famille habite à moins de cinq kilomètres',
        },
        {
          activity: 'Embauche dans le quartier',
          effect: 'Des services restent dans l’ancien bassin minier',
          forWhom: 'Habitants',
          domain: 'territorial',
          nature: 'intended',
        },
        {
          activity: 'Horaires coupés',
          effect: 'Fatigue de l’équipe',
          forWhom: 'Équipe, enfants',
          domain: 'social',
          nature: 'unwanted',
        },
        {
          activity: 'Amplitude des journées',
          effect: 'Longues journées pour des enfants',
          forWhom: 'Enfants',
          domain: 'social',
          nature: 'unwanted',
        },
      ],
      otherCauses: 'L’offre d’emploi dans la logistique, l’aide des grands-parents, le permis de conduire.',
      priorities:
        '1. L’accès à l’emploi et à la formation, parce que la convention repose dessus. 2. Les familles qui restent dehors. 3. La fatigue de l’équipe, dont dépend tout le reste.',
      unsure: 'Le café des parents : deux parents pensent qu’il ne touche que ceux qui se connaissent déjà.',
    },
    '1.7': {
      candidates: [
        {
          text: 'La crèche améliore-t-elle le développement des enfants ?',
          checks: ['oneQuestion'],
          whyNot: 'Nos moyens sont trop petits pour y répondre sérieusement.',
        },
        {
          text: 'Combien de parents travaillent grâce à nous ?',
          checks: ['oneQuestion', 'useful'],
          whyNot: 'Elle suppose la réponse et oublie celles qui ne viennent pas.',
        },
        {
          text: 'En quoi notre accueil en horaires atypiques change-t-il l’accès à l’emploi ou à la formation des parents, en particulier seuls, et pour qui ne le change-t-il pas ?',
          checks: ['oneQuestion', 'concrete', 'open', 'useful', 'feasible', 'negativePossible', 'recognised'],
        },
      ],
      chosen:
        'En quoi notre accueil en horaires atypiques change-t-il l’accès à l’emploi ou à la formation des parents, en particulier seuls, et pour qui ne le change-t-il pas ?',
      question:
        'En quoi notre accueil en horaires atypiques change-t-il l’accès à l’emploi ou à la formation des parents, en particulier seuls, et pour qui ne le change-t-il pas ?',
      whyChosen:
        'La commune et la CAF revoient la convention en 2019, et l’équipe veut savoir qui reste dehors. La fin de la question vient d’un parent : « et ceux pour qui ça ne change rien ? »',
      questionType: 'accessAndAbsence',
      purposes: ['account', 'improve'],
      intendedUse:
        'Le conseil d’administration fixera les horaires de 2019 en janvier ; la convention avec la CAF et la commune se renégocie en avril 2019.',
      audience: 'CAF, commune, département, et l’équipe.',
      scope:
        'Les 64 familles accueillies entre septembre 2017 et juin 2018 et les 21 familles de la liste d’attente. Reste hors champ : le développement des enfants.',
      meansDays: 15,
      domains: ['economic', 'social'],
      subQuestions: [
        { text: 'Qu’est-ce que ces horaires changent dans l’emploi ou la formation, selon la situation de famille ?' },
        { text: 'Que gagnent les parents d’autre : du temps, du calme, des liens ?' },
        { text: 'Pour qui cela ne change-t-il rien, et qui ne vient pas ?' },
        { text: 'À quel prix pour l’équipe et pour les enfants ?' },
      ],
      consulted:
        'Quatre parents (ont ajouté la seconde moitié de la question), la mission locale, la PMI (a demandé de parler des longues journées).',
    },
    '2.1': {
      grid: [
        {
          subQuestion: 'Emploi ou formation',
          criterion: 'J’ai pris, gardé ou repris un emploi ou une formation',
          signs: 'Ce que le parent aurait fait sans ces horaires ; heures gagnées',
          source: 'Familles, mission locale',
        },
        {
          subQuestion: 'Temps et calme',
          criterion: 'Je pars travailler tranquille',
          signs: 'Accord, stress avant et maintenant',
          source: 'Familles',
        },
        {
          subQuestion: 'Temps et calme',
          criterion: 'Je connais d’autres parents et on m’écoute',
          signs: 'Trois phrases à noter',
          source: 'Familles',
        },
        {
          subQuestion: 'Qui reste dehors',
          criterion: 'Une famille qui en a besoin peut venir',
          signs: 'Distance, voiture, heures demandées',
          source: 'Familles de la liste d’attente',
        },
        {
          subQuestion: 'Équipe et enfants',
          criterion: 'L’équipe tient dans la durée',
          signs: 'Absences ; ce que dit le groupe de discussion',
          source: 'Équipe, registre des absences',
        },
      ],
      wordsDefined:
        'Horaires atypiques : avant 7 h, après 19 h ou le samedi. Parent seul : qui élève seul ses enfants, hors garde alternée.',
      disagreements: 'La CAF parle de places occupées ; les parents parlent de nuits moins courtes.',
    },
    '2.2': {
      methods: ['survey', 'interview', 'focusGroup', 'indicatorRegister'],
      whyMethods:
        'L’enquête par téléphone, papier ou aide sur place touche toutes les familles. Les entretiens expliquent. Le groupe de discussion fait parler l’équipe ensemble. Le registre donne les heures réelles. L’appel à la liste d’attente fait entendre celles qui n’ont pas de place.',
      existingData:
        'Registre des présences heure par heure (2017-2018), absences de l’équipe. Les familles ont été prévenues.',
      setAside: 'Observation fine des enfants : utile, mais pas avec nos moyens.',
      effortDays: 14,
      helpNeeded: 'Une personne extérieure pour les appels.',
    },
    '2.3': {
      indicators: [
        {
          name: 'IB1 Emploi ou formation grâce aux horaires',
          criterion: 'J’ai pris ou gardé',
          kind: 'figures',
          definition:
            'Part des familles qui auraient refusé ou quitté l’emploi ou la formation (B4), ensemble et selon B2',
          unit: '%',
          source: 'Enquête',
          frequency: 'Juin 2018',
          responsible: 'Directrice',
        },
        {
          name: 'IB2 Heures gagnées',
          criterion: 'J’ai pris ou gardé',
          kind: 'figures',
          definition: 'Médiane des heures gagnées par semaine (B5)',
          unit: 'heures',
          source: 'Enquête',
          frequency: 'Juin 2018',
          responsible: 'Directrice',
        },
        {
          name: 'IB3 Stress lié à la garde',
          criterion: 'Je pars tranquille',
          kind: 'figures',
          definition: 'Moyenne avant et maintenant (B7)',
          unit: 'points sur 10',
          source: 'Enquête',
          frequency: 'Juin 2018',
          responsible: 'Directrice',
        },
        {
          name: 'IB4 Être entendu',
          criterion: 'On m’écoute',
          kind: 'figures',
          definition: 'Part des réponses 4 et 5 à la troisième phrase de B8',
          unit: '%',
          source: 'Enquête',
          frequency: 'Juin 2018',
          responsible: 'Éducatrice référente',
        },
        {
          name: 'IB5 Familles monoparentales',
          criterion: 'Une famille qui en a besoin peut venir',
          kind: 'figures',
          definition: 'Part parmi les réponses, à côté de la part du territoire',
          unit: '%',
          source: 'Enquête, statistique territoriale',
          frequency: 'Juin 2018',
          responsible: 'Directrice',
        },
        {
          name: 'IB6 Éloignement des familles en attente',
          criterion: 'Une famille qui en a besoin peut venir',
          kind: 'figures',
          definition: 'Familles à plus de 5 km ou sans voiture',
          unit: 'familles',
          source: 'Appels à la liste d’attente',
          frequency: 'Juillet 2018',
          responsible: 'Personne extérieure',
        },
        {
          name: "Ce que l'équipe dit des horaires coupés",
          criterion: 'L’équipe tient',
          kind: 'words',
          definition: 'Passages du groupe de discussion',
          unit: 'extraits',
          source: 'Groupe de discussion',
          frequency: 'Juillet 2018',
          responsible: 'Chargée de mission',
        },
      ],
      baseline: 'Le stress d’avant est donné de mémoire. Les heures de présence sont connues depuis 2015.',
      crosswalk: [
        {
          own: 'IB1 Emploi ou formation grâce aux horaires',
          theirs: 'Convention CAF : accès des parents à l’emploi',
          gap: 'La convention compte les parents en emploi, nous demandons ce que les horaires ont changé',
        },
        {
          own: 'IB5 Familles monoparentales',
          theirs: 'Convention CAF : publics prioritaires',
          gap: 'Même définition, sans la garde alternée',
        },
      ],
    },
    '2.4': {
      collections: [
        {
          method: 'survey',
          group: 'Familles accueillies',
          howMany: 'Toutes : 64',
          howChosen: 'Toutes',
          when: 'Du 4 au 29 juin 2018, téléphone, papier ou aide sur place',
          who: 'Étudiante extérieure',
        },
        {
          method: 'interview',
          group: 'Parents',
          howMany: '6',
          howChosen: 'Situations et horaires différents',
          when: 'Juin et juillet 2018',
          who: 'Chargée de mission',
        },
        {
          method: 'focusGroup',
          group: 'Équipe',
          howMany: '9 sur 19',
          howChosen: 'Volontaires, tous horaires',
          when: '5 juillet 2018',
          who: 'Chargée de mission',
        },
        {
          method: 'interview',
          group: 'Partenaires',
          howMany: '3',
          howChosen: 'Mission locale, PMI, un employeur',
          when: 'Juin 2018',
          who: 'Directrice',
        },
        {
          method: 'indicatorRegister',
          group: 'Présences 2017-2018',
          howMany: '64 familles',
          howChosen: 'Toutes',
          when: 'Juillet 2018',
          who: 'Éducatrice référente',
        },
        {
          method: 'interview',
          group: 'Familles de la liste d’attente',
          howMany: '21',
          howChosen: 'Toutes',
          when: 'Du 2 au 13 juillet 2018, appels le soir',
          who: 'Étudiante extérieure',
        },
      ],
      languages: ['fr', 'plain', 'other'],
      consentText:
        'J’ai compris l’objectif et j’accepte de répondre de façon anonyme. Ma réponse ne change rien à ma place. Je peux passer une question ou m’arrêter.',
      anonymity:
        'Aucun nom. Aucun groupe de moins de 5 familles n’est montré : la garde alternée (4 réponses) n’apparaît pas seule.',
      sensitive:
        'Une situation de violence peut être dite à demi-mot : la personne qui appelle connaît les deux numéros à donner.',
      retention: 'Questionnaires papier détruits en mars 2019, réponses gardées cinq ans',
      processing:
        'Finalité : améliorer l’accueil et rendre compte. Base : consentement. Accès : directrice, éducatrice référente.',
    },
    '2.5': {
      tools: [
        {
          name: 'Questionnaire « Nos horaires et vous »',
          method: 'survey',
          criteria: 'Emploi, calme, être entendu',
          languages: ['fr', 'plain', 'other'],
          length: '10 questions, 8 minutes',
        },
        {
          name: "Guide d'entretien des parents",
          method: 'interview',
          criteria: 'Tous',
          languages: ['fr'],
          length: '45 minutes',
        },
        {
          name: "Guide d'appel de la liste d'attente",
          method: 'interview',
          criteria: 'Qui reste dehors',
          languages: ['fr', 'other'],
          length: '10 minutes',
        },
        {
          name: 'Déroulé du groupe de discussion',
          method: 'focusGroup',
          criteria: 'L’équipe tient',
          languages: ['fr'],
          length: 'Une heure et demie',
        },
      ],
      mainQuestions:
        'B1 J’ai compris l’objectif et j’accepte de répondre de façon anonyme.\nB2 Vous élevez votre ou vos enfants : seul·e / en couple / en garde alternée\nB3 Quand utilisez-vous la crèche ? (avant 7 h / 7 à 18 h / 18 à 20 h / après 20 h / samedi)\nB4 Sans ces horaires, qu’auriez-vous fait ? (refusé ou quitté l’emploi ou la formation / fait garder par des proches / payé une garde plus chère / changé d’horaires / rien de différent)\nB5 Combien d’heures par semaine avez-vous gagnées pour travailler, chercher ou vous former ?\nB6 Je laisse mon enfant l’esprit tranquille, même tôt ou tard. (1 à 5)\nB7 Mon niveau de stress lié à la garde : avant la crèche… / maintenant… (0 à 10)\nB8 La crèche m’a permis de : connaître d’autres parents, connaître d’autres services, donner mon avis et être entendu·e. (1 à 5)\nB9 Les longues journées posent-elles un problème à votre enfant ? Expliquez.\nB10 Qu’est-ce qui devrait changer en premier ?',
      opening:
        'Bonjour. La crèche voudrait savoir ce que ses horaires changent pour vous, ou ne changent pas. Cela prend huit minutes.',
      readBy: 'La chargée de mission, deux parents du groupe, la PMI',
      removed: 'Le revenu du foyer : trop intime pour ce que nous en aurions fait.',
    },
    '2.6': {
      trials: [
        {
          tool: 'Questionnaire « Nos horaires et vous »',
          withWhom: 'Cinq parents, dont deux avec aide',
          minutes: '7 à 12',
          seen: '« Horaires atypiques » ne parle à personne. Les heures gagnées demandent un exemple.',
        },
      ],
      changes: '« Horaires atypiques » devient « tôt le matin, tard le soir, le samedi ». Un exemple pour B5.',
      frozenOn: '2018-05-31',
    },
    '2.7': {
      log: [
        {
          method: 'survey',
          group: 'Familles accueillies',
          subQuestion: 'Emploi, calme, qui reste dehors',
          period: 'Du 4 au 29 juin 2018',
          counts: '64 invitées, 46 réponses',
          remark: '18 familles silencieuses',
        },
        {
          method: 'interview',
          group: 'Parents',
          subQuestion: 'Toutes',
          period: 'Du 11 juin au 6 juillet 2018',
          counts: '6 entretiens',
        },
        {
          method: 'focusGroup',
          group: 'Équipe',
          subQuestion: 'À quel prix pour l’équipe',
          period: '5 juillet 2018',
          counts: '9 présentes sur 19',
        },
        {
          method: 'interview',
          group: 'Partenaires',
          subQuestion: 'Emploi ou formation',
          period: 'Juin 2018',
          counts: '3 entretiens',
        },
        {
          method: 'indicatorRegister',
          group: 'Présences et absences',
          subQuestion: 'Emploi, équipe',
          period: 'Septembre 2017 à juin 2018',
          counts: '64 familles, 19 personnes',
        },
        {
          method: 'interview',
          group: 'Familles de la liste d’attente',
          subQuestion: 'Qui reste dehors',
          period: 'Du 2 au 13 juillet 2018',
          counts: '21 appelées, 12 jointes',
          remark: 'Neuf numéros sans réponse',
        },
      ],
      consent: 'allRecorded',
      consentPlace: 'Bureau de la directrice, armoire fermée',
      quotes:
        '« Sans la place de 5 h 30, je disais non au poste. » (accord de publication donné)\n« Le soir, on est trois à se relayer entre parents. » (accord de publication demandé, pas encore reçu)\n« Entre les deux moitiés de ma journée, je ne rentre pas chez moi, je dors dans ma voiture. » (accord de publication demandé, pas encore reçu)',
      events:
        'Un employeur a changé ses équipes pendant l’enquête : trois familles ont répondu pour leurs anciens horaires.',
    },
    '2.8': {
      perGroup: [
        { group: 'Familles accueillies', total: '64', invited: '64', answered: '46', remark: '72 %' },
        { group: 'dont parents seuls', total: 'non connu', invited: '-', answered: '29', remark: '63 % des réponses' },
        { group: 'Familles de la liste d’attente', total: '21', invited: '21', answered: '12' },
        { group: 'Équipe', total: '19', invited: '19', answered: '9', remark: 'Groupe de discussion' },
      ],
      gaps: '18 familles silencieuses. 9 familles en attente non jointes. Les enfants ne sont pas entendus directement.',
      whoAnswered: 'Les familles présentes le matin ont un peu plus répondu que celles du soir.',
      reminders: 'Rappel à la porte les 14 et 22 juin, appels le 27 juin.',
      missingData: 'B5 : 38 réponses sur 46. B7 : 44 sur 46.',
    },
    '3.1': {
      corrections:
        '46 questionnaires gardés. B5 : 8 réponses vides laissées vides. B7 : 2 notes manquantes. Trois réponses pour d’anciens horaires gardées et signalées.',
      anonymised:
        'Prénoms, quartiers et employeurs retirés. La garde alternée (4 réponses) est regroupée. Aucune liste de numéros.',
      codes: [
        {
          code: 'poste',
          meaning: 'Un emploi ou une formation rendu possible',
          example: '« Sans la place de 5 h 30, je disais non au poste. »',
        },
        { code: 'calme', meaning: 'Du temps et moins de tension', example: '« Je ne cours plus. »' },
        { code: 'dehors', meaning: 'Ce qui empêche de venir', example: '« Il n’y a pas de bus à cette heure-là. »' },
        { code: 'coupe', meaning: 'Horaires coupés', example: '« Ma journée dure quinze heures pour sept payées. »' },
      ],
      place: 'Ordinateur de la directrice, dossier protégé',
      frozenOn: '2018-08-31',
    },
    '3.2': {
      observations: [
        {
          subQuestion: 'Emploi ou formation',
          observation:
            '24 familles sur 46 (52 %) auraient refusé ou quitté leur emploi ou leur formation. Parmi les parents seuls : 18 sur 29 (62 %). Parmi les autres : 6 sur 17 (35 %).',
          source: 'B4 et B2, n = 46',
        },
        {
          subQuestion: 'Temps et calme',
          observation: 'La médiane est de 11 heures gagnées par semaine.',
          source: 'B5, n = 38',
        },
        {
          subQuestion: 'Temps et calme',
          observation: 'Le stress lié à la garde passe de 7,4 à 4,2 en moyenne.',
          source: 'B7, n = 44',
        },
        {
          subQuestion: 'Temps et calme',
          observation: '21 familles sur 46 (46 %) se sentent entendues.',
          source: 'B8, n = 46',
        },
        {
          subQuestion: 'Qui reste dehors',
          observation:
            'Pour 7 familles sur 46, rien n’aurait été différent. La plupart sont en couple, aux horaires ordinaires.',
          source: 'B4, n = 46',
        },
        {
          subQuestion: 'Qui reste dehors',
          observation:
            '8 des 12 familles jointes sur la liste d’attente habitent à plus de 5 km ou n’ont pas de voiture.',
          source: 'Appels, n = 12',
        },
        {
          subQuestion: 'Équipe et enfants',
          observation:
            'Les personnes en horaires coupés parlent d’épuisement, et le registre des absences va dans le même sens.',
          source: 'Groupe de discussion, n = 9 ; registre, 19 personnes',
        },
      ],
      differences:
        'L’écart entre parents seuls et autres familles est net pour l’emploi, faible pour le calme. La garde alternée n’est pas montrée à part : quatre réponses.',
      changeOverTime: 'Le stress baisse ; la note d’avant est donnée de mémoire.',
      themes:
        'Emploi rendu possible : 4 entretiens sur 6 et la mission locale. Calme : 5 entretiens. Fatigue de l’équipe : tout le groupe de discussion.',
      context:
        'Familles monoparentales : 29 réponses sur 46 (63 %), à côté de 31 % dans le territoire (chiffre illustratif).',
      against:
        'Pour sept familles, la crèche de 9 h à 17 h d’une autre structure aurait suffi. Et deux parents seuls ont quand même perdu leur poste.',
    },
    '3.3': {
      heldOn: '2018-10-11',
      participants:
        'Trois parents, deux professionnelles, la présidente, la CAF, la mission locale, la chargée de mission. Absents : les employeurs, une mère en équipe du soir.',
      seen: 'Pour les parents seuls, les horaires décident. La fatigue de l’équipe est reconnue par tous.',
      surprises:
        'La CAF ne savait pas que des familles renonçaient faute de bus. L’équipe ne pensait pas que le calme passerait avant le revenu.',
      otherExplanations:
        'L’entrepôt voisin a beaucoup embauché en 2018. Certains grands-parents gardent encore. La réponse à « sans ces horaires » est une supposition.',
      missing: 'Ce que disent les 18 familles silencieuses et les 9 que nous n’avons pas jointes.',
      disagreements:
        'La commune voudrait garder les horaires coupés un an de plus. Les professionnelles du groupe ne sont pas d’accord.',
    },
    '3.4': {
      findings: [
        {
          statement:
            'Pour la moitié des familles, ces horaires décident de l’emploi ou de la formation ; pour les parents seuls, c’est presque deux sur trois.',
          subQuestion: 'Emploi ou formation',
          evidence:
            'IB1 : 24 sur 46 (52 %), parents seuls 18 sur 29 (62 %), autres 6 sur 17 (35 %). Quatre entretiens sur six. Mission locale.',
          limitation: 'Les familles disent elles-mêmes ce qu’elles auraient fait sans la crèche.',
          confidence: 'high',
          direction: 'positive',
        },
        {
          statement: 'Le gain, c’est d’abord du temps et du calme, avant le revenu.',
          subQuestion: 'Temps et calme',
          evidence: 'IB2 : 11 heures (n = 38). IB3 : 7,4 à 4,2 (n = 44).',
          limitation: 'Le stress d’avant est donné de mémoire, et nous n’avons pas demandé le revenu.',
          confidence: 'medium',
          direction: 'positive',
        },
        {
          statement: 'Cela ne change rien pour 7 familles sur 46, surtout des couples aux horaires ordinaires.',
          subQuestion: 'Qui reste dehors',
          evidence: 'B4 « rien de différent » : 7 sur 46.',
          limitation: 'Sept familles : trop peu pour dire pourquoi.',
          confidence: 'medium',
          direction: 'none',
        },
        {
          statement: 'Les familles sans voiture de la liste d’attente restent dehors.',
          subQuestion: 'Qui reste dehors',
          evidence: 'IB6 : 8 familles sur 12 à plus de 5 km ou sans voiture.',
          limitation: 'Douze familles jointes sur 21.',
          confidence: 'medium',
          direction: 'negative',
        },
        {
          statement:
            'Les professionnelles en horaires coupés disent leur épuisement, et la qualité de l’accueil dépend d’elles.',
          subQuestion: 'Équipe et enfants',
          evidence: 'Groupe de discussion de 9 personnes. Registre des absences.',
          limitation: 'Dix personnes de l’équipe n’étaient pas au groupe de discussion.',
          confidence: 'high',
          direction: 'negative',
        },
      ],
      practices:
        'Le tarif unique et la même personne le matin et le soir expliquent le calme des parents. Les horaires coupés rendent cela possible, et l’usent.',
      unanswered:
        'Ce que ces horaires font aux enfants, et ce que deviennent les familles que nous n’avons pas jointes.',
      readBy: 'Groupe de co-construction, 8 novembre 2018. « Décisif » a été remplacé par « décide pour la moitié ».',
    },
    '3.5': {
      answers: [
        { subQuestion: 'Emploi ou formation', answer: 'Décisif pour les parents seuls aux horaires décalés.' },
        { subQuestion: 'Temps et calme', answer: 'Du temps et du calme pour presque tous.' },
        {
          subQuestion: 'Qui reste dehors',
          answer: 'Neutre pour quelques familles ; fermé à celles qui ne peuvent pas venir jusqu’à nous.',
        },
        { subQuestion: 'Équipe et enfants', answer: 'Trop cher pour l’équipe en horaires coupés.' },
      ],
      overallAnswer:
        'Nos horaires décident de l’emploi ou de la formation pour les parents seuls qui travaillent en décalé. Ils ne changent rien pour quelques familles aux horaires ordinaires. Ils restent fermés à celles qui n’ont pas de moyen de transport. Et ils pèsent sur l’équipe, ce qui ne peut pas durer.',
      actions: [
        {
          action: 'Deux places à l’heure pour les personnes qui cherchent un emploi',
          becauseOf: 'Constats 1 et 3',
          owner: 'Directrice',
          dueOn: '2019-03-01',
        },
        {
          action: 'Rencontrer l’autorité des transports au sujet du premier bus',
          becauseOf: 'Constat 4',
          owner: 'Présidente et deux parents',
          dueOn: '2019-02-15',
        },
        {
          action: 'Mettre fin aux horaires coupés au-delà de deux par semaine et par personne',
          becauseOf: 'Constat 5',
          owner: 'Conseil d’administration',
          dueOn: '2019-01-31',
        },
      ],
      strategy: 'Avant d’ouvrir plus tôt, stabiliser l’équipe.',
      notNow: 'Ouvrir le dimanche, demandé par un employeur : pas tant que les horaires coupés durent.',
    },
    '3.6': {
      plan: [
        {
          audience: 'CAF et commune',
          message:
            'Pour les parents seuls en horaires décalés, une place tôt ou tard décide de l’emploi ; l’équipe ne tiendra que si les horaires coupés diminuent.',
          product: 'sheet',
          language: 'fr',
          dueOn: '2019-01-18',
          owner: 'Directrice',
        },
        {
          audience: 'Parents',
          message: 'Voici ce que vous nous avez dit, et ce que nous changeons.',
          product: 'meeting',
          language: 'fr, images',
          dueOn: '2019-01-12',
          owner: 'Éducatrice référente et deux parents',
        },
        {
          audience: 'Équipe',
          message: 'Votre fatigue est un constat, pas une plainte. Voici la règle.',
          product: 'sheet',
          language: 'fr',
          dueOn: '2019-01-10',
          owner: 'Présidente',
        },
        {
          audience: 'Public',
          message: 'Tôt, tard, le samedi : ce que cela change à Liévin.',
          product: 'webPage',
          language: 'fr, nl',
          dueOn: '2019-02-01',
          owner: 'Chargée de mission',
        },
      ],
      practicesShown: 'Le tarif unique à toute heure, et les parents au conseil avec une préparation.',
      difficultFinding: 'L’épuisement en horaires coupés, avec la règle adoptée.',
      consentCheck:
        'Deux extraits sont bloqués : l’accord de publication est demandé et pas encore reçu (relance le 10 janvier, éducatrice référente). Sans accord, la fiche paraît sans eux. L’image de couverture est un dessin.',
      keptInside: 'Le détail des absences, qui permettrait de reconnaître des personnes.',
    },
  },
  comments: [
    {
      step: '1.5',
      by: 'coach',
      text: 'Je ne vois pas les familles qui attendent une place. Qui pourrait parler pour elles ?',
      on: '2017-11-06',
    },
    { step: '1.5', by: 'manager', text: 'Personne ne les a jamais appelées. Nous les ajoutons.', on: '2017-11-08' },
    {
      step: '1.7',
      by: 'contributor',
      text: 'Un parent propose : « et pour qui ne le change-t-il pas ». Cela me plaît.',
      on: '2017-12-07',
    },
    {
      step: '2.4',
      by: 'coach',
      text: 'Quatre familles en garde alternée : regroupez-les, sinon on les reconnaît.',
      on: '2018-05-14',
    },
    {
      step: '3.4',
      by: 'coach',
      text: '« Décisif pour les familles » va plus loin que vos chiffres. La moitié, et deux sur trois chez les parents seuls.',
      on: '2018-10-29',
    },
    {
      step: '3.6',
      by: 'coach',
      text: 'Les deux extraits sans accord restent bloqués dans la fiche CAF. Qui rappelle les personnes ?',
      on: '2018-12-10',
    },
    {
      step: '3.6',
      by: 'contributor',
      text: 'Moi, à la rentrée. Une des deux est en congé jusqu’au 7 janvier.',
      on: '2018-12-11',
    },
  ],
  sessions: [
    {
      heldOn: '2017-09-11',
      minutes: 90,
      notes: 'Premier entretien. L’échéance de la convention est claire, l’envie de l’équipe aussi.',
      nextActions: 'Former le groupe, prévenir les familles.',
    },
    {
      heldOn: '2017-12-07',
      minutes: 120,
      notes: 'Choix de la question avec quatre parents.',
      nextActions: 'Avis de la PMI et de la mission locale.',
    },
    {
      heldOn: '2018-01-25',
      minutes: 60,
      notes: 'Passage à la version 2018 de la démarche : les méthodes se choisiront après les critères.',
      nextActions: 'Grille des critères pour le 15 février.',
    },
    {
      heldOn: '2018-05-17',
      minutes: 90,
      notes: 'Relecture du questionnaire et du guide d’appel.',
      nextActions: 'Essai avec cinq parents.',
    },
    {
      heldOn: '2018-07-05',
      minutes: 120,
      notes: 'Groupe de discussion avec l’équipe. Beaucoup d’émotion.',
      nextActions: 'Rendre le compte rendu aux participantes avant tout usage.',
    },
    {
      heldOn: '2018-10-11',
      minutes: 150,
      notes: 'Lecture croisée avec la CAF et la mission locale.',
      nextActions: 'Rédiger cinq constats.',
    },
    {
      heldOn: '2018-12-06',
      minutes: 75,
      notes: 'Plan de valorisation. Deux accords manquent.',
      nextActions: 'Relancer les deux personnes, préparer la fiche de quatre pages.',
    },
  ],
  gates: [
    { gate: 'G1', outcome: 'pass', on: '2018-02-01' },
    {
      gate: 'G2',
      outcome: 'pass',
      on: '2018-08-30',
      remarks: 'Les 18 familles silencieuses et les 9 non jointes sont écrites dans les limites.',
    },
  ],
}
