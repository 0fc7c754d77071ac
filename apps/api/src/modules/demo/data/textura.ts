import type { WorkedEnterpriseData } from '../demo-data.ts'

/** Platform A: an insertion enterprise that went the whole way, over the usual window, on the full route. */
export const textura: WorkedEnterpriseData = {
  code: 'textura',
  name: 'Textura ASBL',
  partner: 'atout-ei',
  platform: 'A',
  territory: 'WA',
  seat: 'BE-52',
  legalForm: 'asbl',
  identifier: '0999264108',
  nace: '38.11',
  sizeBand: '50to249',
  city: 'Charleroi',
  website: 'https://textura.example',
  route: 'full',
  methodVersion: '2017',
  startedOn: '2017-03-06',
  at: 'closed',
  quietDays: 17,
  sharing: 'crossBorder',
  question: {
    language: 'fr',
    text: 'Dans quelle mesure, et grâce à quelles pratiques d’encadrement, notre parcours renforce-t-il la confiance, les compétences et la capacité à se projeter des personnes en insertion, jusqu’à six mois après leur sortie ?',
    type: 'effectOnPeopleSupported',
    purposes: ['improve', 'advocate'],
    domains: ['social', 'economic', 'political'],
    methods: ['survey', 'lifeStory', 'focusGroup', 'indicatorRegister'],
  },
  description: {
    fr: 'Textura collecte et trie des textiles et tient deux magasins de seconde main. Entreprise d’insertion et atelier de formation, elle compte 52 personnes en parcours et 9 encadrants.',
    nl: 'Textura zamelt textiel in, sorteert het en houdt twee tweedehandswinkels open. Het is een inschakelingsbedrijf met een opleidingsatelier: 52 mensen volgen er een traject, met 9 begeleiders.',
    en: 'Textura collects and sorts textiles and runs two second-hand shops. It is an integration enterprise with a training workshop: 52 people are on its pathway, with 9 supervisors.',
  },
  questionTexts: {
    fr: 'Dans quelle mesure, et grâce à quelles pratiques d’encadrement, notre parcours renforce-t-il la confiance, les compétences et la capacité à se projeter des personnes en insertion, jusqu’à six mois après leur sortie ?',
    nl: 'In welke mate, en dankzij welke begeleidingspraktijken, versterkt ons traject het zelfvertrouwen, de vaardigheden en het toekomstperspectief van de mensen in inschakeling, tot zes maanden na hun vertrek?',
    en: 'To what extent, and through which supervision practices, does our pathway strengthen the confidence, skills and ability to look ahead of people in integration, up to six months after leaving?',
  },
  steps: {
    '1.0': {
      motives:
        'Notre financeur public ne compte que les sorties vers l’emploi. L’équipe pense que le changement se joue avant, dans la manière d’encadrer, et voudrait pouvoir le montrer et s’améliorer.',
      days: 28,
      budget: 'Quatre jours de formation au récit de vie, payés par la fédération.',
      languages: ['fr', 'plain'],
      roles: [
        { who: 'Directrice', role: 'Porte la démarche et signe les jalons', time: '1 jour par mois' },
        {
          who: 'Responsable de la formation',
          role: 'Tient les étapes à jour, prépare les réunions',
          time: '1 jour par mois',
        },
        {
          who: 'Assistant social',
          role: 'Prend le relais, garde le lien avec les anciens',
          time: '1 demi-jour par mois',
        },
        { who: 'Accompagnatrice de la fédération', role: 'Anime les réunions du groupe', time: '10 séances' },
      ],
      sharing:
        'L’accompagnatrice lit tout sauf les récits de vie bruts. La fédération voit l’avancement. Les chercheurs reçoivent les données sans nom. La plateforme reçoit la question, les constats et la fiche de pratique.',
      targetDate: '2018-06-30',
    },
    '1.1': {
      before: 'some',
      motives: ['essence', 'team', 'communicate'],
      firstMotive:
        'Revenir à l’essentiel. La direction mettait la communication en premier, les encadrants voulaient d’abord comprendre ce qui marche dans les équipes. Nous avons gardé l’ordre des encadrants.',
      impactInOurWords: 'Ce qui a bougé dans la vie des gens parce qu’ils sont passés chez nous, et qui tient après.',
      worries:
        'Que l’enquête ressemble à un contrôle du travail des encadrants : les réponses ne seront lues que par équipe entière. Que les personnes se sentent jugées : trois d’entre elles décident avec nous des critères. Le temps : une étape par mois, pas plus.',
      principles:
        'Prendre en compte la diversité : les magasins et le centre de tri n’ont ni le même rythme ni le même public.',
      after: 'clearer',
    },
    '1.2': {
      members: [
        {
          who: 'Trois personnes en parcours',
          viewpoint: 'Vivent le parcours au tri et en magasin',
          involvement: 'decide',
          needs: 'Réunion pendant les heures payées, ordre du jour lu à voix haute la veille',
        },
        {
          who: 'Deux encadrants',
          viewpoint: 'Encadrent les équipes de sept',
          involvement: 'decide',
          needs: 'Remplacement au poste',
        },
        {
          who: 'Une administratrice',
          viewpoint: 'Porte la question devant le conseil d’administration',
          involvement: 'decide',
          needs: 'Réunions après 16 h',
        },
        {
          who: 'Deux anciens travailleurs',
          viewpoint: 'Savent ce qui reste après la sortie',
          involvement: 'consult',
          needs: 'Frais de bus remboursés',
        },
        {
          who: 'Conseiller du Forem et assistante du CPAS',
          viewpoint: 'Orientent vers nous et revoient les personnes ensuite',
          involvement: 'consult',
          needs: 'Deux rendez-vous courts',
        },
        {
          who: 'Service social partenaire',
          viewpoint: 'Suit le logement et la santé',
          involvement: 'consult',
          needs: 'Un rendez-vous',
        },
      ],
      meetings: [
        { date: '2017-04-20', choice: 'Ce que nous voulons comprendre', place: 'Salle de pause du tri, 14 h' },
        { date: '2017-06-22', choice: 'La question évaluative', place: 'Salle de pause du tri, 14 h' },
        { date: '2017-09-21', choice: 'Les méthodes', place: 'Magasin de la Ville-Basse, 14 h' },
        { date: '2017-11-16', choice: 'Les critères', place: 'Salle de pause du tri, 14 h' },
        { date: '2018-06-14', choice: 'La lecture des résultats', place: 'Salle de pause du tri, 13 h' },
        { date: '2018-09-13', choice: 'Les actions et ce que nous publions', place: 'Salle de pause du tri, 14 h' },
      ],
      decisionRule:
        'Consentement : une proposition passe quand plus personne n’a d’objection qui tienne à l’intérêt de tous.',
      missing:
        'Les personnes parties sans solution. L’assistant social les appellera pour les récits de vie. Les clients des magasins sont informés par une affiche.',
    },
    '1.3': {
      mission:
        'Donner à des personnes loin de l’emploi un vrai travail, le temps d’apprendre et le droit d’essayer. Si Textura fermait, 52 personnes perdraient leur parcours et deux quartiers leur magasin de vêtements.',
      values:
        'Le droit à l’erreur : une caisse mal comptée se recompte à deux. La parole partagée : la réunion d’équipe fixe les horaires. Le respect de la matière : on ne jette que ce qui ne peut plus servir.',
      history:
        '2004 : collecte de quartier par des bénévoles. 2009 : agrément comme entreprise d’insertion. 2013 : deuxième magasin. 2015 : passage aux équipes de sept après une année de départs nombreux.',
      publics:
        '52 personnes en parcours, environ 45 entrées par an. Un peu plus de la moitié ont moins de 35 ans. Peu de personnes de plus de 55 ans viennent, alors que le CPAS en oriente.',
      activities:
        'Collecte par bulles et à domicile. Tri et préparation : 410 tonnes de textiles gardées en usage par an (chiffre illustratif). Deux magasins de seconde main. Atelier de formation : tri, vente, caisse.',
      practices: [
        {
          practice: 'Binôme nouveau - ancien',
          how: 'Toute personne qui arrive travaille six semaines avec une personne présente depuis au moins six mois.',
          believedEffect: 'On demande de l’aide plus tôt, la confiance vient plus vite.',
        },
        {
          practice: 'Équipes de sept au plus',
          how: 'Un encadrant connaît sept personnes et passe chaque jour à chaque poste.',
          believedEffect: 'Les difficultés se voient avant de bloquer.',
        },
        {
          practice: 'Droit à l’erreur',
          how: 'Une erreur se regarde à deux et la tâche est refaite, sans note au dossier.',
          believedEffect: 'On ose essayer.',
        },
        {
          practice: 'Réunion d’équipe mensuelle',
          how: 'L’équipe fixe ses horaires et propose des changements.',
          believedEffect: 'On apprend à parler en groupe.',
        },
        {
          practice: 'Attestation de compétences en tri',
          how: 'Trois niveaux, reconnus par deux autres entreprises de la fédération.',
          believedEffect: 'Les savoir-faire comptent ailleurs.',
        },
      ],
      governance:
        'Conseil d’administration de neuf personnes, dont une ancienne travailleuse. Assemblée générale ouverte aux personnes en parcours après un an. Les horaires se décident en équipe.',
      team: '52 personnes en parcours, 9 encadrants, 1 assistant social, 4 personnes à la direction et aux achats. Une douzaine de bénévoles en magasin.',
      partners: 'Forem, CPAS, deux communes, la fédération des entreprises d’insertion, trois maisons de quartier.',
      resources:
        'Ventes des magasins et du tri : environ 45 %. Subsides à l’emploi et à l’insertion : 50 %. Dons : 5 %.',
      dataHeld: [
        {
          what: 'Registre des entrées et des sorties',
          period: '2012 à aujourd’hui',
          where: 'Armoire de l’assistant social, accès direction',
        },
        { what: 'Comptes rendus des réunions d’équipe', period: '2015 à 2017', where: 'Classeur de chaque équipe' },
        { what: 'Attestations de compétences délivrées', period: '2014 à 2017', where: 'Responsable de la formation' },
        { what: 'Présences', period: '2016 et 2017', where: 'Service du personnel' },
      ],
      questionsInTheAir:
        'Pourquoi certains reviennent-ils nous voir et d’autres jamais ? Que se passe-t-il dans les mois qui suivent la sortie ? Est-ce le binôme ou le temps qui donne confiance ?',
    },
    '1.4': {
      serviceArea:
        'Charleroi, Châtelet et Farciennes : neuf personnes sur dix y habitent, d’après le registre de 2016.',
      figures: [
        {
          figure: 'Chômage, arrondissement de Charleroi, comparé au Hainaut et à la Wallonie (à importer)',
          meaning: 'Notre public part de plus loin : comparer nos sorties à une moyenne régionale serait trompeur.',
        },
        {
          figure: 'Personnes peu diplômées de 25 à 64 ans, arrondissement de Charleroi (à importer)',
          meaning: 'L’attestation de tri est souvent la première que la personne reçoit.',
        },
        {
          figure: 'Demandeurs d’emploi de longue durée, arrondissement de Charleroi (à importer)',
          meaning: 'Un an de parcours est court après plusieurs années sans travail.',
        },
      ],
      fieldView:
        'Les chiffres ne montrent pas le poids du logement et de la mobilité, que l’assistant social rencontre chaque semaine.',
      notReached:
        'Les personnes de plus de 55 ans, et les parents seuls d’enfants en bas âge, à cause des horaires du tri.',
    },
    '1.5': {
      stakeholders: [
        {
          group: 'Personnes en parcours',
          gives: 'Leur travail et leur expérience',
          expects: 'Apprendre, un revenu, être traitées avec respect',
          experiences: 'Le parcours chaque jour',
          concern: 'high',
          influence: 'medium',
          involvement: 'decide',
        },
        {
          group: 'Anciens travailleurs',
          gives: 'Leur recul',
          expects: 'Ne pas être oubliés',
          experiences: 'L’après',
          concern: 'high',
          influence: 'low',
          involvement: 'consult',
        },
        {
          group: 'Encadrants',
          gives: 'Leur métier',
          expects: 'Du temps pour encadrer',
          experiences: 'Les pointes de saison',
          concern: 'high',
          influence: 'high',
          involvement: 'decide',
        },
        {
          group: 'Forem et CPAS',
          gives: 'Orientation, agréments',
          expects: 'Des sorties positives',
          experiences: 'Les personnes avant et après',
          concern: 'medium',
          influence: 'high',
          involvement: 'consult',
        },
        {
          group: 'Clients des magasins',
          gives: 'Achats et dons',
          expects: 'Des vêtements à bon prix',
          experiences: 'Un magasin de quartier',
          concern: 'low',
          influence: 'low',
          involvement: 'inform',
        },
        {
          group: 'Conseil d’administration',
          gives: 'Les orientations',
          expects: 'Des arguments solides',
          experiences: 'Les comptes et les rapports',
          concern: 'medium',
          influence: 'high',
          involvement: 'decide',
        },
        {
          group: 'Service social partenaire',
          gives: 'Suivi logement et santé',
          expects: 'Des relais clairs',
          experiences: 'Les difficultés hors travail',
          concern: 'medium',
          influence: 'medium',
          involvement: 'consult',
        },
      ],
      rarelyHeard:
        'Les personnes sorties sans solution : nous n’avons souvent plus leur numéro. Les plus récentes parlent peu en réunion.',
      differences:
        'Le financeur regarde l’emploi, les personnes parlent d’abord de confiance, de santé et de logement.',
    },
    '1.6': {
      effects: [
        {
          activity: 'Binôme nouveau - ancien',
          effect: 'Demande de l’aide plus tôt et reprend confiance',
          forWhom: 'Personnes en parcours',
          domain: 'social',
          nature: 'intended',
          assumption: 'L’équipe compte sept personnes au plus',
        },
        {
          activity: 'Réunion d’équipe mensuelle avec prise sur les horaires',
          effect: 'Prend la parole dans un groupe',
          forWhom: 'Personnes en parcours',
          domain: 'political',
          nature: 'intended',
          assumption: 'L’encadrant ne parle pas en premier',
        },
        {
          activity: 'Attestation de compétences en tri',
          effect: 'Compétences reconnues',
          forWhom: 'Personnes en parcours, employeurs',
          domain: 'economic',
          nature: 'intended',
          assumption: 'D’autres entreprises lisent l’attestation',
        },
        {
          activity: 'Collecte et tri',
          effect: '410 tonnes de textiles gardées en usage par an (chiffre illustratif), moins de déchets',
          forWhom: 'Habitants, communes',
          domain: 'environmental',
          nature: 'intended',
          assumption: 'Ce qui est vendu remplace en partie du neuf',
        },
        {
          activity: 'Deux magasins dans des quartiers à bas revenus',
          effect: 'Vêtements abordables et passage dans la rue',
          forWhom: 'Habitants, commerces voisins',
          domain: 'territorial',
          nature: 'intended',
          assumption: 'Les prix restent bas',
        },
        {
          activity: 'Pointes de saison en magasin',
          effect: 'Temps d’encadrement raccourci',
          forWhom: 'Personnes en parcours',
          domain: 'social',
          nature: 'unwanted',
        },
      ],
      otherCauses:
        'Le suivi du CPAS, la famille, une formation suivie ailleurs, un marché de l’emploi meilleur en 2017.',
      priorities:
        '1. Confiance et demande d’aide, parce que tout le monde y croit sans l’avoir regardé. 2. Prise de parole, parce que les avis divergent. 3. Ce qui tient après la sortie, parce que personne ne le sait.',
      unsure: 'Le lien entre l’attestation et l’embauche : un encadrant n’y croit pas et souhaite que ce soit écrit.',
    },
    '1.7': {
      candidates: [
        {
          text: 'Quel est notre retour pour l’État ?',
          checks: ['oneQuestion'],
          whyNot: 'Elle ramène tout à de l’argent et ne dit rien de nos pratiques.',
        },
        {
          text: 'Nos travailleurs sont-ils satisfaits ?',
          checks: ['oneQuestion', 'feasible', 'negativePossible'],
          whyNot: 'Trop étroite : on peut être satisfait sans que rien ne change, ou changer sans être satisfait.',
        },
        {
          text: 'Dans quelle mesure, et grâce à quelles pratiques d’encadrement, notre parcours renforce-t-il la confiance, les compétences et la capacité à se projeter des personnes en insertion, jusqu’à six mois après leur sortie ?',
          checks: ['oneQuestion', 'concrete', 'open', 'useful', 'feasible', 'negativePossible', 'recognised'],
        },
      ],
      chosen:
        'Dans quelle mesure, et grâce à quelles pratiques d’encadrement, notre parcours renforce-t-il la confiance, les compétences et la capacité à se projeter des personnes en insertion, jusqu’à six mois après leur sortie ?',
      question:
        'Dans quelle mesure, et grâce à quelles pratiques d’encadrement, notre parcours renforce-t-il la confiance, les compétences et la capacité à se projeter des personnes en insertion, jusqu’à six mois après leur sortie ?',
      whyChosen:
        'Le financeur public compte seulement les sorties vers l’emploi. L’équipe pense que le comment (binôme, petites équipes, droit à l’erreur) explique ce qui dure. Les personnes en parcours ont tenu à « jusqu’à six mois après » : c’est là, disent-elles, que tout se joue.',
      questionType: 'effectOnPeopleSupported',
      purposes: ['improve', 'advocate'],
      intendedUse:
        'Le conseil d’administration décidera en septembre 2018 de l’organisation de l’encadrement et du suivi après la sortie. La fédération utilisera les constats dans la discussion sur les critères d’agrément.',
      audience:
        'Les équipes d’abord, puis le conseil d’administration, le financeur public et les autres entreprises de la plateforme A.',
      scope:
        'Les 52 personnes en parcours en 2018 et les 47 sorties de janvier 2016 à mars 2018. Restent hors champ : les clients, les effets sur les déchets et les bénévoles.',
      meansDays: 22,
      domains: ['social', 'economic', 'political'],
      subQuestions: [
        { text: 'Qu’est-ce qui change dans la confiance et la demande d’aide, et grâce à quelles pratiques ?' },
        { text: 'Quelles compétences les personnes se reconnaissent-elles, au travail et dans les réunions ?' },
        { text: 'Comment les personnes voient-elles leur prochaine étape ?' },
        { text: 'Que reste-t-il six mois après la sortie, et pour qui ne reste-t-il rien ?' },
      ],
      consulted:
        'Trois personnes en parcours (ont ajouté le délai de six mois), deux anciens travailleurs, le Forem et le CPAS (ont demandé que les sorties inconnues soient comptées à part).',
    },
    '1.8': {
      methods: ['survey', 'lifeStory', 'focusGroup', 'indicatorRegister'],
      whyMethods:
        'L’enquête donne la parole à tous, en langage simple et avec une aide à la lecture. Les récits de vie disent ce qui tient après la sortie et ce qui l’explique. Le groupe de discussion avec les encadrants croise ces regards. Le registre donne les sorties, sans rien redemander.',
      existingData:
        'Registre des sorties de janvier 2016 à mars 2018, pour que six mois se soient écoulés. Présences et comptes rendus des réunions d’équipe.',
      setAside:
        'Groupe témoin : nous ne savons pas à qui comparer honnêtement. Observation en atelier : les équipes l’auraient vécue comme un contrôle.',
      effortDays: 21,
      helpNeeded:
        'Une personne formée au récit de vie, extérieure à Textura. Une relecture du questionnaire par les chercheurs.',
    },
    '2.1': {
      grid: [
        {
          subQuestion: 'Confiance et aide',
          criterion: 'Je demande de l’aide avant d’être bloqué',
          signs: 'Réponses à l’enquête ; ce que disent les récits du premier mois ; ce que voient les encadrants',
          source: 'Personnes en parcours, anciens, encadrants',
        },
        {
          subQuestion: 'Confiance et aide',
          criterion: 'Quand je me trompe, je peux réessayer',
          signs: 'Accord à l’enquête ; exemples racontés',
          source: 'Personnes en parcours, encadrants',
        },
        {
          subQuestion: 'Compétences',
          criterion: 'Je parle en réunion et on tient compte de ce que je dis',
          signs: 'Se sentir capable de parler ; changements proposés et leur suite',
          source: 'Personnes en parcours, comptes rendus',
        },
        {
          subQuestion: 'Prochaine étape',
          criterion: 'Je vois clairement ma prochaine étape, quelle qu’elle soit',
          signs: 'Clarté de 0 à 10 ; projets classés, aussi hors emploi',
          source: 'Personnes en parcours',
        },
        {
          subQuestion: 'Après la sortie',
          criterion: 'Six mois après, quelque chose tient : un travail, une formation, une santé, un logement',
          signs: 'Registre des sorties ; récits de vie',
          source: 'Anciens travailleurs, registre',
        },
      ],
      wordsDefined:
        'Confiance : oser essayer et oser demander. Se projeter : savoir quelle est la prochaine étape, même petite. Sortie sans solution : ni travail de plus d’un mois, ni formation, ni soin engagé.',
      disagreements:
        'Le Forem attend un travail de plus d’un mois. Les personnes en parcours comptent aussi la santé, le logement et la langue. Nous gardons les deux côte à côte.',
    },
    '2.3': {
      indicators: [
        {
          name: "IA1 Confiance à l'arrivée et aujourd'hui",
          criterion: 'Confiance et aide',
          kind: 'figures',
          definition: 'Moyenne des deux notes de 0 à 10 données le même jour (question A3)',
          unit: 'points sur 10',
          source: 'Enquête',
          frequency: 'Mai 2018',
          responsible: 'Responsable de la formation',
        },
        {
          name: "IA2 Droit à l'erreur",
          criterion: 'Je peux réessayer',
          kind: 'figures',
          definition: 'Part des réponses 4 et 5 à la question A4',
          unit: '%',
          source: 'Enquête',
          frequency: 'Mai 2018',
          responsible: 'Responsable de la formation',
        },
        {
          name: 'IA3 Situation après la sortie',
          criterion: 'Quelque chose tient',
          kind: 'figures',
          definition:
            'Travail de plus d’un mois, formation, sans solution, situation inconnue : quatre parts qui font cent',
          unit: 'personnes et %',
          source: 'Registre des sorties',
          frequency: 'Chaque trimestre',
          responsible: 'Assistant social',
        },
        {
          name: 'IA4 Changements proposés',
          criterion: 'On tient compte de ce que je dis',
          kind: 'figures',
          definition: 'Personnes ayant déjà proposé un changement (A7), dont propositions suivies',
          unit: 'personnes et %',
          source: 'Enquête',
          frequency: 'Mai 2018',
          responsible: 'Responsable de la formation',
        },
        {
          name: 'IA5 Parler en réunion',
          criterion: 'Je parle en réunion',
          kind: 'figures',
          definition: 'Part des réponses 4 et 5 à « parler en réunion » (A5)',
          unit: '%',
          source: 'Enquête',
          frequency: 'Mai 2018',
          responsible: 'Responsable de la formation',
        },
        {
          name: 'IA6 Prochaine étape claire',
          criterion: 'Je vois ma prochaine étape',
          kind: 'figures',
          definition: 'Part des notes de 7 à 10 à la question A9',
          unit: '%',
          source: 'Enquête',
          frequency: 'Mai 2018',
          responsible: 'Responsable de la formation',
        },
        {
          name: 'Moments qui ont compté',
          criterion: 'Confiance, compétences, après',
          kind: 'words',
          definition:
            'Moments racontés dans les récits et dans la question A10, avec la pratique à laquelle la personne les relie',
          unit: 'extraits',
          source: 'Récits de vie, enquête',
          frequency: 'Avril à juin 2018',
          responsible: 'Personne extérieure',
        },
      ],
      baseline:
        'Rien n’avait été noté sur la confiance à l’arrivée. La situation de départ est reconstruite de mémoire, le même jour que la note d’aujourd’hui : nous l’écrivons dans les limites.',
      crosswalk: [
        {
          own: 'IA3 Situation après la sortie',
          theirs: 'Taux de sorties vers l’emploi, rapport annuel d’agrément',
          gap: 'Le rapport ne distingue pas « sans solution » et « inconnue »',
        },
        {
          own: 'IA5 Parler en réunion',
          theirs: 'Participation des travailleurs, rapport annuel',
          gap: 'Le rapport compte les réunions, nous demandons ce que les personnes y font',
        },
      ],
    },
    '2.4': {
      collections: [
        {
          method: 'survey',
          group: 'Personnes en parcours',
          howMany: 'Toutes : 52',
          howChosen: 'Tout le monde',
          when: 'Mai 2018, tablette ou papier, aide à la lecture',
          who: 'Étudiante en stage, sans lien avec les équipes',
        },
        {
          method: 'lifeStory',
          group: 'Anciens travailleurs',
          howMany: '8',
          howChosen: 'Quatre sorties avec solution, quatre sans, hommes et femmes',
          when: 'Avril à juin 2018, au lieu choisi par la personne',
          who: 'Personne extérieure formée',
        },
        {
          method: 'focusGroup',
          group: 'Encadrants',
          howMany: '7 sur 9',
          howChosen: 'Un par équipe',
          when: '7 juin 2018, deux heures',
          who: 'Accompagnatrice de la fédération',
        },
        {
          method: 'indicatorRegister',
          group: 'Sorties de janvier 2016 à mars 2018',
          howMany: '47',
          howChosen: 'Toutes',
          when: 'Juin 2018',
          who: 'Assistant social',
        },
      ],
      languages: ['fr', 'plain'],
      consentText:
        'J’accepte que mes réponses soient utilisées, sans mon nom, pour améliorer le parcours. Je peux passer une question. Je peux arrêter à tout moment et demander que mes réponses soient effacées. Dire non ne change rien à mon contrat.',
      anonymity:
        'L’enquête n’a ni nom ni numéro. Aucun résultat n’est montré pour moins de 5 personnes. Les récits sont relus par la personne, qui retire ce qu’elle veut. Un extrait n’est cité qu’avec un accord à part.',
      sensitive:
        'Un récit peut réveiller une blessure : la personne qui écoute connaît deux services à proposer et rappelle trois jours plus tard.',
      retention: 'Enregistrements effacés en décembre 2018, réponses gardées cinq ans',
      processing:
        'Finalité : améliorer le parcours. Base : consentement. Accès : responsable de la formation, personne extérieure. Lieu : serveur de Textura, dossier à accès restreint.',
    },
    '2.5': {
      tools: [
        {
          name: 'Questionnaire « Mon parcours »',
          method: 'survey',
          criteria: 'Tous sauf après la sortie',
          languages: ['fr', 'plain'],
          length: '10 questions, 10 minutes',
        },
        {
          name: 'Fil du récit de vie',
          method: 'lifeStory',
          criteria: 'Confiance, après la sortie',
          languages: ['fr'],
          length: 'Deux heures, cinq relances',
        },
        {
          name: 'Déroulé du groupe de discussion',
          method: 'focusGroup',
          criteria: 'Pratiques d’encadrement',
          languages: ['fr'],
          length: 'Deux heures',
        },
        {
          name: 'Grille du registre des sorties',
          method: 'indicatorRegister',
          criteria: 'Après la sortie',
          languages: ['fr'],
          length: 'Quatre colonnes',
        },
      ],
      mainQuestions:
        'A1 J’accepte que mes réponses soient utilisées, sans mon nom, pour améliorer le parcours.\nA2 Depuis combien de temps travaillez-vous ou vous formez-vous ici ? (moins de 3 mois / 3 à 6 / 7 à 12 / plus de 12)\nA3 Ma confiance en moi : à mon arrivée… / aujourd’hui… (0 à 10)\nA4 Quand je me trompe, on m’aide à comprendre et je peux réessayer. (1 à 5)\nA5 Aujourd’hui, je me sens capable de : arriver à l’heure, demander de l’aide, parler en réunion, expliquer une tâche à un collègue, utiliser la caisse. (1 à 5)\nA6 Qu’est-ce qui vous aide le plus ? (trois réponses au plus : travailler en binôme / la réunion d’équipe / mon encadrant / le suivi social / la formation / les collègues / autre)\nA7 Avez-vous déjà proposé un changement au travail ? Si oui, lequel et qu’est-il devenu ?\nA8 Classez vos projets pour l’après : un emploi / une formation / améliorer ma santé / mon logement / apprendre la langue\nA9 À quel point voyez-vous clairement votre prochaine étape ? (0 pas du tout, 10 très clairement)\nA10 Racontez un moment ici qui a changé quelque chose pour vous (en bien ou en moins bien).',
      opening:
        'Bonjour. Nous voulons savoir ce que le parcours change pour vous, et ce qui aide. Il n’y a ni bonne ni mauvaise réponse. Cela prend dix minutes.',
      readBy: 'L’accompagnatrice, deux chercheurs, une personne en parcours du groupe',
      removed: 'Deux questions sur la situation familiale : nous n’en aurions rien fait.',
    },
    '2.6': {
      trials: [
        {
          tool: 'Questionnaire « Mon parcours »',
          withWhom: 'Quatre personnes en parcours, deux au tri et deux en magasin',
          minutes: '9 à 17',
          seen: 'Le classement A8 était trop long : huit projets. La phrase sur l’erreur n’était pas comprise.',
        },
        {
          tool: 'Fil du récit de vie',
          withWhom: 'Un ancien travailleur',
          minutes: '150',
          seen: 'Deux heures ne suffisent pas. Une pause et un second rendez-vous sont nécessaires.',
        },
      ],
      changes: 'A8 ramené à cinq projets. A4 récrit avec « je peux réessayer ». Les récits se font en deux fois.',
      frozenOn: '2018-04-27',
    },
    '2.7': {
      log: [
        {
          method: 'survey',
          group: 'Personnes en parcours',
          subQuestion: 'Confiance, compétences, prochaine étape',
          period: 'Du 7 au 25 mai 2018',
          counts: '52 invitées, 41 réponses',
          remark: '11 personnes absentes ces semaines-là',
        },
        {
          method: 'lifeStory',
          group: 'Anciens travailleurs',
          subQuestion: 'Confiance, après la sortie',
          period: 'Du 3 avril au 15 juin 2018',
          counts: '14 contactés, 8 récits',
          remark: 'Six numéros ne répondaient plus',
        },
        {
          method: 'focusGroup',
          group: 'Encadrants',
          subQuestion: 'Pratiques d’encadrement',
          period: '7 juin 2018',
          counts: '7 présents sur 9',
          remark: 'Deux en congé',
        },
        {
          method: 'indicatorRegister',
          group: 'Sorties de janvier 2016 à mars 2018',
          subQuestion: 'Après la sortie',
          period: 'Juin 2018',
          counts: '47 sorties, 39 situations connues',
          remark: '8 situations inconnues',
        },
      ],
      consent: 'allRecorded',
      consentPlace: 'Armoire fermée de l’assistant social, à qui s’adresser pour se retirer',
      quotes:
        '« Avec Samira à côté, j’ai osé dire que je ne savais pas. » (prénom changé, accord de publication donné)\n« Les trois premiers mois dehors, c’était un trou. » (accord donné)\n« En réunion, j’attends que les anciens aient parlé. » (accord donné pour l’interne seulement)',
      events: 'Les soldes ont retardé les réponses du magasin de la Ville-Basse d’une semaine.',
    },
    '2.8': {
      perGroup: [
        { group: 'Personnes en parcours', total: '52', invited: '52', answered: '41', remark: '79 %' },
        { group: 'Anciens travailleurs', total: '47', invited: '14', answered: '8', remark: 'Récits de vie' },
        { group: 'Encadrants', total: '9', invited: '9', answered: '7', remark: 'Groupe de discussion' },
        { group: 'Sorties au registre', total: '47', invited: '47', answered: '39', remark: '8 situations inconnues' },
      ],
      gaps: '11 personnes absentes pendant l’enquête. 8 sorties dont nous ignorons la suite. Les personnes sorties avant 2016 et celles arrêtées pendant l’essai ne sont pas entendues. Pas de groupe de comparaison.',
      whoAnswered:
        'Les absents sont plus souvent arrivés depuis moins de trois mois : les nouveaux sont un peu moins entendus.',
      reminders: 'Deux rappels en réunion d’équipe (14 et 21 mai), version papier en magasin.',
      missingData: 'Une personne n’a pas noté sa confiance à l’arrivée : IA1 porte sur 40 réponses.',
    },
    '3.1': {
      corrections:
        '41 questionnaires gardés, aucun écarté. A3 : une note d’arrivée manquante, laissée vide. A8 : trois classements incomplets, comptés pour les projets classés seulement. Registre : 8 situations inconnues, comptées à part.',
      anonymised:
        'Prénoms changés dans les récits, noms de rue et d’employeur retirés, âges arrondis à dix ans. La liste des numéros a été détruite le 2 juillet 2018.',
      codes: [
        {
          code: 'binome',
          meaning: 'La personne relie un changement au travail à deux',
          example: '« Avec Samira à côté, j’ai osé dire que je ne savais pas. »',
        },
        {
          code: 'erreur',
          meaning: 'Une erreur reprise sans reproche',
          example: '« On a recompté la caisse ensemble, et voilà. »',
        },
        {
          code: 'parole',
          meaning: 'Prendre ou ne pas prendre la parole dans l’équipe',
          example: '« En réunion, j’attends que les anciens aient parlé. »',
        },
        {
          code: 'trou',
          meaning: 'Le vide des premiers mois après la sortie',
          example: '« Les trois premiers mois dehors, c’était un trou. »',
        },
        {
          code: 'hors-emploi',
          meaning: 'Santé, logement, langue',
          example: '« Maintenant je lis le courrier de la commune. »',
        },
      ],
      place: 'Serveur de Textura, dossier « évaluation », responsable de la formation et personne extérieure',
      frozenOn: '2018-06-29',
    },
    '3.2': {
      observations: [
        {
          subQuestion: 'Confiance et aide',
          observation:
            'La note moyenne de confiance passe de 4,6 à l’arrivée à 7,1 aujourd’hui, soit 2,5 points de plus.',
          source: 'A3, n = 40',
        },
        {
          subQuestion: 'Confiance et aide',
          observation: 'Le travail en binôme est cité parmi ce qui aide le plus par 27 personnes sur 41 (66 %).',
          source: 'A6, n = 41',
        },
        {
          subQuestion: 'Confiance et aide',
          observation: '33 personnes sur 41 (80 %) disent pouvoir réessayer après une erreur.',
          source: 'A4, n = 41',
        },
        {
          subQuestion: 'Confiance et aide',
          observation: 'Six récits sur huit datent le retour de la confiance du temps passé en binôme.',
          source: 'Récits de vie, n = 8',
        },
        {
          subQuestion: 'Compétences',
          observation: '22 personnes sur 41 (54 %) se sentent capables de parler en réunion.',
          source: 'A5, n = 41',
        },
        {
          subQuestion: 'Compétences',
          observation:
            '17 personnes sur 41 (41 %) ont déjà proposé un changement, et 9 de ces propositions ont été suivies.',
          source: 'A7, n = 41',
        },
        {
          subQuestion: 'Prochaine étape',
          observation: '21 personnes sur 41 (51 %) voient clairement leur prochaine étape (7 à 10).',
          source: 'A9, n = 41',
        },
        {
          subQuestion: 'Après la sortie',
          observation:
            'Sur 47 sorties : 19 vers un travail de plus d’un mois (40 %), 9 vers une formation (19 %), 11 sans solution (23 %), 8 inconnues (17 %).',
          source: 'Registre, n = 47',
        },
        {
          subQuestion: 'Après la sortie',
          observation: 'Cinq récits sur huit décrivent un vide entre le premier et le troisième mois après la sortie.',
          source: 'Récits de vie, n = 8',
        },
      ],
      differences:
        'Les personnes présentes depuis moins de six mois se sentent moins souvent capables de parler en réunion (A5 croisé avec A2). Les encadrants ajoutent que les femmes y parlent moins.',
      changeOverTime: 'La confiance monte pour la plupart. Le point de départ est donné de mémoire.',
      themes:
        'Le binôme (6 récits), l’erreur reprise à deux (4 récits et le groupe de discussion), le vide après la sortie (5 récits), la santé et le logement (5 récits).',
      context:
        'Les taux de chômage et de faible diplôme de l’arrondissement de Charleroi sont à lire à côté de ceux du Hainaut et de la Wallonie dès leur import.',
      against:
        'Trois personnes disent que le binôme les a freinées : leur partenaire faisait à leur place. Et la formation formelle est citée bien moins souvent que nous le pensions.',
    },
    '3.3': {
      heldOn: '2018-09-13',
      participants:
        'Trois personnes en parcours, deux encadrants, une administratrice, un ancien travailleur, l’accompagnatrice. Absents : le Forem et le CPAS, vus ensuite.',
      seen: 'Le binôme compte. Le droit à l’erreur est réel dans presque toutes les équipes. Après la sortie, personne n’est chargé de reprendre contact.',
      surprises:
        'La direction pensait que l’attestation aidait davantage. Les encadrants ne savaient pas que les nouveaux se taisaient autant.',
      otherExplanations:
        'Les personnes restées sont peut-être celles pour qui le parcours convient. Le suivi social et le marché de l’emploi de 2017 jouent aussi. On se souvient parfois plus bas qu’on ne l’était.',
      missing: 'Ce que vivent les 8 personnes dont nous ne savons rien, et les 11 absentes.',
      disagreements:
        'Un encadrant estime que deux personnes au poste coûtent trop en saison. L’administratrice et les personnes en parcours ne sont pas d’accord.',
    },
    '3.4': {
      findings: [
        {
          statement: 'La confiance augmente pour la plupart des personnes, et elles la relient au travail en binôme.',
          subQuestion: 'Confiance et aide',
          evidence:
            'IA1 : 4,6 à 7,1 (n = 40). A6 : binôme cité par 27 personnes sur 41 (66 %). Six récits sur huit, six extraits.',
          limitation: 'Le point de départ est donné de mémoire et il n’y a pas de groupe de comparaison.',
          confidence: 'high',
          direction: 'positive',
        },
        {
          statement: 'Avoir le droit de se tromper compte davantage que les fiches de formation.',
          subQuestion: 'Confiance et aide',
          evidence: 'IA2 : 33 sur 41 (80 %). Groupe de discussion de 7 encadrants.',
          limitation: 'L’enquête ne compare pas directement les deux ; ce sont les encadrants qui font ce lien.',
          confidence: 'medium',
          direction: 'positive',
        },
        {
          statement:
            'La parole dans la réunion d’équipe est inégale : les personnes arrivées depuis moins de six mois parlent moins, et les encadrants le disent aussi des femmes.',
          subQuestion: 'Compétences',
          evidence: 'A5 croisé avec A2, IA5 : 22 sur 41 (54 %). Groupe de discussion.',
          limitation: 'L’enquête ne demande pas le genre : ce point vient des encadrants seuls.',
          confidence: 'medium',
          direction: 'negative',
        },
        {
          statement:
            'Après la sortie, les personnes sans solution décrivent un vide du premier au troisième mois. Aucun contact n’est organisé.',
          subQuestion: 'Après la sortie',
          evidence: 'Cinq récits sur huit. IA3 : 11 sorties sans solution sur 47 (23 %), 8 inconnues (17 %).',
          limitation: 'Les huit situations inconnues peuvent changer ces parts dans un sens ou dans l’autre.',
          confidence: 'high',
          direction: 'negative',
        },
        {
          statement:
            'Ne compter que les sorties laisse de côté des gains de santé, de logement et de langue que les personnes mettent en tête de leurs projets.',
          subQuestion: 'Prochaine étape',
          evidence: 'Classements A8. Cinq récits. IA6 : 21 sur 41 (51 %) voient leur prochaine étape.',
          limitation: 'Un projet classé en tête est un souhait, pas encore un changement.',
          confidence: 'medium',
          direction: 'mixed',
        },
      ],
      practices:
        'Le binôme, l’équipe de sept et l’erreur reprise à deux vont ensemble : quand la saison étire les équipes, les trois faiblissent.',
      unanswered:
        'Si la confiance tient au-delà de six mois, et ce que deviennent les personnes que nous avons perdues de vue.',
      readBy:
        'Groupe de co-construction, 13 septembre 2018. Le constat sur les femmes a été précisé : il dit désormais de qui il vient.',
    },
    '3.5': {
      answers: [
        { subQuestion: 'Confiance et aide', answer: 'Oui, nettement, grâce au binôme et au droit à l’erreur.' },
        {
          subQuestion: 'Compétences',
          answer: 'En partie : les gestes du métier oui, la parole en groupe pas encore pour les nouveaux.',
        },
        { subQuestion: 'Prochaine étape', answer: 'Pour une personne sur deux.' },
        { subQuestion: 'Après la sortie', answer: 'Peu : rien n’est organisé pour tenir les premiers mois.' },
      ],
      overallAnswer:
        'Le parcours renforce la confiance et la demande d’aide, et ce sont le binôme et le droit à l’erreur qui y contribuent le plus. Il aide en partie à se projeter : une personne sur deux voit sa prochaine étape. Après la sortie, son effet faiblit, surtout pour celles qui partent sans solution, parce que plus personne ne les appelle.',
      actions: [
        {
          action: 'Appeler chaque personne trois mois après sa sortie',
          becauseOf: 'Constat 4',
          owner: 'Assistant social',
          dueOn: '2019-01-31',
        },
        {
          action: 'Faire tourner l’animation de la réunion d’équipe',
          becauseOf: 'Constat 3',
          owner: 'Encadrants',
          dueOn: '2018-12-03',
        },
        {
          action: 'Règle de saison : on ne réduit pas le temps d’encadrement',
          becauseOf: 'Constats 1 et 2',
          owner: 'Directrice',
          dueOn: '2019-03-01',
        },
      ],
      strategy: 'Le budget 2019 prévoit un demi-jour par semaine pour le suivi après la sortie.',
      notNow: 'Allonger le parcours : l’agrément ne le permet pas. Nous l’avons dit aux équipes.',
    },
    '3.6': {
      plan: [
        {
          audience: 'Équipes',
          message: 'Ce que vous faites à deux change des vies ; la réunion doit devenir la vôtre.',
          product: 'meeting',
          language: 'fr',
          dueOn: '2018-10-08',
          owner: 'Responsable de la formation',
        },
        {
          audience: 'Équipes',
          message: 'Un mur dessiné avec les moments qui ont compté.',
          product: 'poster',
          language: 'fr',
          dueOn: '2018-10-22',
          owner: 'Atelier et illustratrice',
        },
        {
          audience: 'Financeur public',
          message: 'Compter les sorties ne suffit pas : voici ce qui se passe avant, et ce qui manque après.',
          product: 'sheet',
          language: 'fr',
          dueOn: '2018-11-05',
          owner: 'Directrice',
        },
        {
          audience: 'Public',
          message: 'Ce que le binôme change.',
          product: 'webPage',
          language: 'fr, nl',
          dueOn: '2018-11-19',
          owner: 'Administratrice',
        },
        {
          audience: 'Plateforme A',
          message: 'Une fiche de pratique : le binôme.',
          product: 'sheet',
          language: 'fr, nl',
          dueOn: '2018-11-19',
          owner: 'Accompagnatrice',
        },
      ],
      practicesShown:
        'Le binôme de six semaines, avec ses conditions : équipe de sept, et un mot clair à l’ancien pour qu’il ne fasse pas à la place de l’autre.',
      difficultFinding: 'Le vide après la sortie, montré à côté de l’appel à trois mois.',
      consentCheck:
        'Deux extraits autorisés pour tous les publics, un pour l’interne seulement : il n’est dans aucun document publié. Pas d’image de personnes.',
      keptInside: 'Les résultats par équipe, promis aux encadrants.',
    },
    '3.7': {
      products: [
        {
          title: 'Causerie de vingt minutes et fresque',
          audience: 'Équipes',
          findings: '1 à 5',
          place: 'Salle de pause du tri, les deux magasins',
          publishedOn: '2018-10-22',
        },
        {
          title: 'Fiche de trois pages pour le financeur, avec la correspondance à la grille de la convention',
          audience: 'Financeur public',
          findings: '1 à 5',
          place: 'Envoyée avec le rapport annuel',
          publishedOn: '2018-11-05',
        },
        {
          title: 'Ce que le binôme change',
          audience: 'Public',
          findings: '1, 2 et 4',
          place: 'https://textura.example/binome',
          publishedOn: '2018-11-19',
        },
        {
          title: 'Fiche de pratique : le binôme',
          audience: 'Plateforme A',
          findings: '1, 2 et 3',
          place: 'Espace de la plateforme A',
          publishedOn: '2018-11-19',
        },
      ],
      readThrough: ['numbers', 'limits', 'consent', 'plainWords', 'support'],
      readerFeedback:
        'Deux lecteurs pensaient que 40 % était un mauvais chiffre. Nous avons ajouté le point de départ et les sorties inconnues.',
    },
    '3.8': {
      moments: [
        {
          date: '2018-10-08',
          group: 'Les sept équipes',
          form: 'Causerie de vingt minutes pendant les heures de travail',
        },
        { date: '2018-10-18', group: 'Anciens travailleurs qui ont raconté', form: 'Café et relecture des extraits' },
        { date: '2018-11-15', group: 'Forem, CPAS et service social', form: 'Réunion de deux heures' },
      ],
      told: 'Le binôme aide. Se tromper est permis. Les nouveaux parlent peu. Après la sortie, nous vous laissions seuls. Nous vous appellerons.',
      cannotDo: 'Garder les personnes plus longtemps : l’agrément fixe la durée.',
      reactions: 'Un ancien propose d’appeler lui-même. L’idée est à l’étude.',
    },
    '3.9': {
      useful: 'Les récits de vie, et le fait que des personnes en parcours aient décidé des critères.',
      difficult:
        'La durée : vingt mois au lieu de dix-huit au plus. La collecte a attendu la fin des soldes, puis l’été.',
      learningNotes: [
        {
          about: '2.7 Récits de vie',
          note: 'Un récit de vie demande une personne formée à l’écoute, et deux heures ne suffisent pas. Prévoir deux rendez-vous.',
        },
        { about: '2.3 Indicateurs', note: 'Comment dire une évolution quand rien n’a été noté à l’arrivée ?' },
      ],
      daysSpent: 34,
      habits:
        'La note de confiance est demandée à l’arrivée depuis octobre 2018. Le registre distingue « sans solution » et « inconnue ».',
      nextDate: '2019-06-13',
      sharedOnPlatform: 'La question, les cinq constats, la fiche « binôme » et le questionnaire.',
    },
  },
  comments: [
    {
      step: '1.3',
      by: 'coach',
      text: 'Vous écrivez « équipes de sept au plus ». Est-ce vrai aussi en magasin, les semaines de soldes ?',
      on: '2017-05-02',
    },
    {
      step: '1.3',
      by: 'manager',
      text: 'Non, et c’est bien le problème. Nous l’ajoutons comme effet non voulu dans la carte des impacts.',
      on: '2017-05-04',
    },
    {
      step: '1.7',
      by: 'coach',
      text: 'La première version demandait de prouver que le parcours marche. Celle-ci laisse la place à une réponse négative : gardez-la.',
      on: '2017-06-23',
    },
    {
      step: '2.4',
      by: 'contributor',
      text: 'Faut-il le nom de l’équipe dans le questionnaire ? Avec sept personnes, on devine vite qui répond.',
      on: '2018-03-12',
    },
    {
      step: '2.4',
      by: 'coach',
      text: 'Non. Tri ou magasin suffit, et rien n’est montré sous cinq réponses.',
      on: '2018-03-13',
    },
    {
      step: '3.4',
      by: 'coach',
      text: 'Le constat sur les femmes vient des encadrants seuls. Dites-le dans la phrase.',
      on: '2018-09-07',
    },
  ],
  sessions: [
    {
      heldOn: '2017-03-06',
      minutes: 120,
      notes: 'Premier entretien. L’équipe craint un contrôle ; la charte de partage rassure.',
      nextActions: 'Textura choisit ses deux porteurs. La fédération envoie la charte.',
    },
    {
      heldOn: '2017-06-22',
      minutes: 150,
      notes: 'Choix de la question avec le groupe. Les personnes en parcours ajoutent le délai de six mois.',
      nextActions: 'Mise au propre de la question, avis du Forem et du CPAS.',
    },
    {
      heldOn: '2017-09-21',
      minutes: 90,
      notes: 'Choix des méthodes avec le groupe. Pas d’observation en atelier.',
      nextActions: 'Chercher une personne formée au récit de vie.',
    },
    {
      heldOn: '2018-04-26',
      minutes: 90,
      notes: 'Essai du questionnaire : A8 raccourci, A4 récrit. La collecte attend la fin de l’inventaire.',
      nextActions: 'Figer le questionnaire, lancer le 7 mai.',
    },
    {
      heldOn: '2018-09-13',
      minutes: 180,
      notes: 'Lecture croisée des résultats. Les encadrants découvrent le silence des nouveaux.',
      nextActions: 'Constats à récrire, actions à chiffrer.',
    },
    {
      heldOn: '2018-11-28',
      minutes: 90,
      notes: 'Clôture et retour sur la démarche. Vingt mois : plus long que prévu.',
      nextActions: 'Regard sur les actions le 13 juin 2019.',
    },
  ],
  gates: [
    {
      gate: 'G1',
      outcome: 'passWithRemarks',
      on: '2017-10-05',
      remarks: 'Question claire. À surveiller : quatre sous-questions pour 22 jours.',
    },
    {
      gate: 'G2',
      outcome: 'pass',
      on: '2018-06-28',
      remarks: 'Assez de données pour chaque sous-question. Huit sorties inconnues, écrites dans les limites.',
    },
    {
      gate: 'G3',
      outcome: 'close',
      on: '2018-11-28',
      remarks: 'Constats lus par le groupe, restitution faite, fiche « binôme » partagée.',
    },
  ],
}
