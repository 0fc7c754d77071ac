import { isDeclinable } from '@vises/questionnaire/effort.ts'
import { listOf } from '@vises/questionnaire/layout.ts'
import { AGREEMENT } from '@vises/questionnaire/model.ts'
import type { Media, Question, Texts } from '@vises/questionnaire/model.ts'
import { printWords } from '@vises/questionnaire/paper/print-words.ts'
import type { PrintWords } from '@vises/questionnaire/paper/print-words.ts'
import { relevanceWords } from '@vises/questionnaire/paper/skips.ts'
import type { OnPaper } from '@vises/questionnaire/paper/skips.ts'
import { placesToTick } from '@vises/questionnaire/places.ts'
import { AGREEMENT_WORDS, MOMENT_WORDS } from '@vises/questionnaire/words.ts'
import { box, boxes, line, mm, paragraph, PICTURE_HEIGHT, said, scale, SMALL, steps, WIDTH } from './paper-parts.ts'
import type { Part } from './paper-parts.ts'
import { heading, itemOf } from './paper-tags.ts'
import type { Tag } from './paper-tags.ts'

/** A form that is being laid out, and how its texts are told. */
export interface PaperForm extends OnPaper {
  say: (texts: Texts | undefined) => string
  /** The picture of a question or choice, where it has one that paper can show. */
  show: (media: Media | undefined) => Part | undefined
  /** Of the headings of its questions: one below the title of what they stand in. */
  level: number
}

const HOW: Partial<Record<Question['kind'], 'one' | 'many' | 'rank' | 'date' | 'time' | 'apart'>> = {
  single: 'one',
  multiple: 'many',
  ranking: 'rank',
  date: 'date',
  time: 'time',
  file: 'apart',
}

/** What is higher than this, in points, is not kept on one page by force: of the 760 that a page has. */
const MOST_TOGETHER = 480

/** About how high texts are below each other, in lines of so many characters. */
const heightOf = (texts: readonly string[], characters: number): number =>
  texts.reduce((sum, text) => sum + 6 + 15 * Math.ceil(text.length / characters), 0)

/** One question with its boxes or lines; what stands before it (titles) goes with it to the next page. */
export function paperQuestion(question: Question, form: PaperForm, before: Part[]): Part[] {
  const { kind, label, hint, key, media } = question
  if (kind === 'calculated' || kind === 'hidden') return before
  const { say, show, content, numbers, language } = form
  const shown = show(media)
  const pictures = shown ? [shown] : []
  const words = printWords(language)
  if (kind === 'note') return [...before, paragraph(say(label), { margin: [0, 2, 0, 6] }), ...pictures]
  const how = HOW[kind]
  const hints = [say(hint), how ? words[how] : '', relevanceWords(question, form)].filter(Boolean)
  // In a table it stands above each page of it.
  const asked: Tag = { ...heading(form.level), ...(kind === 'matrix' && { repeats: true }) }
  const title: Part[] = [
    {
      columns: [
        said(String(numbers.get(key)), asked, { bold: true, width: mm(7) }),
        said(say(label), asked, { bold: true, width: '*' }),
      ],
      margin: [0, 0, 0, 2],
    },
    ...(hints.length
      ? [
          said(
            hints.join(' · '),
            { type: 'P', ...(kind === 'matrix' && { repeats: true }) },
            { italics: true, fontSize: SMALL, margin: [0, 0, 0, 3] },
          ),
        ]
      : []),
    ...pictures,
  ]
  const declined: Part[] = isDeclinable(question) ? [declining(words)] : []
  const head = pictures.length * PICTURE_HEIGHT + heightOf([say(label), hints.join(' ')], 85)
  if (kind === 'matrix') return [...matrix(question, form, [...before, ...title], head), ...declined]
  const { lowLabel, highLabel, thenLabel, nowLabel } = question
  const offered = listOf(content, question.choices)
  const choices = offered.map((choice) => say(choice.label))
  const below = offered.filter((choice) => show(choice.media)).length * PICTURE_HEIGHT
  const ends = [lowLabel, highLabel].map(say)
  const high =
    head + below + 24 + heightOf(choices, 80) + 2 * heightOf(ends, 18) + heightOf([thenLabel, nowLabel].map(say), 85)
  const answer = [...answerOf(question, form, words), ...declined]
  if (high <= MOST_TOGETHER) return [{ stack: [...before, ...title, ...answer], unbreakable: true, margin: AROUND }]
  return [
    { stack: [...before, ...title], margin: [0, 5, 0, 0] },
    { stack: answer, margin: [0, 0, 0, 6] },
  ]
}

const AROUND = [0, 5, 0, 6]

