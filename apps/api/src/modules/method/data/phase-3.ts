import type { GateData, PhaseData, StepData } from '../method-data.ts'

const prepare: StepData = {
  code: '3.1',
  title: { fr: 'Préparer les données', nl: 'De gegevens voorbereiden', en: 'Prepare the data' },
  origin: 'own',
  leads: ['contributor'],
  joins: ['researcher'],
  summary: {
    fr: 'Mettre les réponses et les notes en ordre, retirer ce qui identifie, puis figer l’ensemble.',
    nl: 'Antwoorden en notities ordenen, weghalen wat herkenbaar maakt en het geheel daarna vastleggen.',
    en: 'Put answers and notes in order, remove what identifies people, then freeze the whole.',
  },
  why: {
    fr: 'Un jeu de données propre et figé permet à chacun de retrouver les mêmes nombres. Il protège aussi les personnes qui vous ont parlé.',
    nl: 'Met een nette, vaste dataset vindt iedereen dezelfde aantallen terug. Zo beschermt u ook de mensen die met u spraken.',
    en: 'A clean, frozen dataset lets everyone find the same numbers again. It also protects the people who spoke to you.',
  },
  guidance: {
    fr: [
      'Gardez une copie intacte des réponses d’origine, à accès limité. Travaillez sur une autre copie.',
      'Repérez les doublons, les réponses vides et les valeurs impossibles. Notez chaque correction et sa raison.',
      'Remplacez les noms par des numéros. Retirez les détails qui feraient reconnaître quelqu’un, même sans nom.',
      'Pour les entretiens, marquez les passages avec quelques codes : d’abord vos critères, puis ce qui surprend. Dix à quinze codes suffisent.',
      'Notez la date à laquelle les données sont figées.',
    ],
    nl: [
      'Bewaar een onaangeroerde kopie van de oorspronkelijke antwoorden, met beperkte toegang. Werk op een andere kopie.',
      'Zoek dubbels, lege antwoorden en onmogelijke waarden. Noteer elke verbetering met de reden.',
      'Vervang namen door nummers. Haal details weg waaraan iemand te herkennen is, ook zonder naam.',
      'Geef passages uit interviews enkele codes: eerst uw criteria, dan wat verrast. Tien tot vijftien codes volstaan.',
      'Noteer op welke datum de gegevens vastliggen.',
    ],
    en: [
      'Keep an untouched copy of the original answers, with limited access. Work on another copy.',
      'Look for duplicates, empty answers and impossible values. Note each correction and its reason.',
      'Replace names by numbers. Remove details by which someone could be recognised, even without a name.',
      'For interviews, mark passages with a few codes: first your criteria, then what surprises. Ten to fifteen codes are enough.',
      'Note the date on which the data are frozen.',
    ],
  },
  artefact: {
    fr: 'Jeu de données figé et liste des codes',
    nl: 'Vastgelegde dataset en codelijst',
    en: 'Frozen dataset and codebook',
  },
  tool: 'form',
  light: { mergedInto: '3.2' },
  typicalDays: 10,
  fields: [
    {
      key: 'corrections',
      kind: 'longText',
      label: {
        fr: 'Corrections et réponses écartées',
        nl: 'Verbeteringen en weggelaten antwoorden',
        en: 'Corrections and answers left out',
      },
      help: {
        fr: 'Combien, lesquelles et pourquoi. Ce qui est écarté reste compté.',
        nl: 'Hoeveel, welke en waarom. Wat weggelaten is, blijft meegeteld als weggelaten.',
        en: 'How many, which and why. What is left out is still counted as left out.',
      },
      example: {
        fr: '41 réponses gardées sur 43 : un doublon, un questionnaire arrêté à la deuxième question.',
        nl: '41 van de 43 antwoorden behouden: één dubbel, één vragenlijst gestopt na de tweede vraag.',
        en: '41 answers kept out of 43: one duplicate, one questionnaire abandoned at the second question.',
      },
      expected: true,
    },
    {
      key: 'anonymised',
      kind: 'longText',
      label: {
        fr: 'Ce que nous avons retiré ou remplacé',
        nl: 'Wat we weghaalden of vervingen',
        en: 'What we removed or replaced',
      },
      help: {
        fr: 'Noms, lieux, métiers rares, liens familiaux. Dites qui garde la liste des numéros, ou qu’elle est détruite.',
        nl: 'Namen, plaatsen, zeldzame beroepen, familiebanden. Noteer wie de nummerlijst bewaart, of dat ze vernietigd is.',
        en: 'Names, places, rare trades, family ties. Say who keeps the list of numbers, or that it has been destroyed.',
      },
      expected: true,
    },
    {
      key: 'codes',
      kind: 'list',
      label: { fr: 'Codes', nl: 'Codes', en: 'Codes' },
      help: {
        fr: 'Les mots-clés posés sur les passages, avec leur sens.',
        nl: 'De trefwoorden bij de passages, met hun betekenis.',
        en: 'The keywords put on passages, with their meaning.',
      },
      item: [
        { key: 'code', kind: 'shortText', label: { fr: 'Code', nl: 'Code', en: 'Code' } },
        { key: 'meaning', kind: 'shortText', label: { fr: 'Sens', nl: 'Betekenis', en: 'Meaning' } },
        {
          key: 'example',
          kind: 'longText',
          label: { fr: 'Passage type', nl: 'Typische passage', en: 'Typical passage' },
        },
      ],
      max: 25,
    },
    {
      key: 'place',
      kind: 'shortText',
      label: {
        fr: 'Où se trouvent les données, et qui y a accès',
        nl: 'Waar de gegevens staan, en wie erbij kan',
        en: 'Where the data are, and who has access',
      },
    },
    {
      key: 'frozenOn',
      kind: 'date',
      label: { fr: 'Données figées le', nl: 'Gegevens vastgelegd op', en: 'Data frozen on' },
    },
  ],
}

