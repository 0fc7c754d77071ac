import { wordsIn } from '@vises/questionnaire/words.ts'
import type { Texts } from '@vises/questionnaire/model.ts'
import type { Tenant } from '../../platform/tenant.ts'
import type { Cell, TableColumn, TableFile } from '../../platform/table-file.ts'
import type { Language } from '../../platform/tri-text.ts'
import type { Actor } from '../access/actor.ts'
import { NONE } from './figures/question-lines.ts'
import { OTHERS } from './figures/question-cells.ts'
import { results } from './results.ts'
import type { QuestionResult, ResultCell, ResultGroup, ResultLine, Results } from './result.types.ts'

/** The results of a wave as a table: what the page shows, row by row, from the same figures. */
export async function exportResults(
  tenant: Tenant,
  actor: Actor,
  waveId: string,
  by: string | null,
  language: Language,
): Promise<TableFile> {
  const shown = await results(tenant, actor, waveId, by)
  return { name: `results-${shown.title}`, language, columns: columnsIn(language), rows: rowsOf(shown, language) }
}

const HEADERS: Record<Language, string[]> = {
  fr: 'Question|Clé|Partie|Groupe|Réponse|Nombre|Au moins|Part|Répondants (n)|Sans réponse|Ne souhaite pas répondre|Non posée|Moyenne|Médiane|Premier quartile|Troisième quartile'.split(
    '|',
  ),
  nl: 'Vraag|Sleutel|Deel|Groep|Antwoord|Aantal|Minstens|Aandeel|Antwoorden (n)|Zonder antwoord|Wil liever niet antwoorden|Niet gevraagd|Gemiddelde|Mediaan|Eerste kwartiel|Derde kwartiel'.split(
    '|',
  ),
  en: 'Question|Key|Part|Group|Answer|Count|At least|Share|Answered (n)|Missing|Prefer not to say|Not asked|Mean|Median|Lower quartile|Upper quartile'.split(
    '|',
  ),
}

const KINDS: TableColumn['kind'][] = [
  ...Array.from({ length: 5 }, () => 'text' as const),
  'number',
  'number',
  'share',
  ...Array.from({ length: 8 }, () => 'number' as const),
]

const columnsIn = (language: Language): TableColumn[] =>
  HEADERS[language].map((header, index) => ({ header, kind: KINDS[index] }))

const WORDS: Record<
  Language,
  Record<'everybody' | 'others' | 'none' | 'lower' | 'same' | 'higher' | 'change' | 'upTo' | 'from', string>
> = {
  fr: {
    everybody: 'Tous',
    others: 'Autres',
    none: 'Sans réponse ou non posée',
    lower: 'Plus bas',
    same: 'Identique',
    higher: 'Plus haut',
    change: 'Évolution',
    upTo: 'jusqu’à',
    from: 'à partir de',
  },
  nl: {
    everybody: 'Allen',
    others: 'Andere',
    none: 'Zonder antwoord of niet gevraagd',
    lower: 'Lager',
    same: 'Gelijk',
    higher: 'Hoger',
    change: 'Verandering',
    upTo: 'tot en met',
    from: 'vanaf',
  },
  en: {
    everybody: 'Everybody',
    others: 'Others',
    none: 'No answer or not asked',
    lower: 'Lower',
    same: 'The same',
    higher: 'Higher',
    change: 'Change',
    upTo: 'up to',
    from: 'from',
  },
}

function* rowsOf({ questions, groups, baseLanguage }: Results, language: Language): Generator<Cell[]> {
  const say = (label: unknown) => wordsIn(label as Texts, language, baseLanguage)
  for (const question of questions) {
    for (const line of question.lines) {
      const head: Cell[] = [
        say(question.label),
        question.key,
        partName(question, line, say, language),
        groupName(line, groups, say, language),
      ]
      const tail: Cell[] = [
        line.n,
        line.missing,
        line.declined,
        line.notAsked,
        line.mean,
        line.median,
        line.lowerQuartile,
        line.upperQuartile,
      ]
      if (line.cells.length === 0) yield [...head, '', null, null, null, ...tail]
      for (const cell of line.cells)
        yield [...head, cellName(question, cell, say, language), cell.count, cell.atLeast, cell.share, ...tail]
      for (const { value, meanPlace, n } of line.ranks)
        yield [
          ...head,
          choiceName(question, value, say, language),
          null,
          null,
          null,
          n,
          null,
          null,
          null,
          meanPlace,
          ...tail.slice(5),
        ]
      for (const { word, count } of line.words) yield [...head, word, count, null, null, ...tail]
    }
  }
}

type Say = (label: unknown) => string

function partName({ parts }: QuestionResult, { part }: ResultLine, say: Say, language: Language): string {
  if (part === 'change') return WORDS[language].change
  return say(parts.find(({ value }) => value === part)?.label) || part
}

function groupName(
  { by, groups: inside }: ResultLine,
  groups: readonly ResultGroup[],
  say: Say,
  language: Language,
): string {
  if (by === '') return WORDS[language].everybody
  const nameOf = (value: string) => {
    const group = groups.find((one) => one.value === value)
    return group?.name ?? (say(group?.label) || value)
  }
  return by === '@rest'
    ? `${WORDS[language].others}: ${inside.filter(Boolean).map(nameOf).join(', ')}`.replace(/: $/, '')
    : nameOf(by)
}

function choiceName({ choices }: QuestionResult, value: string, say: Say, language: Language): string {
  if (value === OTHERS) return WORDS[language].others
  if (value === NONE) return WORDS[language].none
  if (value === 'lower' || value === 'same' || value === 'higher') {
    const known = choices.some((choice) => choice.value === value)
    if (!known) return WORDS[language][value]
  }
  return say(choices.find((choice) => choice.value === value)?.label) || value
}

function cellName(
  question: QuestionResult,
  { values, from, to, largest, atLeast }: ResultCell,
  say: Say,
  language: Language,
): string {
  if (values.length === 0) {
    const words = WORDS[language]
    if (from === null) return to === null ? words.everybody : `${words.upTo} ${to}`
    return to === null ? `${words.from} ${from}` : `${from} – ${to}`
  }
  const names = values.map((value) => choiceName(question, value, say, language)).join(' + ')
  return largest !== null && atLeast !== null && values.length > 1
    ? `${names} (${choiceName(question, largest, say, language)} ≥ ${atLeast})`
    : names
}
