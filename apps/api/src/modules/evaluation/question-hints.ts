/** What in a text makes a line of the checklist look unmet. */
export const HintReason = {
  noQuestionMark: 'noQuestionMark',
  severalQuestionMarks: 'severalQuestionMarks',
  twoQuestions: 'twoQuestions',
  noPublic: 'noPublic',
  noPeriod: 'noPeriod',
  seeksProof: 'seeksProof',
  yesOrNo: 'yesOrNo',
  general: 'general',
  veryWide: 'veryWide',
  onlyGood: 'onlyGood',
  jargon: 'jargon',
} as const
export type HintReason = keyof typeof HintReason

/** A line of the checklist, and why it looks unmet. */
export interface Hint {
  check: 'oneQuestion' | 'concrete' | 'open' | 'useful' | 'feasible' | 'negativePossible' | 'recognised'
  reason: HintReason
}

/**
 * Reads a candidate question in French, Dutch or English and says which of the seven lines of the checklist look unmet,
 * from the words alone. It knows nothing of the enterprise: a hint invites a second look, and is never a score.
 */
export function questionHints(text: string): Hint[] {
  const question = text.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase().slice(0, 2000)
  if (!question) return []
  return RULES.filter((rule) => rule.applies(question)).map(({ check, reason }) => ({ check, reason }))
}

// JavaScript's \b knows ASCII letters only: a word starts where no letter stands before it.
const word = (source: string) => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'u')
const start = (source: string) => new RegExp(`^["«“„ ]*(?:${source})(?![\\p{L}])`, 'u')

const OPEN_WORD = word(
  "comment|en quoi|dans quelle mesure|pourquoi|qu'est-ce|quels?|quelles?|lesquels|lesquelles|qui|que|quoi|où|combien|quand|" +
    'hoe|in welke mate|waarom|wat|welke?|wie|waar|hoeveel|wanneer|' +
    'how|to what extent|in what way|why|what|which|whom?|where|when',
)

const YES_OR_NO_START = start(
  "est-ce que|est-ce qu'\\p{L}+|" +
    'is|zijn|heeft|hebben|helpt|helpen|kan|kunnen|wordt|worden|werkt|werken|doet|doen|draagt|dragen|geeft|geven|zorgt|zorgen|' +
    'verandert|veranderen|zal|zullen|was|waren|wil|willen|moet|moeten|krijgt|krijgen|voelt|voelen|' +
    'are|am|do|does|did|has|have|had|can|could|will|would|should|were|may|might|must',
)

// « Nos volontaires sont-ils contents »: verb and pronoun turned round, and no open question word before them. “Qu'est-ce” is open.
const INVERSION = /\p{L}-(?:t-)?(?:ils?|elles?|on|nous|vous)(?![\p{L}])/u

const YES_OR_NO = (question: string) => {
  if (YES_OR_NO_START.test(question)) return true
  const at = question.search(INVERSION)
  return at >= 0 && !OPEN_WORD.test(question.slice(0, at))
}

const PROOF = new RegExp(
  [
    start(
      "(?:comment |pouvons-nous |peut-on )?(?:prouver|démontrer|montrer que|montrer qu'\\p{L}+|justifier|convaincre)",
    ).source,
    start(
      '(?:hoe )?(?:(?:bewijzen|aantonen|bewijst?|overtuigen)|(?:kunnen we |tonen we |kan men ).*(?:aan|aantonen|bewijzen))',
    ).source,
    start('(?:how (?:can|do|could) we |how to |can we )?(?:prove|demonstrate|show|justify|convince)').source,
  ].join('|'),
  'u',
)

// « … et sont-ils … », “en zijn ze …”, “and are they …”: a second question behind the first.
const SECOND_QUESTION = new RegExp(
  [
    /[,;]? et \p{L}+-(?:t-)?(?:ils?|elles?|on)(?![\p{L}])/u.source,
    word('(?:en|of) (?:is|zijn|heeft|hebben|kan|kunnen|wordt|worden|doet|doen) (?:ze|zij|hij|het|we)').source,
    word('(?:and|or) (?:is|are|do|does|has|have|can|will) (?:they|it|he|she|we)').source,
  ].join('|'),
  'u',
)