const analyse: StepData = {
  code: '3.2',
  title: { fr: 'Analyser les données', nl: 'De gegevens analyseren', en: 'Analyse the data' },
  origin: 'vises',
  leads: ['contributor', 'coach'],
  joins: ['researcher'],
  summary: {
    fr: 'Regarder ce que disent les nombres et les récits, sous-question par sous-question, sans encore conclure.',
    nl: 'Bekijken wat cijfers en verhalen zeggen, deelvraag per deelvraag, zonder al te besluiten.',
    en: 'Look at what figures and stories say, sub-question by sub-question, without concluding yet.',
  },
  why: {
    fr: 'Décrire avant d’expliquer évite de voir seulement ce que l’on attendait. Le groupe pourra ensuite lire les mêmes observations et les discuter.',
    nl: 'Eerst beschrijven en dan pas verklaren voorkomt dat u alleen ziet wat u verwachtte. De groep kan daarna dezelfde waarnemingen lezen en bespreken.',
    en: 'Describing before explaining keeps you from seeing only what you expected. The group can then read the same observations and discuss them.',
  },
  guidance: {
    fr: [
      'Prenez une sous-question à la fois et rassemblez tout ce qui la concerne : chiffres, passages, observations, données du territoire.',
      'Pour les chiffres, regardez comment les réponses se répartissent, pas seulement la moyenne. Écrivez toujours le nombre de personnes.',
      'Pour les récits, cherchez ce qui revient, ce qui s’oppose et ce qui n’est dit qu’une fois mais change le regard.',
      'Comparez les groupes et les moments avec prudence. Sous une dizaine de personnes, parlez de situations plutôt que de pourcentages.',
      'Cherchez exprès ce qui contredit votre première idée.',
      'Si vous hésitez, montrez deux ou trois tableaux au coach ou à l’équipe de recherche.',
    ],
    nl: [
      'Neem één deelvraag tegelijk en leg alles samen wat erover gaat: cijfers, passages, observaties, gegevens over het gebied.',
      'Kijk bij cijfers hoe de antwoorden gespreid zijn, niet alleen naar het gemiddelde. Vermeld altijd het aantal mensen.',
      'Zoek in verhalen wat terugkeert, wat elkaar tegenspreekt en wat maar één keer gezegd is maar de blik verandert.',
      'Vergelijk groepen en momenten voorzichtig. Spreek bij minder dan een tiental mensen over situaties en niet over percentages.',
      'Zoek bewust wat uw eerste idee tegenspreekt.',
      'Twijfelt u, leg dan twee of drie tabellen voor aan de coach of aan onderzoekers.',
    ],
    en: [
      'Take one sub-question at a time and bring together everything about it: figures, passages, observations, territorial data.',
      'For figures, look at how answers are spread, not only at the mean. Always write the number of people.',
      'In stories, look for what recurs, what conflicts, and what is said only once but changes the view.',
      'Compare groups and moments with caution. Below ten or so people, speak of situations rather than percentages.',
      'Deliberately look for what contradicts your first idea.',
      'If in doubt, show two or three tables to the coach or to researchers.',
    ],
  },
  artefact: { fr: 'Notes d’analyse', nl: 'Analysenota', en: 'Analysis notes' },
  tool: 'form',
  light: 'own',
  typicalDays: 21,
  fields: [
    {
      key: 'observations',
      kind: 'list',
      label: { fr: 'Ce que nous voyons', nl: 'Wat we zien', en: 'What we see' },
      help: {
        fr: 'Des phrases qui décrivent, sans expliquer. De cinq à quinze lignes.',
        nl: 'Zinnen die beschrijven, zonder te verklaren. Vijf tot vijftien regels.',
        en: 'Sentences that describe, without explaining. Five to fifteen rows.',
      },
      item: [
        { key: 'subQuestion', kind: 'shortText', label: { fr: 'Sous-question', nl: 'Deelvraag', en: 'Sub-question' } },
        {
          key: 'observation',
          kind: 'longText',
          label: { fr: 'Observation', nl: 'Waarneming', en: 'Observation' },
          example: {
            fr: '22 personnes sur 41 disent prendre la parole en réunion ; parmi celles arrivées depuis moins de six mois, 4 sur 15.',
            nl: '22 van de 41 mensen zeggen het woord te nemen in het overleg; bij wie er nog geen zes maanden is, zijn dat er 4 van de 15.',
            en: '22 people out of 41 say they speak up in meetings; among those here for less than six months, 4 out of 15.',
          },
          expected: true,
        },
        {
          key: 'source',
          kind: 'shortText',
          label: { fr: 'Source et nombre', nl: 'Bron en aantal', en: 'Source and number' },
        },
      ],
      max: 30,
      expected: true,
    },
    {
      key: 'differences',
      kind: 'longText',
      label: { fr: 'Différences entre groupes', nl: 'Verschillen tussen groepen', en: 'Differences between groups' },
      help: {
        fr: 'Pour qui est-ce différent, et de combien. Dites aussi quand les groupes se ressemblent.',
        nl: 'Voor wie is het anders, en hoeveel. Zeg ook wanneer groepen op elkaar lijken.',
        en: 'For whom it differs, and by how much. Also say when groups are alike.',
      },
    },
    {
      key: 'changeOverTime',
      kind: 'longText',
      label: { fr: 'Avant et maintenant', nl: 'Vroeger en nu', en: 'Then and now' },
      help: {
        fr: 'Ce qui a bougé, dans quel sens, et sur quoi repose le souvenir de l’avant.',
        nl: 'Wat veranderde, in welke richting, en waarop de herinnering aan vroeger steunt.',
        en: 'What has moved, in which direction, and what the memory of before rests on.',
      },
    },
    {
      key: 'themes',
      kind: 'longText',
      label: {
        fr: 'Thèmes qui reviennent dans les récits',
        nl: 'Thema’s die in de verhalen terugkeren',
        en: 'Themes that recur in the stories',
      },
      help: {
        fr: 'Pour chaque thème, dans combien de récits, et une citation autorisée.',
        nl: 'Noteer per thema in hoeveel verhalen het voorkomt, met een citaat waarvoor u toestemming hebt.',
        en: 'For each theme, in how many stories, and a quote you have permission to use.',
      },
    },
    {
      key: 'context',
      kind: 'longText',
      label: {
        fr: 'Ce que le territoire éclaire',
        nl: 'Wat het gebied verheldert',
        en: 'What the territory sheds light on',
      },
      help: {
        fr: 'Un ou deux chiffres de la fiche RACINES placés à côté des vôtres, avec leur année et leur source.',
        nl: 'Een of twee cijfers uit de RACINES-fiche naast die van u, met jaar en bron.',
        en: 'One or two figures from the RACINES sheet beside your own, with year and source.',
      },
    },
    {
      key: 'against',
      kind: 'longText',
      label: {
        fr: 'Ce qui contredit notre première idée',
        nl: 'Wat ons eerste idee tegenspreekt',
        en: 'What contradicts our first idea',
      },
      help: {
        fr: 'Au moins un élément. Si vous n’en trouvez pas, demandez à quelqu’un de chercher avec vous.',
        nl: 'Minstens één element. Vindt u er geen, vraag dan iemand om mee te zoeken.',
        en: 'At least one item. If you find none, ask someone to look with you.',
      },
      expected: true,
    },
  ],
}

