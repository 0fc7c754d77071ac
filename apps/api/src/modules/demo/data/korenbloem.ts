import type { WorkedEnterpriseData } from '../demo-data.ts'

/** Platform C: a food co-operative on the light route, closed, with Dutch as the language it works in. */
export const korenbloem: WorkedEnterpriseData = {
  code: 'korenbloem',
  name: 'De Korenbloem cv',
  partner: '4werk',
  platform: 'C',
  territory: 'VL',
  seat: 'BE-34',
  legalForm: 'sc',
  identifier: '0999298750',
  nace: '47.21',
  sizeBand: '5to9',
  city: 'Kortrijk',
  website: 'https://korenbloem.example',
  route: 'light',
  methodVersion: '2018',
  startedOn: '2018-02-05',
  at: 'closed',
  quietDays: 4,
  sharing: 'crossBorder',
  question: {
    language: 'nl',
    text: 'Hoe en voor wie dragen onze eerlijke prijs en onze democratische werking (één lid, één stem) bij tot een leefbaar boereninkomen en een korte voedselketen, ook voor mensen met een laag inkomen?',
    type: 'effectOfPractice',
    purposes: ['improve', 'motivate'],
    domains: ['economic', 'political', 'social', 'environmental'],
    methods: ['survey', 'interview', 'documents', 'focusGroup'],
  },
  description: {
    fr: 'De Korenbloem est une coopérative de 18 agriculteurs et 640 consommateurs membres. Elle compose des paniers de légumes et tient un dépôt, avec 7 équivalents temps plein, dont 3 en emploi accompagné.',
    nl: 'De Korenbloem is een coöperatie van 18 boeren en 640 consumenten-leden. Ze maakt groentepakketten en houdt een depot open, met 7 voltijdse krachten, van wie 3 met ondersteuning werken.',
    en: 'De Korenbloem is a co-operative of 18 farmers and 640 consumer members. It makes vegetable boxes and runs a depot with 7 full-time equivalents, 3 of them in supported employment.',
  },
  questionTexts: {
    fr: 'Comment et pour qui notre prix équitable et notre fonctionnement démocratique (un membre, une voix) contribuent-ils à un revenu agricole viable et à un circuit alimentaire court, y compris pour les personnes à bas revenus ?',
    nl: 'Hoe en voor wie dragen onze eerlijke prijs en onze democratische werking (één lid, één stem) bij tot een leefbaar boereninkomen en een korte voedselketen, ook voor mensen met een laag inkomen?',
    en: 'How and for whom do our fair price and democratic working (one member, one vote) contribute to a liveable farm income and a short food chain, including for people on low incomes?',
  },
  steps: {
    '1.0': {
      motives:
        'De algemene vergadering moet beslissen over een solidaire prijs vanaf 2019. Het bestuur wil dat de leden dan weten wat de eerlijke prijs nu doet, en voor wie.',
      days: 14,
      budget: 'Geen',
      languages: ['nl', 'plain'],
      roles: [
        { who: 'Coördinator', role: 'Trekt het traject', time: '1 dag per maand' },
        { who: 'Bestuurslid, boerin', role: 'Neemt over als het nodig is', time: '1 halve dag per maand' },
        { who: 'Begeleider van 4werk', role: 'Begeleidt en leest mee', time: '6 sessies' },
      ],
      sharing:
        'De begeleider leest alles behalve de gesprekken met boeren. Onderzoekers krijgen antwoorden zonder naam. Platform C krijgt de vraag, de bevindingen en de praktijkfiche.',
      targetDate: '2019-02-28',
    },
    '1.1': {
      before: 'some',
      motives: ['essence', 'strategy', 'team'],
      firstMotive:
        'Terugkeren naar de kern: een eerlijke prijs, voor wie? De boeren willen weten of hun inkomen steviger staat, de leden of hun stem telt.',
      impactInOurWords: 'Wat er anders is voor boeren, leden en buren, omdat we samen kopen en samen beslissen.',
      worries:
        'Dat cijfers over inkomens van boeren op straat komen: we tonen alleen aandelen, nooit bedragen. Dat alleen de trouwe leden antwoorden: we zoeken ook wie gestopt is.',
      principles: 'Steunen op wat er is: de boekhouding en de verslagen van de vergadering gebruiken we eerst.',
      after: 'ready',
    },
    '1.3': {
      mission:
        'Boeren een prijs geven waarmee ze kunnen plannen, en leden voedsel van dichtbij. Zonder ons zouden vijf van de 18 bedrijven weer alles aan de veiling verkopen.',
      values:
        'Eén lid, één stem: ook wie duizend euro inbracht, heeft één stem. Openheid: de prijs van een pakket staat uitgesplitst op de website.',
      history:
        '2011: zes boeren en tachtig gezinnen. 2014: een leegstaande schuur wordt depot. 2016: eerste drie mensen met ondersteund werk.',
      publics:
        '18 boeren, 640 leden, 40 vrijwilligers in het depot. Weinig leden met een laag inkomen, al werken we samen met het OCMW.',
      activities:
        'Wekelijkse groentepakketten (ongeveer 380 per week). Depot op vrijdag en zaterdag. Plukdagen. Twee algemene vergaderingen per jaar.',
      practices: [
        {
          practice: 'Prijs afgesproken met de boeren',
          how: 'In januari ligt de prijs per teelt vast, samen met de boeren.',
          believedEffect: 'Het inkomen wordt planbaar.',
        },
        {
          practice: 'Eén lid, één stem',
          how: 'Elke beslissing over prijs en aanbod gaat naar de algemene vergadering.',
          believedEffect: 'Leden leren mee beslissen.',
        },
        {
          practice: 'Plukdagen',
          how: 'Vier keer per jaar werken leden een halve dag op het veld.',
          believedEffect: 'Boer en lid vertrouwen elkaar.',
        },
        {
          practice: 'Ondersteund werk in het depot',
          how: 'Drie collega’s met een begeleider op de werkvloer.',
          believedEffect: 'Werk voor wie elders niet binnenraakt.',
        },
      ],
      governance:
        'Bestuur van negen: vier boeren, vier leden, één medewerker. Algemene vergadering in april en november.',
      team: '7 voltijdse krachten, van wie 3 met ondersteuning. Veertig vrijwilligers.',
      partners: '4werk, OCMW Kortrijk, stad Kortrijk, twee buurtwinkels, een coöperatieve financier.',
      resources: 'Verkoop: 92 %. Steun voor ondersteund werk: 6 %. Giften: 2 %.',
      dataHeld: [
        { what: 'Boekhouding per teelt en per boer', period: '2016 tot 2018', where: 'Coördinator' },
        { what: 'Aanwezigheid op algemene vergaderingen', period: '2013 tot 2018', where: 'Secretaris' },
        { what: 'Ledenlijst met begin en einde', period: '2011 tot 2018', where: 'Coördinator, beperkte toegang' },
      ],
      questionsInTheAir:
        'Is onze prijs eerlijk voor wie weinig heeft? Waarom stoppen leden na één jaar? Weegt een stem in een vergadering van zestig?',
    },
    '1.5': {
      stakeholders: [
        {
          group: 'Boeren',
          gives: 'Oogst, kennis',
          expects: 'Een prijs die vooraf vastligt',
          experiences: 'Het seizoen',
          concern: 'high',
          influence: 'high',
          involvement: 'decide',
        },
        {
          group: 'Leden',
          gives: 'Aankopen, stem',
          expects: 'Goed voedsel, inspraak',
          experiences: 'Het wekelijkse pakket',
          concern: 'medium',
          influence: 'high',
          involvement: 'decide',
        },
        {
          group: 'Medewerkers met ondersteuning',
          gives: 'Hun werk',
          expects: 'Een vaste plek',
          experiences: 'Het depot',
          concern: 'high',
          influence: 'low',
          involvement: 'consult',
        },
        {
          group: 'Vrijwilligers van het depot',
          gives: 'Tijd',
          expects: 'Ontmoeting',
          experiences: 'De afhaalmomenten',
          concern: 'medium',
          influence: 'medium',
          involvement: 'consult',
        },
        {
          group: 'OCMW Kortrijk',
          gives: 'Doorverwijzing',
          expects: 'Gezond voedsel dat betaalbaar is',
          experiences: 'Gezinnen die afhaken',
          concern: 'medium',
          influence: 'medium',
          involvement: 'consult',
        },
        {
          group: 'Stad en buurtwinkels',
          gives: 'Ruimte, klanten',
          expects: 'Leven in de straat',
          experiences: 'Meer passage op vrijdag',
          concern: 'low',
          influence: 'medium',
          involvement: 'inform',
        },
        {
          group: 'Mensen die gestopt zijn',
          gives: 'Een eerlijke blik',
          expects: 'Niets meer',
          experiences: 'Waarom ze weggingen',
          concern: 'low',
          influence: 'low',
          involvement: 'consult',
        },
      ],
      rarelyHeard: 'Wie gestopt is, en wie nooit lid werd omdat het niet voor hem leek.',
      differences: 'Boeren willen een vaste prijs, een deel van de leden wil een lagere.',
    },
    '1.6': {
      effects: [
        {
          activity: 'Prijs afgesproken met de boeren',
          effect: 'Het inkomen is planbaar',
          forWhom: 'Boeren',
          domain: 'economic',
          nature: 'intended',
          assumption: 'De leden kopen het hele jaar door',
        },
        {
          activity: 'Algemene vergadering',
          effect: 'Leden leren en beslissen mee',
          forWhom: 'Leden',
          domain: 'political',
          nature: 'intended',
          assumption: 'De stukken zijn leesbaar voor iedereen',
        },
        {
          activity: 'Plukdagen',
          effect: 'Vertrouwen tussen boer en lid',
          forWhom: 'Boeren en leden',
          domain: 'social',
          nature: 'intended',
        },
        {
          activity: 'Geen verpakking, minder dan 35 km',
          effect: 'Minder afval en minder vervoer',
          forWhom: 'Iedereen',
          domain: 'environmental',
          nature: 'intended',
          assumption: 'De ritten naar het depot heffen het niet op',
        },
        {
          activity: 'Leegstaande schuur als depot',
          effect: 'Leven in het dorp',
          forWhom: 'Buren',
          domain: 'territorial',
          nature: 'intended',
        },
        {
          activity: 'Uitstraling van het pakket',
          effect: 'Het lijkt iets voor wie het breed heeft',
          forWhom: 'Mensen met een laag inkomen',
          domain: 'social',
          nature: 'unwanted',
        },
      ],
      otherCauses: 'De melkprijs, andere afzet van de boeren, een zachte winter in 2017.',
      priorities:
        '1. Planbaar inkomen, want daarvoor zijn we begonnen. 2. Mee beslissen. 3. Wie er niet is, want de vergadering moet beslissen over een solidaire prijs.',
      unsure: 'De winst voor het milieu: niemand kent de ritten van de leden.',
    },
    '1.7': {
      candidates: [
        {
          text: 'Wat is onze CO₂-winst per pakket?',
          checks: ['oneQuestion', 'negativePossible'],
          whyNot:
            'Eén partner vroeg ernaar, maar onze gegevens zijn te zwak. We weten niet eens hoe leden hun pakket halen.',
        },
        {
          text: 'Hoe en voor wie dragen onze eerlijke prijs en onze democratische werking (één lid, één stem) bij tot een leefbaar boereninkomen en een korte voedselketen, ook voor mensen met een laag inkomen?',
          checks: ['oneQuestion', 'open', 'useful', 'feasible', 'negativePossible', 'recognised'],
        },
      ],
      chosen:
        'Hoe en voor wie dragen onze eerlijke prijs en onze democratische werking (één lid, één stem) bij tot een leefbaar boereninkomen en een korte voedselketen, ook voor mensen met een laag inkomen?',
      question:
        'Hoe en voor wie dragen onze eerlijke prijs en onze democratische werking (één lid, één stem) bij tot een leefbaar boereninkomen en een korte voedselketen, ook voor mensen met een laag inkomen?',
      whyChosen:
        'De leden beslissen over een solidaire prijs vanaf 2019. De eerste versie ging alleen over de boeren. Het OCMW vroeg: en voor wie weinig heeft? Dat hebben we erbij gezet.',
      questionType: 'effectOfPractice',
      purposes: ['improve', 'motivate'],
      intendedUse:
        'Een buitengewone algemene vergadering stemt in december 2018 over een prijs in drie trappen, vanaf februari 2019.',
      audience: 'De leden en de boeren, daarna de stad en de coöperatieve financier.',
      scope: '640 leden en 18 boeren, seizoenen 2016 tot 2018. Niet: de gezondheid van de leden en de bodem.',
      meansDays: 12,
      domains: ['economic', 'political', 'social', 'environmental'],
      subQuestions: [
        { text: 'Wat doet de afgesproken prijs met het inkomen van de boeren?' },
        { text: 'Wat betekent één lid, één stem voor wie stemt en voor wie niet stemt?' },
        { text: 'Wie met een laag inkomen bereiken we, en waarom anderen niet?' },
      ],
      consulted:
        'Vijf boeren, een groep van zes leden, het OCMW (voegde mensen met een laag inkomen toe) en twee leden die gestopt zijn.',
    },
    '2.1': {
      grid: [
        {
          subQuestion: 'Inkomen van de boeren',
          criterion: 'Ik kan mijn jaar plannen',
          signs: 'Wat boeren zeggen, deel van de omzet, deel van de pakketprijs',
          source: 'Boeren, boekhouding',
        },
        {
          subQuestion: 'Eén lid, één stem',
          criterion: 'Mijn stem verandert iets',
          signs: 'Stemmen of aanwezig zijn, akkoord met de zin',
          source: 'Leden, aanwezigheidslijsten',
        },
        {
          subQuestion: 'Laag inkomen',
          criterion: 'Ook wie weinig heeft, kan lid zijn',
          signs: 'Verhoogde tegemoetkoming, drempels die mensen noemen',
          source: 'Leden, mensen die bij het OCMW komen',
        },
        {
          subQuestion: 'Laag inkomen',
          criterion: 'Leden willen de kost delen',
          signs: 'Bereidheid van 0 tot 10',
          source: 'Leden',
        },
      ],
      wordsDefined:
        'Planbaar: in januari weten wat er ongeveer binnenkomt. Laag inkomen: recht op verhoogde tegemoetkoming.',
      disagreements: 'Voor het OCMW is de prijs de drempel, voor de leden de gewoonte.',
    },
    '2.2': {
      methods: ['survey', 'interview', 'documents', 'focusGroup'],
      whyMethods:
        'De enquête bereikt alle leden, ook wie nooit naar een vergadering komt. Gesprekken met boeren tonen wat een planbaar inkomen betekent. De boekhouding hebben we al. De focusgroep laat mensen aan het woord die er niet bij zijn.',
      existingData: 'Boekhouding 2016 tot 2018 en aanwezigheidslijsten. De boeren weten dat we ze hiervoor gebruiken.',
      setAside: 'Kilometers per pakket berekenen: te veel veronderstellingen.',
      effortDays: 11,
      helpNeeded: 'Iemand van buiten voor de focusgroep.',
    },
    '2.3': {
      indicators: [
        {
          name: 'IC1 Planbaar inkomen',
          criterion: 'Ik kan mijn jaar plannen',
          kind: 'figures',
          definition: 'Boeren die hun inkomen via de coöperatie planbaar noemen',
          unit: '%',
          source: 'Gesprekken',
          frequency: 'Juni tot augustus 2018',
          responsible: 'Begeleider',
        },
        {
          name: 'IC2 Deel voor de boer',
          criterion: 'Ik kan mijn jaar plannen',
          kind: 'figures',
          definition: 'Prijs betaald aan de boer, als deel van de pakketprijs',
          unit: '%',
          source: 'Boekhouding 2018',
          frequency: 'Elk jaar',
          responsible: 'Coördinator',
        },
        {
          name: 'IC3 Omzet via de coöperatie',
          criterion: 'Ik kan mijn jaar plannen',
          kind: 'figures',
          definition: 'Mediaan van het deel van de omzet dat via ons loopt',
          unit: '%',
          source: 'Gesprekken',
          frequency: 'Juni tot augustus 2018',
          responsible: 'Begeleider',
        },
        {
          name: 'IC4 Stem die telt',
          criterion: 'Mijn stem verandert iets',
          kind: 'figures',
          definition: 'Aanwezig of gestemd (C4), en akkoord 4 of 5 (C5)',
          unit: '%',
          source: 'Enquête',
          frequency: 'Juni 2018',
          responsible: 'Coördinator',
        },
        {
          name: 'IC5 Verhoogde tegemoetkoming',
          criterion: 'Ook wie weinig heeft',
          kind: 'figures',
          definition: 'Deel van de antwoorden met verhoogde tegemoetkoming (C8), naast het gebied',
          unit: '%',
          source: 'Enquête, territoriale statistiek',
          frequency: 'Juni 2018',
          responsible: 'Coördinator',
        },
        {
          name: 'IC6 Afstand tot het pakket',
          criterion: 'Ook wie weinig heeft',
          kind: 'figures',
          definition: 'Mediaan van de afstand heen en terug (C7)',
          unit: 'km',
          source: 'Enquête',
          frequency: 'Juni 2018',
          responsible: 'Coördinator',
        },
        {
          name: 'IC7 Bereid om te delen',
          criterion: 'Leden willen de kost delen',
          kind: 'figures',
          definition: 'Scores 7 tot 10 op C9',
          unit: '%',
          source: 'Enquête',
          frequency: 'Juni 2018',
          responsible: 'Coördinator',
        },
        {
          name: 'Drempels in eigen woorden',
          criterion: 'Ook wie weinig heeft',
          kind: 'words',
          definition: 'Wat mensen in de focusgroep tegenhoudt',
          unit: 'citaten',
          source: 'Focusgroep',
          frequency: 'September 2018',
          responsible: 'Begeleider',
        },
      ],
      baseline: 'Deel voor de boer in 2016: 61 %. Voor de stem van de leden is er geen vroeger cijfer.',
    },
    '2.4': {
      collections: [
        {
          method: 'survey',
          group: 'Leden',
          howMany: 'Alle 640',
          howChosen: 'Iedereen, ook wie dit jaar stopte',
          when: '28 mei tot 24 juni 2018, online en op papier in het depot',
          who: 'Coördinator',
        },
        {
          method: 'interview',
          group: 'Boeren',
          howMany: '18',
          howChosen: 'Iedereen',
          when: 'Juli en augustus 2018, op het bedrijf',
          who: 'Begeleider',
        },
        {
          method: 'documents',
          group: 'Boekhouding en aanwezigheidslijsten',
          howMany: '2016 tot 2018',
          howChosen: 'Alles',
          when: 'Augustus 2018',
          who: 'Coördinator',
        },
        {
          method: 'focusGroup',
          group: 'Mensen die bij het OCMW komen',
          howMany: '8',
          howChosen: 'Uitgenodigd door het OCMW, vrij om te weigeren',
          when: '6 september 2018, met een maaltijd',
          who: 'Iemand van buiten',
        },
      ],
      languages: ['nl', 'plain'],
      consentText:
        'Ik ga akkoord dat mijn antwoorden anoniem verwerkt worden. Ik mag een vraag overslaan en stoppen wanneer ik wil.',
      anonymity:
        'Geen namen. Niets wordt getoond voor minder dan 5 mensen. Bedragen van boeren blijven bij de begeleider.',
      sensitive:
        'Vragen over inkomen kunnen kwetsen: we vragen alleen naar de verhoogde tegemoetkoming, en “weet niet” mag.',
      retention: 'Notities van gesprekken gewist in maart 2019, antwoorden vijf jaar bewaard',
      processing: 'Doel: de werking verbeteren. Grondslag: toestemming. Toegang: coördinator en begeleider.',
    },
    '2.5': {
      tools: [
        {
          name: 'Vragenlijst “Uw coöperatie”',
          method: 'survey',
          criteria: 'Stem, laag inkomen, delen',
          languages: ['nl', 'plain'],
          length: '11 vragen, 8 minuten',
        },
        {
          name: 'Gespreksleidraad boeren',
          method: 'interview',
          criteria: 'Planbaar inkomen',
          languages: ['nl'],
          length: 'Een uur',
        },
        {
          name: 'Draaiboek focusgroep',
          method: 'focusGroup',
          criteria: 'Laag inkomen',
          languages: ['plain'],
          length: 'Anderhalf uur',
        },
      ],
      mainQuestions:
        'C1 Ik ga akkoord dat mijn antwoorden anoniem verwerkt worden.\nC2 Hoelang bent u lid? (< 1 jaar / 1–3 / > 3 / ik ben gestopt)\nC3 Waarom bent u lid? (max. 3: eerlijke prijs boer / smaak / gezondheid / milieu / mensen ontmoeten / mee beslissen / andere)\nC4 Hebt u het voorbije jaar een algemene vergadering bijgewoond of gestemd?\nC5 Ik heb het gevoel dat mijn stem iets verandert in de coöperatie. (1 tot 5)\nC6 De prijs van een pakket is voor mij: laag / juist / hoog maar aanvaardbaar / te hoog\nC7 Hoeveel km legt u af om uw pakket op te halen (heen en terug)?\nC8 Geniet u van de verhoogde tegemoetkoming (mutualiteit)? ja / nee / weet niet\nC9 Hoe bereid bent u om iets meer te betalen zodat anderen minder betalen? (0–10)\nC10 Rangschik wat eerst moet gebeuren: solidaire prijs / meer afhaalpunten / meer producten / meer inspraak / minder verpakking\nC11 Wat zou u aan een boer willen vragen of zeggen?',
      opening:
        'Dag. In het najaar stemmen we over de prijs. Eerst willen we weten wat onze werking voor u betekent, of niet betekent.',
      readBy: 'De begeleider, een lid van het OCMW, twee boeren',
      removed: 'Het gezinsinkomen en de leeftijd van de kinderen.',
    },
    '2.7': {
      log: [
        {
          method: 'survey',
          group: 'Leden',
          subQuestion: 'Stem, laag inkomen',
          period: '28 mei tot 24 juni 2018',
          counts: '640 uitgenodigd, 212 antwoorden',
          remark: '31 op papier; 9 van wie gestopt is',
        },
        {
          method: 'interview',
          group: 'Boeren',
          subQuestion: 'Inkomen van de boeren',
          period: '9 juli tot 31 augustus 2018',
          counts: '15 van de 18',
          remark: 'Drie hadden geen tijd in de oogst',
        },
        {
          method: 'documents',
          group: 'Boekhouding en aanwezigheid',
          subQuestion: 'Inkomen, stem',
          period: 'Augustus 2018',
          counts: 'Drie jaar',
        },
        {
          method: 'focusGroup',
          group: 'Mensen die bij het OCMW komen',
          subQuestion: 'Laag inkomen',
          period: '6 september 2018',
          counts: '8 aanwezig',
        },
      ],
      consent: 'allRecorded',
      consentPlace: 'Afgesloten kast in het depot; wie zich wil terugtrekken, belt de coördinator',
      quotes:
        '“Ik weet in januari wat er komt. Dat had ik bij de veiling nooit.” (boer, akkoord met publicatie)\n“Dat is toch voor mensen met een groot huis.” (focusgroep, akkoord met publicatie)\n“Ik stem niet, maar dat het kan, vind ik belangrijk.” (lid, akkoord met publicatie)',
      events: 'De droogte van juli 2018: de gesprekken met boeren gingen er vaak eerst over.',
    },
    '2.8': {
      perGroup: [
        { group: 'Leden', total: '640', invited: '640', answered: '212', remark: '33 %' },
        {
          group: 'Leden die gestopt zijn',
          total: 'niet gekend',
          invited: '-',
          answered: '9',
          remark: 'In de 212 inbegrepen',
        },
        { group: 'Boeren', total: '18', invited: '18', answered: '15' },
        { group: 'Mensen die bij het OCMW komen', total: '-', invited: '12', answered: '8', remark: 'Focusgroep' },
      ],
      gaps: 'Twee op de drie leden antwoordden niet. Drie boeren niet gehoord. Van wie stopte, horen we er maar negen. De ritten naar het depot ontbreken bij 85 van de 212.',
      whoAnswered: 'Wie antwoordde, is langer lid en komt vaker naar de vergadering: het is het betrokken derde.',
      reminders: 'Herinnering op 8 en 18 juni, papieren versie in het depot, telefoontjes naar wie stopte.',
      missingData: 'C7: 127 antwoorden van de 212.',
    },
    '3.1': {
      corrections:
        '212 vragenlijsten behouden. C7: 85 zonder antwoord, leeg gelaten. Eén afstand van 600 km niet meegeteld en genoteerd.',
      anonymised: 'Namen van boeren en dorpen weggelaten, teelten samengevoegd tot groepen. Geen lijst van nummers.',
      codes: [
        { code: 'planbaar', meaning: 'Vooraf weten wat er binnenkomt', example: '“Ik weet in januari wat er komt.”' },
        {
          code: 'stem',
          meaning: 'Mee beslissen of kunnen beslissen',
          example: '“Ik stem niet, maar dat het kan, vind ik belangrijk.”',
        },
        {
          code: 'drempel',
          meaning: 'Wat mensen met een laag inkomen tegenhoudt',
          example: '“Een maand vooraf betalen, dat gaat niet.”',
        },
      ],
      place: 'Computer van de coördinator, beveiligde map',
      frozenOn: '2018-09-28',
    },
    '3.2': {
      observations: [
        {
          subQuestion: 'Inkomen van de boeren',
          observation: '12 van de 15 boeren (80 %) noemen hun inkomen via de coöperatie planbaar.',
          source: 'Gesprekken, n = 15',
        },
        {
          subQuestion: 'Inkomen van de boeren',
          observation: 'Van elke pakketprijs gaat 64 % naar de boer.',
          source: 'Boekhouding 2018',
        },
        {
          subQuestion: 'Inkomen van de boeren',
          observation: 'De helft van de boeren haalt 22 % of meer van de omzet via de coöperatie.',
          source: 'Gesprekken, n = 15, mediaan',
        },
        {
          subQuestion: 'Eén lid, één stem',
          observation:
            '61 van de 212 leden (29 %) waren aanwezig of stemden; 118 van de 212 (56 %) voelen dat hun stem iets verandert.',
          source: 'C4 en C5, n = 212',
        },
        {
          subQuestion: 'Laag inkomen',
          observation: '13 van de 212 leden (6 %) hebben recht op verhoogde tegemoetkoming.',
          source: 'C8, n = 212',
        },
        {
          subQuestion: 'Laag inkomen',
          observation:
            'In de focusgroep gaan de meeste opmerkingen over uitstraling en vooraf betalen, minder over de prijs.',
          source: 'Focusgroep, n = 8',
        },
        {
          subQuestion: 'Laag inkomen',
          observation: '97 van de 212 leden (46 %) willen meer betalen zodat anderen minder betalen (7 tot 10).',
          source: 'C9, n = 212',
        },
        {
          subQuestion: 'Laag inkomen',
          observation: 'De mediaan van de afstand is 6 km heen en terug; 85 van de 212 (40 %) vulden niets in.',
          source: 'C7, n = 127',
        },
      ],
      differences: 'Wie stemt, voelt vaker dat een stem telt. Maar ook bij wie niet stemt, zegt bijna de helft dat.',
      changeOverTime: 'Het deel voor de boer ging van 61 % in 2016 naar 64 % in 2018.',
      themes:
        'Planbaar: 9 gesprekken met boeren. Stem: 41 open antwoorden. Uitstraling en vooraf betalen: de hele focusgroep.',
      context:
        'Verhoogde tegemoetkoming: 6 % bij onze leden, naast 15 % in het gebied (cijfer ter illustratie; over de grens niet vergelijkbaar).',
      against:
        'Drie boeren vinden hun inkomen niet planbaarder. En de eerlijke prijs houdt mensen met een laag inkomen niet als enige tegen.',
    },
    '3.3': {
      heldOn: '2018-10-18',
      participants:
        'Vijf boeren, vier leden, een vrijwilliger, een medewerker van het depot, het OCMW, de begeleider. Niemand die gestopt is.',
      seen: 'De prijs geeft de boeren rust. Mensen met een laag inkomen zijn er bijna niet.',
      surprises: 'De leden dachten dat de prijs de drempel was. De boeren wisten niet dat zo weinig leden stemmen.',
      otherExplanations:
        'De boeren die bleven, zijn misschien die voor wie het werkt. De bereidheid om te delen komt van het betrokken derde.',
      missing: 'De ritten van de leden, en wie na een jaar stopt.',
      disagreements:
        'Eén boer vindt een solidaire prijs geen taak van de coöperatie. Zijn mening staat in het verslag voor de vergadering.',
    },
    '3.4': {
      findings: [
        {
          statement: 'De eerlijke prijs maakt het inkomen van boeren vooral planbaar, meer dan hoger.',
          subQuestion: 'Inkomen van de boeren',
          evidence: 'IC1: 12 van de 15 (80 %). IC3: mediaan 22 % (n = 15). Negen gesprekken.',
          limitation: 'Drie boeren zijn niet gehoord, en we vroegen geen bedragen.',
          confidence: 'high',
          direction: 'positive',
        },
        {
          statement: 'Eén lid, één stem wordt gewaardeerd, ook door leden die niet stemmen.',
          subQuestion: 'Eén lid, één stem',
          evidence:
            'IC4: 61 van de 212 (29 %) stemden of waren aanwezig, 118 van de 212 (56 %) voelen dat hun stem telt.',
          limitation: 'Wie antwoordde, is meer betrokken dan wie zweeg.',
          confidence: 'medium',
          direction: 'positive',
        },
        {
          statement:
            'Mensen met een laag inkomen zijn bijna afwezig. Uitstraling en vooraf betalen houden hen tegen, de prijs zelf minder.',
          subQuestion: 'Laag inkomen',
          evidence: 'IC5: 13 van de 212 (6 %), naast 15 % in het gebied (ter illustratie). Focusgroep van 8.',
          limitation: 'Acht mensen in de focusgroep; leden die stopten, zijn met negen.',
          confidence: 'medium',
          direction: 'negative',
        },
        {
          statement: 'Bijna de helft van de leden die antwoordden, wil de kost van een solidaire prijs delen.',
          subQuestion: 'Laag inkomen',
          evidence: 'IC7: 97 van de 212 (46 %).',
          limitation: 'Het betrokken derde antwoordde: bij alle leden kan het minder zijn.',
          confidence: 'medium',
          direction: 'positive',
        },
        {
          statement: 'Over de winst voor het milieu kunnen we niets besluiten.',
          subQuestion: 'Laag inkomen',
          evidence: 'IC6: mediaan 6 km heen en terug, maar 85 van de 212 (40 %) vulden niets in.',
          limitation: 'Zonder de ritten naar het depot valt de vergelijking niet te maken.',
          confidence: 'low',
          direction: 'unknown',
        },
      ],
      practices:
        'De prijs die in januari vastligt, en de openheid over hoe hij opgebouwd is, dragen de eerste bevinding. De vergadering draagt de tweede.',
      unanswered: 'Waarom leden na een jaar stoppen, en wat de ritten doen met de winst voor het milieu.',
      readBy:
        'Groep van boeren en leden, 8 november 2018. “De leden willen delen” werd “bijna de helft van wie antwoordde”.',
    },
    '3.5': {
      answers: [
        { subQuestion: 'Inkomen van de boeren', answer: 'De prijs draagt bij door zekerheid, meer dan door hoogte.' },
        {
          subQuestion: 'Eén lid, één stem',
          answer: 'Mee kunnen beslissen schept verbondenheid, ook bij wie het niet doet.',
        },
        { subQuestion: 'Laag inkomen', answer: 'Vandaag niet voor mensen met een laag inkomen.' },
      ],
      overallAnswer:
        'Onze prijs draagt bij tot een leefbaar boereninkomen omdat hij vooraf vastligt. Mee beslissen maakt dat leden zich verbonden voelen. Voor mensen met een laag inkomen werkt het vandaag niet: we lijken niet voor hen bedoeld, en vooraf betalen kan niet iedereen. Over het milieu weten we te weinig.',
      actions: [
        {
          action: 'Prijs in drie trappen voorleggen aan de vergadering (goedgekeurd op 1 december 2018)',
          becauseOf: 'Bevindingen 3 en 4',
          owner: 'Bestuur',
          dueOn: '2018-12-01',
        },
        { action: 'Per week kunnen betalen', becauseOf: 'Bevinding 3', owner: 'Coördinator', dueOn: '2019-02-01' },
        {
          action: 'Een afhaalpunt bij het OCMW',
          becauseOf: 'Bevinding 3',
          owner: 'Coördinator en OCMW',
          dueOn: '2019-03-15',
        },
      ],
      strategy: 'Het bestuur zoekt voor 2019 twee leden die de weg naar het OCMW kennen.',
      notNow: 'Een CO₂-cijfer per pakket: we hebben de gegevens niet, en dat zeggen we ook zo.',
    },
    '3.6': {
      plan: [
        {
          audience: 'Leden en boeren',
          message: 'De prijs geeft boeren rust. Nu nog voor wie weinig heeft.',
          product: 'slides',
          language: 'nl',
          dueOn: '2018-12-01',
          owner: 'Bestuur',
        },
        {
          audience: 'Medewerkers en vrijwilligers',
          message: 'Dit leerden we, dit verandert er vanaf februari.',
          product: 'poster',
          language: 'nl, eenvoudig',
          dueOn: '2018-11-30',
          owner: 'Vrijwilliger',
        },
        {
          audience: 'Stad en coöperatieve financier',
          message:
            'Een afgesproken prijs houdt boeren overeind; voor mensen met een laag inkomen is meer nodig dan korting.',
          product: 'sheet',
          language: 'nl, fr',
          dueOn: '2018-12-07',
          owner: 'Coördinator',
        },
        {
          audience: 'Platform C',
          message: 'Praktijkfiche: de prijs samen met boeren bepalen.',
          product: 'sheet',
          language: 'nl, fr',
          dueOn: '2018-12-10',
          owner: 'Begeleider',
        },
      ],
      practicesShown: 'De prijs in januari samen vastleggen, met de opbouw open op tafel.',
      difficultFinding: 'Mensen met een laag inkomen zijn er bijna niet. We tonen het samen met de drie acties.',
      consentCheck: 'Drie citaten met toestemming voor elk publiek. Geen foto’s van mensen.',
      keptInside: 'Alles wat een boer herkenbaar maakt.',
    },
    '3.7': {
      products: [
        {
          title: 'Presentatie voor de algemene vergadering',
          audience: 'Leden en boeren',
          findings: '1 tot 5',
          place: 'Website, ledenpagina',
          publishedOn: '2018-12-01',
        },
        {
          title: 'Poster voor aan de keukentafel',
          audience: 'Medewerkers en vrijwilligers',
          findings: '1, 2 en 3',
          place: 'Depot',
          publishedOn: '2018-11-30',
        },
        {
          title: 'Fiche voor de stad en de financier',
          audience: 'Stad en coöperatieve financier',
          findings: '1 tot 5',
          place: 'Verstuurd per mail',
          publishedOn: '2018-12-07',
        },
        {
          title: 'Praktijkfiche: de prijs samen met boeren bepalen',
          audience: 'Platform C',
          findings: '1 en 2',
          place: 'Ruimte van platform C',
          publishedOn: '2018-12-10',
        },
      ],
      readThrough: ['numbers', 'limits', 'consent', 'plainWords', 'support'],
      readerFeedback: 'Een eerste lezer dacht dat 6 % een doel was. We zetten er het gebied en de uitleg naast.',
    },
    '3.8': {
      moments: [
        { date: '2018-12-01', group: 'Leden en boeren', form: 'Buitengewone algemene vergadering' },
        { date: '2018-12-06', group: 'Mensen van de focusgroep', form: 'Maaltijd bij het OCMW' },
        { date: '2019-02-09', group: 'Iedereen die antwoordde', form: 'Bericht bij het pakket' },
      ],
      told: 'De prijs geeft boeren rust. Uw stem telt, ook als u ze zelden gebruikt. Wie weinig heeft, raakt nu niet binnen. Daarom: drie prijzen, per week betalen, een afhaalpunt bij het OCMW.',
      cannotDo: 'Thuis leveren: daarvoor zijn we te klein.',
      reactions: 'Iemand van de focusgroep wil mee het afhaalpunt openhouden.',
    },
    '3.9': {
      useful: 'De tabel met vier criteria, en de focusgroep met een maaltijd.',
      difficult: 'De zomer: boeren hebben dan geen uur over. En één vraag bleek er drie.',
      learningNotes: [
        {
          about: '2.7 Verzamelen',
          note: 'Gesprekken met boeren horen in de winter. Kan de lichte versie daar een hint over geven?',
        },
        {
          about: '1.7 Evaluatievraag',
          note: 'Hoe houdt u een vraag open als een vergadering er een ja of nee van maakt?',
        },
      ],
      daysSpent: 13,
      habits: 'Elk jaar in januari noteren we het deel voor de boer. Nieuwe leden krijgen vraag C8 en C9.',
      nextDate: '2019-11-21',
      sharedOnPlatform: 'De vraag, de vijf bevindingen, de praktijkfiche en de vragenlijst.',
    },
  },
  comments: [
    {
      step: '1.7',
      by: 'coach',
      text: 'De CO₂-vraag van uw partner is begrijpelijk. Welke gegevens zou u daarvoor nodig hebben?',
      on: '2018-03-20',
    },
    {
      step: '1.7',
      by: 'manager',
      text: 'Alle ritten van 640 leden. Die hebben we niet. We leggen ze opzij.',
      on: '2018-03-21',
    },
    {
      step: '2.4',
      by: 'coach',
      text: 'Wie stopte, zit niet meer in uw mailinglijst. Kunt u hen bellen?',
      on: '2018-05-08',
    },
    {
      step: '3.4',
      by: 'coach',
      text: 'Een bevinding “we weten het niet” mag er staan. Ze is even bruikbaar als de andere.',
      on: '2018-11-05',
    },
    {
      step: '3.4',
      by: 'contributor',
      text: 'Goed. Dan staat het milieu er ook bij, met de 85 lege antwoorden.',
      on: '2018-11-06',
    },
  ],
  sessions: [
    {
      heldOn: '2018-02-05',
      minutes: 90,
      notes: 'Kennismaking. De lichte versie past bij veertien dagen werk.',
      nextActions: 'Portret invullen, groep van boeren en leden vragen.',
    },
    {
      heldOn: '2018-03-29',
      minutes: 120,
      notes: 'Keuze van de vraag met boeren, leden en het OCMW.',
      nextActions: 'Twee leden die stopten, laten meelezen.',
    },
    {
      heldOn: '2018-05-17',
      minutes: 90,
      notes: 'Plan en vragenlijst nagelezen.',
      nextActions: 'Papieren versie voor het depot.',
    },
    {
      heldOn: '2018-09-13',
      minutes: 75,
      notes: 'Wat is er, wat ontbreekt? 33 % antwoordde, vooral betrokken leden.',
      nextActions: 'De beperking neerschrijven voor de analyse begint.',
    },
    {
      heldOn: '2018-10-18',
      minutes: 150,
      notes: 'Samen gelezen in het depot. Veel stilte bij de 6 %.',
      nextActions: 'Vijf bevindingen, één ervan onbeslist.',
    },
    {
      heldOn: '2018-12-11',
      minutes: 60,
      notes: 'Afsluiting. De vergadering keurde de drie prijzen goed.',
      nextActions: 'Blik op de acties op 21 november 2019.',
    },
  ],
  gates: [
    {
      gate: 'G1',
      outcome: 'passWithRemarks',
      on: '2018-04-12',
      remarks: 'De vraag is breed. Drie deelvragen, niet meer.',
    },
    {
      gate: 'G2',
      outcome: 'pass',
      on: '2018-09-20',
      remarks: 'Genoeg om te antwoorden. De ritten ontbreken en dat staat er.',
    },
    {
      gate: 'G3',
      outcome: 'close',
      on: '2018-12-11',
      remarks: 'Bevindingen gelezen, vergadering gestemd, praktijkfiche gedeeld.',
    },
  ],
}