const PEOPLE = word(
  'personnes?|gens|jeunes?|enfants?|familles?|parents?|femmes?|hommes?|travailleu(?:rs?|ses?)|salarié\\p{L}*|personnel|volontaires?|' +
    'bénévoles?|usag(?:ers?|ères?)|client\\p{L}*|habitant\\p{L}*|citoyen\\p{L}*|membres?|locataires?|élèves?|seniors?|aînés?|âgées?|' +
    'demandeu\\p{L}+|apprenant\\p{L}*|stagiaires?|équipes?|collègues?|bénéficiaires?|participant\\p{L}*|coopérat\\p{L}+|' +
    'product(?:eurs?|rices?)|partenaires?|voisin\\p{L}*|patient\\p{L}*|résident\\p{L}*|qui|lesquel\\p{L}+|celles|ceux|ménages?|' +
    'mensen|persoon|personen|jongeren?|kind|kinderen|gezin|gezinnen|ouders?|vrouw|vrouwen|man|mannen|medewerk\\p{L}+|werknemers?|' +
    'vrijwilligers?|klant|klanten|bewoners?|burgers?|leden|lid|huurders?|leerlingen?|cursisten?|collega\\p{L}*|doelgroep\\p{L}*|' +
    'deelnem\\p{L}+|coöperanten?|vennoten|partners?|buren|buurtbewoners?|patiënten?|begeleiders?|teams?|ploeg\\p{L}*|gebruikers?|wie|' +
    'werkzoekenden?|ouderen|gasten|boeren|producenten|' +
    'people|persons?|young|youth|child|children|famil(?:y|ies)|women|men|workers?|employees?|staff|volunteers?|customers?|clients?|' +
    'residents?|citizens?|members?|tenants?|pupils?|students?|learners?|trainees?|colleagues?|participants?|users?|neighbours?|' +
    'producers?|older|whom?|jobseekers?|households?|farmers?',
)

const PERIOD = new RegExp(
  `(?<!\\d)(?:19|20)\\d\\d(?!\\d)|${
    word(
      'ans?|années?|mois|semaines?|jours?|trimestres?|saisons?|depuis|pendant|durant|après|avant|' +
        'jaar|jaren|maand|maanden|week|weken|dag|dagen|seizoen\\p{L}*|sinds|tijdens|na|voor het eerst|' +
        'years?|months?|weeks?|days?|seasons?|since|during|after|before|within',
    ).source
  }`,
  'u',
)

const RULES: (Hint & { applies(question: string): boolean })[] = [
  { check: 'oneQuestion', reason: 'noQuestionMark', applies: (question) => !question.includes('?') },
  { check: 'oneQuestion', reason: 'severalQuestionMarks', applies: (question) => question.split('?').length > 2 },
  { check: 'oneQuestion', reason: 'twoQuestions', applies: (question) => SECOND_QUESTION.test(question) },
  { check: 'concrete', reason: 'noPublic', applies: (question) => !PEOPLE.test(question) },
  { check: 'concrete', reason: 'noPeriod', applies: (question) => !PERIOD.test(question) },
  { check: 'open', reason: 'seeksProof', applies: (question) => PROOF.test(question) },
  { check: 'open', reason: 'yesOrNo', applies: YES_OR_NO },
  {
    check: 'useful',
    reason: 'general',
    applies: finds(
      'en général|généralement|globalement|over het algemeen|in het algemeen|generally|in general|overall',
    ),
  },
  {
    check: 'feasible',
    reason: 'veryWide',
    applies: finds(
      'toute la région|tout le pays|toute la société|partout|(?:dix|quinze|vingt|trente) ans|' +
        '(?:de |het )?(?:hele|volledige) (?:regio|land|streek|samenleving|maatschappij)|overal|(?:tien|vijftien|twintig|dertig) jaar|' +
        '(?:the )?(?:whole|entire) (?:region|country|society)|everywhere|(?:ten|fifteen|twenty|thirty) years',
    ),
  },
  {
    check: 'negativePossible',
    reason: 'onlyGood',
    applies: finds(
      'bienfaits?|avantages?|bénéfices?|réussites?|effets positifs|impacts? positifs?|' +
        'voordelen|voordeel|successen|positieve (?:effecten|impact|invloed|gevolgen)|' +
        'benefits?|advantages?|success(?:es)?|positive (?:effects?|impacts?|changes?)',
    ),
  },
  {
    check: 'recognised',
    reason: 'jargon',
    applies: finds(
      'optimis\\p{L}+|dispositifs?|leviers?|synergies?|publics? cibles?|capital (?:relationnel|humain|social)|' +
        'optimalis\\p{L}+|optimaliseert|hefbo(?:om|men)|relationele kapitaal|sociaal kapitaal|menselijk kapitaal|' +
        'optimi[sz]\\p{L}+|leverag\\p{L}+|synerg\\p{L}+|target groups?|(?:relational|human|social) capital|kpis?|sroi|roi',
    ),
  },
]

function finds(source: string): (question: string) => boolean {
  const pattern = word(source)
  return (question) => pattern.test(question)
}