const readTogether: StepData = {
  code: '3.3',
  title: { fr: 'Lire ensemble', nl: 'Samen lezen', en: 'Read together' },
  origin: 'guides',
  leads: ['coConstructionGroup'],
  joins: ['manager', 'coach'],
  summary: {
    fr: 'Présenter les observations au groupe et chercher ensemble ce qu’elles veulent dire.',
    nl: 'De waarnemingen aan de groep voorleggen en samen zoeken wat ze betekenen.',
    en: 'Show the observations to the group and look together for what they mean.',
  },
  why: {
    fr: 'Un même chiffre ne raconte pas la même chose à l’atelier et au bureau. C’est en croisant les regards que les observations deviennent des constats.',
    nl: 'Hetzelfde cijfer vertelt iets anders in het atelier dan op kantoor. Door blikken naast elkaar te leggen worden waarnemingen bevindingen.',
    en: 'The same figure tells one thing in the workshop and another in the office. Observations become findings when views are brought together.',
  },
  guidance: {
    fr: [
      'Prévoyez deux heures. Invitez le groupe de co-construction et, si possible, deux ou trois personnes qui ont répondu.',
      'Affichez de cinq à huit observations, une par feuille, avec le nombre de personnes et la source. Ajoutez deux citations.',
      'Posez quatre questions, dans cet ordre : que voyons-nous ? qu’est-ce qui surprend ? qu’est-ce qui pourrait aussi l’expliquer ? que manque-t-il ?',
      'Faites parler d’abord les personnes les plus éloignées de la décision ; la direction en dernier.',
      'Notez les désaccords tels quels. Un désaccord clair est un résultat.',
    ],
    nl: [
      'Voorzie twee uur. Nodig de coconstructiegroep uit en, als het kan, twee of drie mensen die geantwoord hebben.',
      'Hang vijf tot acht waarnemingen op, één per blad, met het aantal mensen en de bron. Voeg twee citaten toe.',
      'Stel vier vragen, in deze volgorde: wat zien we? wat verrast? wat kan het nog verklaren? wat ontbreekt?',
      'Laat eerst de mensen spreken die het verst van de beslissing staan; de directie als laatste.',
      'Noteer meningsverschillen zoals ze zijn. Een helder meningsverschil is ook een resultaat.',
    ],
    en: [
      'Set aside two hours. Invite the co-construction group and, if possible, two or three people who answered.',
      'Put up five to eight observations, one per sheet, with the number of people and the source. Add two quotes.',
      'Ask four questions, in this order: what do we see? what surprises? what else could explain it? what is missing?',
      'Let those furthest from the decision speak first; management last.',
      'Note disagreements as they are. A clear disagreement is a result.',
    ],
  },
  artefact: {
    fr: 'Compte rendu de la lecture commune',
    nl: 'Verslag van het samen lezen',
    en: 'Minutes of the joint reading',
  },
  tool: 'form',
  light: 'own',
  typicalDays: 14,
  fields: [
    {
      key: 'heldOn',
      kind: 'date',
      label: { fr: 'Date de la rencontre', nl: 'Datum van de bijeenkomst', en: 'Date of the meeting' },
      expected: true,
    },
    {
      key: 'participants',
      kind: 'longText',
      label: { fr: 'Qui était là', nl: 'Wie erbij was', en: 'Who was there' },
      help: {
        fr: 'Points de vue présents, sans noms si vous préférez. Dites aussi qui manquait.',
        nl: 'Welke standpunten aanwezig waren, zonder namen als u dat liever hebt. Noteer ook wie ontbrak.',
        en: 'Points of view present, without names if you prefer. Also say who was missing.',
      },
      expected: true,
    },
    {
      key: 'seen',
      kind: 'longText',
      label: { fr: 'Ce que nous voyons', nl: 'Wat we zien', en: 'What we see' },
      help: {
        fr: 'Les points sur lesquels tout le monde s’accorde.',
        nl: 'De punten waarover iedereen het eens is.',
        en: 'The points on which everyone agrees.',
      },
      expected: true,
    },
    {
      key: 'surprises',
      kind: 'longText',
      label: { fr: 'Ce qui surprend', nl: 'Wat verrast', en: 'What surprises' },
      help: {
        fr: 'Et qui cela surprend : l’équipe, la direction, les personnes concernées.',
        nl: 'En wie het verrast: het team, de directie, de betrokkenen.',
        en: 'And whom it surprises: the team, management, the people concerned.',
      },
    },
    {
      key: 'otherExplanations',
      kind: 'longText',
      label: {
        fr: 'Ce qui pourrait l’expliquer autrement',
        nl: 'Wat het anders kan verklaren',
        en: 'What else could explain it',
      },
      help: {
        fr: 'Une autre aide reçue, la saison, un changement de règle, la façon de poser la question.',
        nl: 'Andere hulp, het seizoen, een gewijzigde regel, de manier van vragen.',
        en: 'Other help received, the season, a change of rules, the way the question was asked.',
      },
      example: {
        fr: 'Le nouveau bus depuis janvier explique peut-être la ponctualité mieux que nos entretiens du matin.',
        nl: 'De nieuwe bus sinds januari verklaart de stiptheid misschien beter dan onze ochtendgesprekken.',
        en: 'The new bus since January may explain punctuality better than our morning talks.',
      },
      expected: true,
    },
    {
      key: 'missing',
      kind: 'longText',
      label: {
        fr: 'Ce qui manque pour comprendre',
        nl: 'Wat ontbreekt om het te begrijpen',
        en: 'What is missing to understand',
      },
    },
    {
      key: 'disagreements',
      kind: 'longText',
      label: { fr: 'Désaccords qui demeurent', nl: 'Meningsverschillen die blijven', en: 'Disagreements that remain' },
      help: {
        fr: 'Qui pense quoi. Ils auront leur place dans les constats.',
        nl: 'Wie denkt wat. Ze krijgen een plaats in de bevindingen.',
        en: 'Who thinks what. They will have their place in the findings.',
      },
    },
  ],
}

const writeFindings: StepData = {
  code: '3.4',
  title: { fr: 'Rédiger les constats', nl: 'De bevindingen schrijven', en: 'Write the findings' },
  origin: 'guides',
  leads: ['contributor'],
  joins: ['coConstructionGroup', 'coach'],
  summary: {
    fr: 'Écrire ce que vous avez appris, avec ce qui l’appuie, ce qui le limite et votre degré de certitude.',
    nl: 'Opschrijven wat u geleerd hebt, met wat het ondersteunt, wat het beperkt en hoe zeker u bent.',
    en: 'Write what you have learned, with what supports it, what limits it and how sure you are.',
  },
  why: {
    fr: 'Un constat qui montre ses appuis et ses limites inspire confiance. Ceux qui déplaisent sont souvent ceux qui font avancer.',
    nl: 'Een bevinding die toont waarop ze steunt en waar ze ophoudt, wekt vertrouwen. Wat minder prettig is, helpt u vaak het meest vooruit.',
    en: 'A finding that shows its supports and limits inspires trust. The unwelcome ones are often those that help you move on.',
  },
  guidance: {
    fr: [
      'Une phrase par constat, compréhensible sans tableau. Visez de quatre à huit constats.',
      'Attachez à chacun au moins un élément : un chiffre avec son nombre de personnes, un passage, une observation. Deux sources différentes valent mieux qu’une.',
      'Ajoutez une limite à chaque constat. Les lacunes notées pendant la collecte vous y aideront.',
      'Dites « contribue à » plutôt que « cause », sauf si vous avez vraiment écarté les autres explications.',
      'Gardez une place pour ce qui ne va pas et pour ce que vous ne savez pas.',
      'Faites relire par le groupe avant toute diffusion.',
    ],
    nl: [
      'Eén zin per bevinding, begrijpelijk zonder tabel. Mik op vier tot acht bevindingen.',
      'Koppel aan elke bevinding minstens één element: een cijfer met het aantal mensen, een passage, een observatie. Twee verschillende bronnen zijn beter dan één.',
      'Voeg aan elke bevinding een beperking toe. De leemten die u tijdens het verzamelen noteerde, helpen u daarbij.',
      'Schrijf “draagt bij tot” eerder dan “veroorzaakt”, tenzij u andere verklaringen echt hebt uitgesloten.',
      'Houd plaats vrij voor wat niet goed gaat en voor wat u niet weet.',
      'Laat de groep nalezen voordat u iets verspreidt.',
    ],
    en: [
      'One sentence per finding, clear without a table. Aim for four to eight findings.',
      'Attach at least one item to each: a figure with its number of people, a passage, an observation. Two different sources are better than one.',
      'Add a limit to every finding. The gaps noted during the collection will help you.',
      'Write “contributes to” rather than “causes”, unless you have truly set aside other explanations.',
      'Keep room for what does not go well and for what you do not know.',
      'Have the group read them before anything is shared.',
    ],
  },
  artefact: { fr: 'Registre des constats', nl: 'Register van bevindingen', en: 'Findings register' },
  tool: 'form',
  light: 'own',
  typicalDays: 14,
  fields: [
    {
      key: 'findings',
      kind: 'list',
      label: { fr: 'Constats', nl: 'Bevindingen', en: 'Findings' },
      item: [
        {
          key: 'statement',
          kind: 'longText',
          label: { fr: 'Constat', nl: 'Bevinding', en: 'Finding' },
          example: {
            fr: 'Le binôme aide la plupart des personnes à demander de l’aide dès le premier mois, mais pas celles qui parlent une autre langue que leur partenaire.',
            nl: 'Werken in duo helpt de meeste mensen om al in de eerste maand hulp te vragen, maar niet wie een andere taal spreekt dan de partner.',
            en: 'Working in pairs helps most people to ask for help from the first month, but not those who speak another language than their partner.',
          },
          expected: true,
        },
        { key: 'subQuestion', kind: 'shortText', label: { fr: 'Sous-question', nl: 'Deelvraag', en: 'Sub-question' } },
        {
          key: 'evidence',
          kind: 'longText',
          label: { fr: 'Ce qui l’appuie', nl: 'Wat ze ondersteunt', en: 'What supports it' },
          help: {
            fr: 'Chiffres avec le nombre de personnes, passages, documents.',
            nl: 'Cijfers met het aantal mensen, passages, documenten.',
            en: 'Figures with the number of people, passages, documents.',
          },
          expected: true,
        },
        {
          key: 'limitation',
          kind: 'longText',
          label: { fr: 'Limite', nl: 'Beperking', en: 'Limit' },
          help: {
            fr: 'Ce que ce constat ne permet pas de dire.',
            nl: 'Wat u met deze bevinding niet kunt zeggen.',
            en: 'What this finding does not allow you to say.',
          },
          expected: true,
        },
        {
          key: 'confidence',
          kind: 'choice',
          label: { fr: 'Degré de certitude', nl: 'Mate van zekerheid', en: 'How sure we are' },
          options: [
            {
              code: 'high',
              label: {
                fr: 'Plusieurs sources concordent',
                nl: 'Verschillende bronnen zeggen hetzelfde',
                en: 'Several sources agree',
              },
            },
            {
              code: 'medium',
              label: {
                fr: 'Une source solide, à confirmer',
                nl: 'Eén stevige bron, nog te bevestigen',
                en: 'One sound source, to be confirmed',
              },
            },
            { code: 'low', label: { fr: 'Une piste', nl: 'Een spoor', en: 'A lead' } },
          ],
        },
        {
          key: 'direction',
          kind: 'choice',
          label: { fr: 'Sens de l’effet', nl: 'Richting van het effect', en: 'Direction of the effect' },
          options: [
            { code: 'positive', label: { fr: 'Favorable', nl: 'Gunstig', en: 'Favourable' } },
            {
              code: 'mixed',
              label: {
                fr: 'Variable selon les personnes',
                nl: 'Verschilt van mens tot mens',
                en: 'Differs from person to person',
              },
            },
            { code: 'negative', label: { fr: 'Défavorable', nl: 'Ongunstig', en: 'Unfavourable' } },
            { code: 'none', label: { fr: 'Pas de changement', nl: 'Geen verandering', en: 'No change' } },
            { code: 'unknown', label: { fr: 'Nous ne savons pas', nl: 'We weten het niet', en: 'We do not know' } },
          ],
        },
      ],
      max: 15,
      expected: true,
    },
    {
      key: 'practices',
      kind: 'longText',
      label: {
        fr: 'Pratiques qui expliquent ces effets',
        nl: 'Praktijken die deze effecten verklaren',
        en: 'Practices that explain these effects',
      },
      help: {
        fr: 'Le comment : reliez vos constats aux façons de faire décrites dans le portrait.',
        nl: 'Het hoe: verbind uw bevindingen met de manieren van werken uit het bedrijfsportret.',
        en: 'The how: connect your findings with the ways of working described in the portrait.',
      },
    },
    {
      key: 'unanswered',
      kind: 'longText',
      label: {
        fr: 'Ce que nous ne savons toujours pas',
        nl: 'Wat we nog altijd niet weten',
        en: 'What we still do not know',
      },
      help: {
        fr: 'Les parties de la question restées sans réponse, et pourquoi.',
        nl: 'De delen van de vraag zonder antwoord, en waarom.',
        en: 'Parts of the question left without an answer, and why.',
      },
      expected: true,
    },
    {
      key: 'readBy',
      kind: 'longText',
      label: { fr: 'Relecture par le groupe', nl: 'Nagelezen door de groep', en: 'Read by the group' },
      help: {
        fr: 'Qui a relu, quand, et ce qui a changé ensuite.',
        nl: 'Wie las na, wanneer, en wat er daarna veranderde.',
        en: 'Who read them, when, and what changed as a result.',
      },
      expected: true,
    },
  ],
}