/** Whoever prefers not to say can tick it on paper too: it is counted apart from what was left out. */
const declining = ({ decline }: PrintWords): Part => ({
  columns: [{ ...box(), width: mm(6) }, paragraph(decline, { fontSize: SMALL })],
  columnGap: 4,
  margin: [0, 4, 0, 0],
})

function answerOf(question: Question, { say, show, content }: PaperForm, words: PrintWords): Part[] {
  const { kind, choices, other, min = 0, max = 10, lowLabel, highLabel } = question
  const scaled = () => scale(min, max, say(lowLabel), say(highLabel))
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'ranking': {
      const labels = listOf(content, choices).map(({ name, label, media }) => ({
        words: say(label) || name,
        picture: show(media),
      }))
      const list: Tag = { type: 'L' }
      const open: Part = {
        columns: [
          { ...box(), width: mm(6) },
          said(words.other, itemOf(list), { width: 'auto' }),
          line(WIDTH - mm(40), mm(5)),
        ],
        columnGap: 4,
        margin: [0, 2, 0, 0],
      }
      return [...(labels.length ? [boxes(labels, kind === 'ranking', list)] : []), ...(other ? [open] : [])]
    }
    case 'place': {
      const places = placesToTick(question, content).map(({ name, label }) => say(label) || name)
      return [places.length ? boxes(places) : line()]
    }
    case 'yesNo':
    case 'consent':
      return [boxes([words.yes, words.no])]
    case 'agreement':
      return [steps(AGREEMENT.map((step) => say(AGREEMENT_WORDS[step])))]
    case 'scale':
      return scaled()
    case 'thenNow':
      return (['then', 'now'] as const).flatMap((moment) => [
        paragraph(say(question[`${moment}Label`]) || say(MOMENT_WORDS[moment]), {
          fontSize: SMALL,
          margin: [0, 2, 0, 0],
        }),
        ...scaled(),
      ])
    case 'longText':
      return [line(), line(), line(), line()]
    case 'integer':
    case 'decimal':
    case 'date':
    case 'time':
    case 'dateTime':
      return [line(mm(60))]
    case 'file':
      return []
    default:
      return [line()]
  }
}

/** More columns than fit beside the words of a row. */
const MOST_COLUMNS = 9

/** A table of boxes: its head stands on each page it comes to, and no row is cut in two. */
function matrix({ rows, choices }: Question, { say, content }: PaperForm, title: Part[], head: number): Part[] {
  const columns = choices
    ? listOf(content, choices).map(({ name, label }) => say(label) || name)
    : AGREEMENT.map((step) => say(AGREEMENT_WORDS[step]))
  const lines = listOf(content, rows).map(({ name, label }) => say(label) || name)
  const width = (WIDTH * 0.62) / Math.max(columns.length, 1) - 8
  const letters = Math.max(1, Math.floor(width / 5))
  const highest = Math.max(
    head,
    ...columns.map((text) => heightOf([text], letters)),
    ...lines.map((text) => heightOf([text], 30)),
  )
  // What cannot be a table on this page is asked row by row.
  if (columns.length > MOST_COLUMNS || highest > MOST_TOGETHER / 2)
    return [
      { stack: title, margin: [0, 5, 0, 2] },
      ...lines.flatMap((text): Part[] => [paragraph(text, { margin: [0, 4, 0, 2] }), boxes(columns)]),
    ]
  const none = [false, false, false, false]
  const table: Tag = { type: 'Table' }
  const top: Tag = { type: 'TR', within: table }
  const body: Part[][] = [
    [
      { stack: title, colSpan: columns.length + 1, border: none, margin: [-4, 0, 0, 2] },
      ...columns.map(() => ({ text: '', border: none })),
    ],
    [
      { text: '', border: none },
      ...columns.map((text, at) =>
        said(
          text,
          { type: 'TH', scope: 'Column', within: top, repeats: true, ...(at === 0 && { blanks: { before: 1 } }) },
          { alignment: 'center', fontSize: columns.length > 6 ? 7 : 8.5 },
        ),
      ),
    ],
    ...lines.map((text): Part[] => [
      said(
        text,
        { type: 'TH', scope: 'Row', within: { type: 'TR', within: table }, blanks: { after: columns.length } },
        { fontSize: SMALL },
      ),
      ...columns.map(() => box(undefined, [Math.max(0, (width - mm(4)) / 2), 1, 0, 1])),
    ]),
  ]
  return [
    {
      table: {
        widths: ['*', ...columns.map(() => width)],
        headerRows: 2,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        body,
      },
      layout: { hLineWidth: () => 0.4, vLineWidth: () => 0.4, hLineColor: () => '#777', vLineColor: () => '#777' },
      unbreakable: head + heightOf(lines, 30) <= MOST_TOGETHER,
      margin: AROUND,
    },
  ]
}