const decide: StepData = {
  code: '3.5',
  title: { fr: 'Répondre et décider', nl: 'Antwoorden en beslissen', en: 'Answer and decide' },
  origin: 'guides',
  leads: ['manager', 'coConstructionGroup'],
  joins: ['coach'],
  summary: {
    fr: 'Répondre à la question évaluative et choisir ce que vous allez changer, garder ou arrêter.',
    nl: 'De evaluatievraag beantwoorden en kiezen wat u verandert, behoudt of stopt.',
    en: 'Answer the evaluation question and choose what you will change, keep or stop.',
  },
  why: {
    fr: 'Les personnes qui ont donné leur temps attendent de voir à quoi il a servi. Une seule action menée au bout vaut mieux que dix intentions.',
    nl: 'Wie tijd gaf, wil zien waarvoor die diende. Eén actie die u afwerkt, is meer waard dan tien voornemens.',
    en: 'People who gave their time expect to see what it served. One action carried through is worth more than ten intentions.',
  },
  guidance: {
    fr: [
      'Répondez d’abord à chaque sous-question en deux ou trois phrases, puis à la question entière.',
      'Une réponse nuancée est une bonne réponse : oui pour qui, non pour qui, incertain sur quoi.',
      'Retenez de une à cinq actions. Pour chacune : à partir de quel constat, qui s’en charge, pour quand.',
      'Dites aussi ce que vous gardez volontairement, et ce que vous ne ferez pas maintenant.',
      'Portez la réponse là où se prennent les décisions : équipe, conseil d’administration, assemblée générale.',
    ],
    nl: [
      'Beantwoord eerst elke deelvraag in twee of drie zinnen, daarna de hele vraag.',
      'Een genuanceerd antwoord is een goed antwoord: ja voor wie, nee voor wie, onzeker waarover.',
      'Kies één tot vijf acties. Noteer telkens vanuit welke bevinding, wie het op zich neemt en tegen wanneer.',
      'Zeg ook wat u bewust behoudt en wat u nu niet doet.',
      'Breng het antwoord waar beslist wordt: team, raad van bestuur, algemene vergadering.',
    ],
    en: [
      'First answer each sub-question in two or three sentences, then the whole question.',
      'A nuanced answer is a good answer: yes for whom, no for whom, uncertain about what.',
      'Keep one to five actions. For each: from which finding, who takes it on, by when.',
      'Also say what you deliberately keep, and what you will not do now.',
      'Take the answer to where decisions are made: team, board, general assembly.',
    ],
  },
  artefact: {
    fr: 'Fiche de réponse et liste d’actions',
    nl: 'Antwoordfiche en actielijst',
    en: 'Answer sheet and list of actions',
  },
  tool: 'form',
  light: { mergedInto: '3.4' },
  typicalDays: 14,
  fields: [
    {
      key: 'answers',
      kind: 'list',
      label: {
        fr: 'Réponses aux sous-questions',
        nl: 'Antwoorden op de deelvragen',
        en: 'Answers to the sub-questions',
      },
      item: [
        { key: 'subQuestion', kind: 'shortText', label: { fr: 'Sous-question', nl: 'Deelvraag', en: 'Sub-question' } },
        { key: 'answer', kind: 'longText', label: { fr: 'Réponse', nl: 'Antwoord', en: 'Answer' } },
      ],
      max: 4,
    },
    {
      key: 'overallAnswer',
      kind: 'longText',
      label: {
        fr: 'Réponse à la question évaluative',
        nl: 'Antwoord op de evaluatievraag',
        en: 'Answer to the evaluation question',
      },
      help: {
        fr: 'De cinq à dix lignes, telles que vous les diriez à une personne qui a répondu.',
        nl: 'Vijf tot tien regels, zoals u het zou zeggen aan iemand die antwoordde.',
        en: 'Five to ten lines, as you would say them to someone who answered.',
      },
      expected: true,
    },
    {
      key: 'actions',
      kind: 'list',
      label: { fr: 'Actions d’amélioration', nl: 'Verbeteracties', en: 'Improvement actions' },
      help: {
        fr: 'De une à cinq. Une petite action proche dans le temps donne de l’élan.',
        nl: 'Eén tot vijf. Een kleine actie op korte termijn geeft vaart.',
        en: 'One to five. A small action soon gives momentum.',
      },
      item: [
        {
          key: 'action',
          kind: 'shortText',
          label: { fr: 'Action', nl: 'Actie', en: 'Action' },
          example: {
            fr: 'Former des duos qui partagent une langue, dès septembre',
            nl: 'Vanaf september duo’s vormen die een taal delen',
            en: 'From September, form pairs who share a language',
          },
          expected: true,
        },
        {
          key: 'becauseOf',
          kind: 'shortText',
          label: { fr: 'Constat de départ', nl: 'Vanuit welke bevinding', en: 'From which finding' },
        },
        {
          key: 'owner',
          kind: 'shortText',
          label: { fr: 'Qui s’en charge', nl: 'Wie het op zich neemt', en: 'Who takes it on' },
        },
        { key: 'dueOn', kind: 'date', label: { fr: 'Pour quand', nl: 'Tegen wanneer', en: 'By when' } },
      ],
      max: 10,
      expected: true,
    },
    {
      key: 'strategy',
      kind: 'longText',
      label: {
        fr: 'Ce que cela change dans notre stratégie',
        nl: 'Wat dit aan onze strategie verandert',
        en: 'What this changes in our strategy',
      },
      help: {
        fr: 'Orientation, offre, partenariats, façon de décider. « Rien pour l’instant » est aussi une réponse.',
        nl: 'Koers, aanbod, partnerschappen, manier van beslissen. “Voorlopig niets” is ook een antwoord.',
        en: 'Direction, services, partnerships, ways of deciding. “Nothing for now” is an answer too.',
      },
    },
    {
      key: 'notNow',
      kind: 'longText',
      label: {
        fr: 'Ce que nous ne ferons pas maintenant, et pourquoi',
        nl: 'Wat we nu niet doen, en waarom',
        en: 'What we will not do now, and why',
      },
      help: {
        fr: 'Les personnes concernées préfèrent une explication à un silence.',
        nl: 'Betrokkenen hebben liever uitleg dan stilte.',
        en: 'The people concerned prefer an explanation to silence.',
      },
    },
  ],
}

const planValorisation: StepData = {
  code: '3.6',
  title: { fr: 'Préparer la valorisation', nl: 'De valorisatie voorbereiden', en: 'Plan the valorisation' },
  origin: 'vises',
  leads: ['manager'],
  joins: ['coach'],
  summary: {
    fr: 'Décider ce que vous direz, à qui, sous quelle forme et quand.',
    nl: 'Beslissen wat u vertelt, aan wie, in welke vorm en wanneer.',
    en: 'Decide what you will tell, to whom, in what form and when.',
  },
  why: {
    fr: 'Valoriser, c’est rendre visible ce que votre travail apporte et pourquoi vous le faites ainsi. Un rapport de quarante pages atteint peu de monde ; un message juste, porté à la bonne personne, peut changer une décision.',
    nl: 'Valoriseren is zichtbaar maken wat uw werk bijdraagt en waarom u het zo doet. Een verslag van veertig bladzijden bereikt weinig mensen; een juiste boodschap bij de juiste persoon kan een beslissing veranderen.',
    en: 'To valorise is to make visible what your work brings and why you do it this way. A forty-page report reaches few people; a fitting message taken to the right person can change a decision.',
  },
  guidance: {
    fr: [
      'Commencez par l’intérieur : l’équipe et les personnes qui ont répondu apprennent les résultats avant les autres.',
      'Pour chaque public, écrivez une seule phrase à retenir, puis le support qui lui convient : page, affiche, rencontre, courte vidéo, fiche.',
      'Montrez les pratiques autant que les effets. Donnez aussi au moins un constat difficile et ce que vous en faites : cela rend le reste crédible.',
      'Vérifiez les accords pour chaque citation et chaque image. Sans accord, cherchez autre chose.',
      'Si un financeur demande une note globale ou un classement, proposez plutôt la fiche avec constats, limites et actions, et dites pourquoi.',
    ],
    nl: [
      'Begin binnenshuis: het team en wie geantwoord heeft, horen de resultaten voor de anderen.',
      'Schrijf voor elke doelgroep één zin om te onthouden, en kies daarna de vorm die past: pagina, affiche, ontmoeting, korte video, fiche.',
      'Toon praktijken evengoed als effecten. Geef ook minstens één moeilijke bevinding en wat u ermee doet: dat maakt de rest geloofwaardig.',
      'Kijk voor elk citaat en elk beeld na of er toestemming is. Is die er niet, zoek dan iets anders.',
      'Vraagt een financier een totaalcijfer of een rangschikking, stel dan de fiche met bevindingen, beperkingen en acties voor, en zeg waarom.',
    ],
    en: [
      'Begin inside: the team and those who answered learn the results before others do.',
      'For each audience, write a single sentence to remember, then the form that suits it: page, poster, meeting, short video, sheet.',
      'Show practices as much as effects. Also give at least one difficult finding and what you are doing about it: it makes the rest credible.',
      'Look up consent for every quote and every image. Where there is none, find something else.',
      'If a funder asks for an overall mark or an order of merit, offer the sheet with findings, limits and actions instead, and say why.',
    ],
  },
  artefact: { fr: 'Plan de valorisation', nl: 'Valorisatieplan', en: 'Valorisation plan' },
  tool: 'form',
  light: 'own',
  typicalDays: 14,
  fields: [
    {
      key: 'plan',
      kind: 'list',
      label: { fr: 'Publics et messages', nl: 'Doelgroepen en boodschappen', en: 'Audiences and messages' },
      help: {
        fr: 'De trois à six publics. Commencez par l’équipe.',
        nl: 'Drie tot zes doelgroepen. Begin met het team.',
        en: 'Three to six audiences. Begin with the team.',
      },
      item: [
        {
          key: 'audience',
          kind: 'shortText',
          label: { fr: 'Public', nl: 'Doelgroep', en: 'Audience' },
          expected: true,
        },
        {
          key: 'message',
          kind: 'longText',
          label: { fr: 'La phrase à retenir', nl: 'De zin om te onthouden', en: 'The sentence to remember' },
          example: {
            fr: 'Se tromper sans crainte aide davantage que nos fiches de formation ; nous allons donc changer l’accueil.',
            nl: 'Zonder vrees fouten mogen maken helpt meer dan onze opleidingsfiches; daarom passen we het onthaal aan.',
            en: 'Being able to make mistakes without fear helps more than our training sheets; so we will change the welcome.',
          },
          expected: true,
        },
        {
          key: 'product',
          kind: 'choice',
          label: { fr: 'Support', nl: 'Valorisatieproduct', en: 'Product' },
          options: [
            { code: 'meeting', label: { fr: 'Rencontre', nl: 'Ontmoeting', en: 'Meeting' } },
            { code: 'sheet', label: { fr: 'Fiche', nl: 'Fiche', en: 'Sheet' } },
            { code: 'report', label: { fr: 'Rapport', nl: 'Verslag', en: 'Report' } },
            { code: 'poster', label: { fr: 'Affiche', nl: 'Affiche', en: 'Poster' } },
            { code: 'slides', label: { fr: 'Présentation', nl: 'Presentatie', en: 'Slides' } },
            { code: 'webPage', label: { fr: 'Page web', nl: 'Webpagina', en: 'Web page' } },
            {
              code: 'media',
              label: { fr: 'Vidéo, photos ou son', nl: 'Video, foto’s of geluid', en: 'Video, photos or sound' },
            },
            { code: 'other', label: { fr: 'Autre', nl: 'Iets anders', en: 'Other' } },
          ],
        },
        { key: 'language', kind: 'shortText', label: { fr: 'Langue', nl: 'Taal', en: 'Language' } },
        { key: 'dueOn', kind: 'date', label: { fr: 'Date', nl: 'Datum', en: 'Date' } },
        {
          key: 'owner',
          kind: 'shortText',
          label: { fr: 'Qui s’en charge', nl: 'Wie het op zich neemt', en: 'Who takes it on' },
        },
      ],
      max: 12,
      expected: true,
    },
    {
      key: 'practicesShown',
      kind: 'longText',
      label: { fr: 'Pratiques à faire connaître', nl: 'Praktijken om bekend te maken', en: 'Practices to make known' },
      help: {
        fr: 'Ce que d’autres entreprises pourraient reprendre de votre façon de faire.',
        nl: 'Wat andere ondernemingen van uw manier van werken kunnen overnemen.',
        en: 'What other enterprises could borrow from your way of working.',
      },
    },
    {
      key: 'difficultFinding',
      kind: 'longText',
      label: {
        fr: 'Le constat difficile que nous montrerons',
        nl: 'De moeilijke bevinding die we tonen',
        en: 'The difficult finding we will show',
      },
      help: {
        fr: 'Et l’action ou la question qui l’accompagne.',
        nl: 'En de actie of de vraag die erbij hoort.',
        en: 'And the action or question that goes with it.',
      },
    },
    {
      key: 'consentCheck',
      kind: 'longText',
      label: {
        fr: 'Accords pour citations et images',
        nl: 'Toestemming voor citaten en beelden',
        en: 'Consent for quotes and images',
      },
      help: {
        fr: 'Ce qui est en ordre, ce qui manque encore, et qui demande.',
        nl: 'Wat in orde is, wat nog ontbreekt en wie het vraagt.',
        en: 'What is in order, what is still missing, and who will ask.',
      },
      expected: true,
    },
    {
      key: 'keptInside',
      kind: 'longText',
      label: { fr: 'Ce qui reste à l’intérieur', nl: 'Wat intern blijft', en: 'What stays inside' },
      help: {
        fr: 'Les constats que vous ne diffusez pas, et la raison.',
        nl: 'De bevindingen die u niet verspreidt, en de reden.',
        en: 'Findings you do not share, and the reason.',
      },
    },
  ],
}

const makeProducts: StepData = {
  code: '3.7',
  title: { fr: 'Réaliser les supports', nl: 'De valorisatieproducten maken', en: 'Make the products' },
  origin: 'vises',
  leads: ['contributor'],
  joins: ['manager'],
  summary: {
    fr: 'Composer les supports à partir des constats choisis, les faire relire, puis les publier.',
    nl: 'De producten samenstellen uit de gekozen bevindingen, laten nalezen en daarna publiceren.',
    en: 'Compose the products from the chosen findings, have them read, then publish them.',
  },
  why: {
    fr: 'Un support clair, où l’on voit d’où vient chaque affirmation, se lit et se partage. Il parle aussi de votre façon de travailler.',
    nl: 'Een helder product waarin men ziet waar elke uitspraak vandaan komt, wordt gelezen en gedeeld. Het zegt ook iets over hoe u werkt.',
    en: 'A clear product, in which one sees where each statement comes from, gets read and shared. It also tells how you work.',
  },
  guidance: {
    fr: [
      'Partez des constats, pas d’une page blanche : choisissez-en trois à six selon le public.',
      'À côté de chaque chiffre, mettez le nombre de personnes. Au bas de chaque support, au moins une limite.',
      'Donnez la même place à une citation, à une pratique et à un chiffre.',
      'Remplacez les mots techniques. Faites lire à une personne qui ne connaît pas le projet et demandez-lui ce qu’elle a retenu.',
      'Ajoutez les mentions de soutien demandées par vos partenaires publics, puis la date et un contact.',
    ],
    nl: [
      'Vertrek van de bevindingen, niet van een wit blad: kies er drie tot zes volgens de doelgroep.',
      'Zet naast elk cijfer het aantal mensen. Zet onderaan elk product minstens één beperking.',
      'Geef een citaat, een praktijk en een cijfer evenveel plaats.',
      'Vervang vaktermen. Laat iemand lezen die het project niet kent en vraag wat die persoon onthoudt.',
      'Voeg de vermeldingen van steun toe die uw publieke partners vragen, en ook de datum en een contact.',
    ],
    en: [
      'Start from the findings, not from a blank page: choose three to six to suit the audience.',
      'Beside each figure put the number of people. At the foot of each product, at least one limit.',
      'Give a quote, a practice and a figure the same room.',
      'Replace technical words. Let someone who does not know the project read it and ask what they remember.',
      'Add the mentions of support that public partners ask for, then the date and a contact.',
    ],
  },
  artefact: { fr: 'Supports de valorisation', nl: 'Valorisatieproducten', en: 'Valorisation products' },
  tool: 'form',
  light: { mergedInto: '3.6' },
  typicalDays: 21,
  fields: [
    {
      key: 'products',
      kind: 'list',
      label: { fr: 'Supports réalisés', nl: 'Gemaakte producten', en: 'Products made' },
      item: [
        { key: 'title', kind: 'shortText', label: { fr: 'Titre', nl: 'Titel', en: 'Title' }, expected: true },
        { key: 'audience', kind: 'shortText', label: { fr: 'Public', nl: 'Doelgroep', en: 'Audience' } },
        {
          key: 'findings',
          kind: 'shortText',
          label: { fr: 'Constats repris', nl: 'Opgenomen bevindingen', en: 'Findings included' },
        },
        {
          key: 'place',
          kind: 'shortText',
          label: { fr: 'Où le trouver', nl: 'Waar te vinden', en: 'Where to find it' },
        },
        { key: 'publishedOn', kind: 'date', label: { fr: 'Publié le', nl: 'Gepubliceerd op', en: 'Published on' } },
      ],
      max: 12,
      expected: true,
    },
    {
      key: 'readThrough',
      kind: 'choices',
      label: { fr: 'Relecture faite', nl: 'Nagekeken', en: 'Read through for' },
      help: {
        fr: 'Cochez ce qui vaut pour tous les supports publiés.',
        nl: 'Kruis aan wat voor alle gepubliceerde producten geldt.',
        en: 'Tick what holds for all published products.',
      },
      options: [
        {
          code: 'numbers',
          label: {
            fr: 'Nombre de personnes à côté de chaque chiffre',
            nl: 'Aantal mensen naast elk cijfer',
            en: 'Number of people beside each figure',
          },
        },
        {
          code: 'limits',
          label: { fr: 'Au moins une limite', nl: 'Minstens één beperking', en: 'At least one limit' },
        },
        {
          code: 'consent',
          label: {
            fr: 'Accord pour chaque citation et image',
            nl: 'Toestemming voor elk citaat en beeld',
            en: 'Consent for each quote and image',
          },
        },
        { code: 'plainWords', label: { fr: 'Mots simples', nl: 'Eenvoudige woorden', en: 'Plain words' } },
        {
          code: 'support',
          label: { fr: 'Mentions de soutien', nl: 'Vermelding van steun', en: 'Mentions of support' },
        },
      ],
    },
    {
      key: 'readerFeedback',
      kind: 'longText',
      label: {
        fr: 'Ce que les premières personnes ont compris',
        nl: 'Wat de eerste lezers begrepen',
        en: 'What the first readers understood',
      },
      help: {
        fr: 'Deux ou trois lectures avant publication suffisent. Notez ce que vous avez corrigé.',
        nl: 'Twee of drie lezingen voor publicatie volstaan. Noteer wat u aanpaste.',
        en: 'Two or three readings before publication are enough. Note what you corrected.',
      },
    },
  ],
}

const giveBack: StepData = {
  code: '3.8',
  title: {
    fr: 'Restituer aux personnes qui ont répondu',
    nl: 'Terugkoppelen naar wie geantwoord heeft',
    en: 'Give back to those who answered',
  },
  origin: 'guides',
  leads: ['manager'],
  joins: ['contributor'],
  summary: {
    fr: 'Dire aux personnes et au groupe ce que vous avez appris d’eux et ce qui va changer.',
    nl: 'Aan de mensen en de groep vertellen wat u van hen leerde en wat er verandert.',
    en: 'Tell the people and the group what you learned from them and what will change.',
  },
  why: {
    fr: 'Elles vous ont confié du temps et parfois une part de leur vie. Sans retour, la prochaine collecte sera plus difficile ; avec un retour, elle est déjà commencée.',
    nl: 'Ze gaven u tijd en soms een stuk van hun leven. Zonder terugkoppeling wordt de volgende verzameling moeilijker; met terugkoppeling is ze al begonnen.',
    en: 'They gave you time and sometimes a part of their lives. Without giving back, the next collection will be harder; with it, it has already begun.',
  },
  guidance: {
    fr: [
      'Choisissez le lieu et la forme qui conviennent aux personnes : pause-café, affiche avec images, message vocal, courte lettre.',
      'Cinq points au plus : ce que vous nous avez dit, ce que nous faisons, ce que nous ne pouvons pas faire.',
      'Utilisez leurs mots et un langage simple. Montrez aussi ce qui ne va pas.',
      'Laissez un temps pour réagir. Une réaction peut corriger un constat.',
      'Pensez aux personnes parties depuis : une carte ou un message suffit.',
    ],
    nl: [
      'Kies de plaats en de vorm die bij de mensen passen: koffiepauze, affiche met beelden, gesproken bericht, korte brief.',
      'Hoogstens vijf punten: wat u ons vertelde, wat we doen, wat we niet kunnen doen.',
      'Gebruik hun woorden en eenvoudige taal. Toon ook wat niet goed gaat.',
      'Laat tijd om te reageren. Een reactie kan een bevinding bijsturen.',
      'Denk aan wie intussen vertrokken is: een kaartje of bericht volstaat.',
    ],
    en: [
      'Choose a place and form that suit the people: coffee break, poster with pictures, voice message, short letter.',
      'Five points at most: what you told us, what we are doing, what we cannot do.',
      'Use their words and plain language. Also show what does not go well.',
      'Leave time for reactions. A reaction may correct a finding.',
      'Think of those who have left since: a card or message is enough.',
    ],
  },
  artefact: { fr: 'Trace de la restitution', nl: 'Verslag van de terugkoppeling', en: 'Record of giving back' },
  tool: 'form',
  light: { mergedInto: '3.6' },
  typicalDays: 10,
  fields: [
    {
      key: 'moments',
      kind: 'list',
      label: { fr: 'Restitutions', nl: 'Terugkoppelingen', en: 'Moments of giving back' },
      help: {
        fr: 'Faites ou prévues. Une date à venir compte aussi.',
        nl: 'Gebeurd of gepland. Ook een datum in de toekomst telt.',
        en: 'Done or planned. A date to come counts too.',
      },
      item: [
        { key: 'date', kind: 'date', label: { fr: 'Date', nl: 'Datum', en: 'Date' }, expected: true },
        { key: 'group', kind: 'shortText', label: { fr: 'Pour qui', nl: 'Voor wie', en: 'For whom' } },
        { key: 'form', kind: 'shortText', label: { fr: 'Forme', nl: 'Vorm', en: 'Form' } },
      ],
      max: 10,
      expected: true,
    },
    {
      key: 'told',
      kind: 'longText',
      label: { fr: 'Ce que nous avons dit', nl: 'Wat we vertelden', en: 'What we told' },
      help: {
        fr: 'Cinq points au plus, en langage simple.',
        nl: 'Hoogstens vijf punten, in eenvoudige taal.',
        en: 'Five points at most, in plain language.',
      },
      expected: true,
    },
    {
      key: 'cannotDo',
      kind: 'longText',
      label: { fr: 'Ce que nous ne pouvons pas faire', nl: 'Wat we niet kunnen doen', en: 'What we cannot do' },
      help: {
        fr: 'Avec la raison, dite simplement.',
        nl: 'Met de reden, eenvoudig gezegd.',
        en: 'With the reason, simply put.',
      },
    },
    {
      key: 'reactions',
      kind: 'longText',
      label: { fr: 'Réactions', nl: 'Reacties', en: 'Reactions' },
      help: {
        fr: 'Ce qui a été confirmé, corrigé ou ajouté.',
        nl: 'Wat bevestigd, bijgestuurd of toegevoegd werd.',
        en: 'What was confirmed, corrected or added.',
      },
    },
  ],
}

const learn: StepData = {
  code: '3.9',
  title: { fr: 'Apprendre pour la suite', nl: 'Leren voor later', en: 'Learn for next time' },
  origin: 'vises',
  leads: ['coach', 'manager'],
  joins: ['researcher'],
  summary: {
    fr: 'Revenir sur la démarche elle-même, transmettre ce qu’elle vous a appris et fixer un prochain rendez-vous.',
    nl: 'Terugkijken op het traject zelf, doorgeven wat u ervan leerde en een volgende afspraak vastleggen.',
    en: 'Look back on the evaluation itself, pass on what it taught you and fix a next date.',
  },
  why: {
    fr: 'La démarche évolue grâce à celles et ceux qui l’ont suivie. Vos remarques remontent aux équipes de recherche et aident les entreprises suivantes.',
    nl: 'Het stappenplan evolueert dankzij wie het doorlopen heeft. Uw opmerkingen gaan als signaal naar de onderzoekers en helpen de volgende ondernemingen.',
    en: 'The method evolves thanks to those who have followed it. Your remarks reach the research teams and help the enterprises that come next.',
  },
  guidance: {
    fr: [
      'Prenez une heure avec votre coach, idéalement avec une personne du groupe.',
      'Parcourez les étapes : laquelle a été utile, laquelle a pesé, laquelle vous feriez autrement ?',
      'Écrivez une remontée du terrain par idée. Une difficulté racontée précisément aide plus qu’un avis général.',
      'Choisissez ce qui devient une habitude : une question posée chaque année, un registre tenu, une rencontre du groupe.',
      'Notez une date de retour, même lointaine, et qui en garde la mémoire.',
    ],
    nl: [
      'Neem een uur met uw coach, liefst samen met iemand uit de groep.',
      'Overloop de stappen: welke was nuttig, welke woog zwaar, welke zou u anders doen?',
      'Schrijf één signaal vanuit het terrein per idee. Een moeilijkheid die u precies vertelt, helpt meer dan een algemene mening.',
      'Kies wat een gewoonte wordt: een vraag die u elk jaar stelt, een register, een bijeenkomst van de groep.',
      'Noteer wanneer u erop terugkomt, ook als dat nog ver weg is, en wie dat onthoudt.',
    ],
    en: [
      'Take an hour with your coach, ideally with someone from the group.',
      'Go through the steps: which one was useful, which weighed, which would you do differently?',
      'Write one learning note per idea. A difficulty told precisely helps more than a general opinion.',
      'Choose what becomes a habit: a question asked each year, a register kept up, a meeting of the group.',
      'Note a date to return to it, even a distant one, and who will remember.',
    ],
  },
  artefact: {
    fr: 'Retour sur la démarche et plan de suivi',
    nl: 'Terugblik op het traject en opvolgplan',
    en: 'Feedback on the method and follow-up plan',
  },
  tool: 'form',
  light: 'own',
  typicalDays: 7,
  fields: [
    {
      key: 'useful',
      kind: 'longText',
      label: { fr: 'Ce qui a été utile', nl: 'Wat nuttig was', en: 'What was useful' },
      help: {
        fr: 'Une étape, un moment, un outil, et ce qu’il vous a apporté.',
        nl: 'Een stap, een moment, een hulpmiddel, en wat het u opleverde.',
        en: 'A step, a moment, a tool, and what it brought you.',
      },
      expected: true,
    },
    {
      key: 'difficult',
      kind: 'longText',
      label: { fr: 'Ce qui a été difficile', nl: 'Wat moeilijk was', en: 'What was difficult' },
      help: {
        fr: 'Trop long, peu clair, inadapté à votre métier : dites-le simplement.',
        nl: 'Te lang, niet duidelijk, niet aangepast aan uw vak: zeg het gerust.',
        en: 'Too long, unclear, ill-suited to your trade: say so simply.',
      },
      expected: true,
    },
    {
      key: 'learningNotes',
      kind: 'list',
      label: { fr: 'Remontées du terrain', nl: 'Signalen vanuit het terrein', en: 'Learning notes' },
      help: {
        fr: 'Une expérience ou une question par ligne, à transmettre aux équipes de recherche.',
        nl: 'Eén ervaring of vraag per regel, om door te geven aan de onderzoekers.',
        en: 'One experience or question per row, to pass on to the research teams.',
      },
      item: [
        {
          key: 'about',
          kind: 'shortText',
          label: { fr: 'Étape ou sujet', nl: 'Stap of onderwerp', en: 'Step or subject' },
        },
        {
          key: 'note',
          kind: 'longText',
          label: { fr: 'Expérience ou question', nl: 'Ervaring of vraag', en: 'Experience or question' },
          example: {
            fr: 'Le mot « impact » a bloqué la discussion pendant vingt minutes ; « ce qui change » l’a débloquée.',
            nl: 'Het woord “impact” hield het gesprek twintig minuten tegen; met “wat verandert” kwam het los.',
            en: 'The word “impact” held up the discussion for twenty minutes; “what changes” got it moving.',
          },
        },
      ],
      max: 10,
    },
    {
      key: 'daysSpent',
      kind: 'number',
      label: { fr: 'Jours de travail passés', nl: 'Bestede werkdagen', en: 'Working days spent' },
      help: {
        fr: 'Une estimation, toutes personnes confondues. Elle aidera d’autres entreprises à prévoir.',
        nl: 'Een schatting, voor alle mensen samen. Ze helpt andere ondernemingen plannen.',
        en: 'An estimate, all people together. It will help other enterprises plan.',
      },
      max: 10_000,
    },
    {
      key: 'habits',
      kind: 'longText',
      label: { fr: 'Ce qui devient une habitude', nl: 'Wat een gewoonte wordt', en: 'What becomes a habit' },
      help: {
        fr: 'Ce que vous continuerez à observer ou à demander, et qui s’en occupe.',
        nl: 'Wat u blijft observeren of vragen, en wie ervoor zorgt.',
        en: 'What you will go on observing or asking, and who looks after it.',
      },
    },
    {
      key: 'nextDate',
      kind: 'date',
      label: { fr: 'Prochain rendez-vous', nl: 'Volgende afspraak', en: 'Next date' },
      help: {
        fr: 'Un bilan des actions, ou le départ d’un nouveau cycle.',
        nl: 'Een stand van zaken van de acties of de start van een nieuwe cyclus.',
        en: 'A look at the actions, or the start of a new cycle.',
      },
      expected: true,
    },
    {
      key: 'sharedOnPlatform',
      kind: 'longText',
      label: {
        fr: 'Ce que nous partageons avec la plateforme',
        nl: 'Wat we met het platform delen',
        en: 'What we share with the platform',
      },
      help: {
        fr: 'La question, une pratique, un constat, un outil. Vous choisissez, et rien n’est obligatoire.',
        nl: 'De vraag, een praktijk, een bevinding, een hulpmiddel. U kiest en niets is verplicht.',
        en: 'The question, a practice, a finding, a tool. You choose, and nothing is compulsory.',
      },
    },
  ],
}

const gate: GateData = {
  code: 'G3',
  title: { fr: 'Clore et transmettre', nl: 'Afronden en doorgeven', en: 'Close and pass on' },
  summary: {
    fr: 'L’entreprise, son coach et la plateforme constatent ensemble que la démarche est arrivée à son terme et choisissent ce qui sera partagé.',
    nl: 'De onderneming, haar coach en het platform stellen samen vast dat het traject rond is en kiezen wat gedeeld wordt.',
    en: 'The enterprise, its coach and the platform agree that the evaluation has come to its end and choose what will be shared.',
  },
  criteria: [
    {
      code: 'findingsSupported',
      label: {
        fr: 'Chaque constat a un appui et une limite',
        nl: 'Elke bevinding heeft een onderbouwing en een beperking',
        en: 'Each finding has evidence and a limit',
      },
      help: {
        fr: 'Un seul appui suffit s’il est clair ; la limite peut tenir en une phrase.',
        nl: 'Eén duidelijke onderbouwing volstaat; de beperking mag één zin zijn.',
        en: 'A single clear piece of evidence is enough; the limit may be one sentence.',
      },
    },
    {
      code: 'groupHasRead',
      label: {
        fr: 'Le groupe a lu les constats',
        nl: 'De groep heeft de bevindingen gelezen',
        en: 'The group has read the findings',
      },
      help: {
        fr: 'Le groupe de co-construction, ou les parties prenantes consultées s’il n’y a pas de groupe.',
        nl: 'De coconstructiegroep of, als er geen is, de geraadpleegde stakeholders.',
        en: 'The co-construction group, or the stakeholders consulted if there is none.',
      },
    },
    {
      code: 'productPublished',
      label: {
        fr: 'Au moins un support a été publié pour au moins un public',
        nl: 'Minstens één valorisatieproduct is gepubliceerd voor minstens één doelgroep',
        en: 'At least one product has been published for at least one audience',
      },
      help: {
        fr: 'Une fiche remise à l’équipe convient déjà.',
        nl: 'Een fiche voor het team volstaat al.',
        en: 'A sheet handed to the team is already enough.',
      },
    },
    {
      code: 'restitutionDoneOrDated',
      label: {
        fr: 'La restitution est faite ou datée',
        nl: 'De terugkoppeling is gebeurd of heeft een datum',
        en: 'Giving back is done or has a date',
      },
      help: {
        fr: 'Les personnes qui ont répondu savent, ou sauront, ce qui en est sorti.',
        nl: 'Wie antwoordde, weet of zal weten wat eruit gekomen is.',
        en: 'Those who answered know, or will know, what came of it.',
      },
    },
  ],
  outcomes: [
    {
      code: 'close',
      label: { fr: 'Clore', nl: 'Afronden', en: 'Close' },
      help: {
        fr: 'La démarche est terminée et reste lisible. Vous choisissez ce qui est partagé.',
        nl: 'Het traject is afgerond en blijft leesbaar. U kiest wat gedeeld wordt.',
        en: 'The evaluation is finished and stays readable. You choose what is shared.',
      },
    },
    {
      code: 'reopenLater',
      label: { fr: 'Clore et rouvrir plus tard', nl: 'Afronden en later heropenen', en: 'Close and reopen later' },
      help: {
        fr: 'Quelque chose reste à faire. Notez quoi, et à quelle date vous y reviendrez.',
        nl: 'Er blijft iets te doen. Noteer wat, en wanneer u erop terugkomt.',
        en: 'Something remains to be done. Note what, and when you will return to it.',
      },
    },
    {
      code: 'newCycle',
      label: { fr: 'Ouvrir un nouveau cycle', nl: 'Een nieuwe cyclus starten', en: 'Start a new cycle' },
      help: {
        fr: 'Cette démarche est close ; une nouvelle commence, avec la même question ou une autre.',
        nl: 'Dit traject is afgerond; er begint een nieuw, met dezelfde vraag of een andere.',
        en: 'This evaluation is closed; a new one begins, with the same question or another.',
      },
    },
  ],
  signs: ['manager', 'coach', 'platformLead'],
}

export const phase3: PhaseData = {
  number: 3,
  title: {
    fr: 'Analyse et valorisation de l’impact social',
    nl: 'Analyse en valorisatie van de maatschappelijke impact',
    en: 'Analysis and valorisation of social impact',
  },
  summary: {
    fr: 'Comprendre ensemble ce que vous avez récolté, en tirer des constats et des décisions, puis les faire vivre.',
    nl: 'Samen begrijpen wat u verzameld hebt, er bevindingen en beslissingen uit halen en ze daarna laten leven.',
    en: 'Understand together what you have collected, draw findings and decisions from it, then put them to work.',
  },
  typicalMonths: [2, 6],
  steps: [prepare, analyse, readTogether, writeFindings, decide, planValorisation, makeProducts, giveBack, learn],
  gate,
}
