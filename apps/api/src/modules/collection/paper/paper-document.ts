import type { Item } from '@vises/questionnaire/model.ts'
import { printWords, spokenFor } from '@vises/questionnaire/paper/print-words.ts'
import { onPaper, relevanceWords } from '@vises/questionnaire/paper/skips.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import type { PaperInput } from './paper-input.ts'
import { MARGIN, mm, paragraph, picture, said, SMALL, WIDTH } from './paper-parts.ts'
import type { Part } from './paper-parts.ts'
import { heading } from './paper-tags.ts'
import type { Tag } from './paper-tags.ts'
import { paperQuestion } from './paper-question.ts'
import type { PaperForm } from './paper-question.ts'

const LOCALES = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' } as const

/** The marking of texts, which paper goes without; and mentions of another answer, which it cannot fill in. */
const MARKING: [RegExp, string][] = [
  [/\*\*([^*\n]+)\*\*/g, '$1'],
  [/(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])/g, '$1'],
  [/\[([^\]\n]+)\]\((https:\/\/[^\s)]+)\)/g, '$1 ($2)'],
  [/\$\{[^{}]*\}/g, '…'],
]

/** The forms of a wave as a document: A4, black on white, one form for each sheet number, its pages counted by themselves. */
export function paperDocument(input: PaperInput, clean: (text: string) => string): Part {
  const { content, language, pictures, first, copies } = input
  const words = printWords(language)
  const plain = (text: string) => clean(MARKING.reduce((left, [mark, kept]) => left.replace(mark, kept), text))
  const say = (texts: Parameters<PaperForm['say']>[0]) => plain(wordsIn(texts, language, content.baseLanguage))
  const show: PaperForm['show'] = (media) => {
    const address = wordsIn(media?.image, language, content.baseLanguage)
    return Object.hasOwn(pictures, address) ? picture(address, say(media?.alt)) : undefined
  }
  const form: PaperForm = { ...onPaper(content, language), say, show, level: 2 }
  const title = say(content.title)
  const sheetOf = (page: number, pages: number) => first + Math.floor((page - 1) / (pages / copies))
  const sheets = Array.from({ length: copies }, (_, at): Part => ({
    stack: [
      ...head(input, title, first + at, say, clean),
      ...itemsOf(content.items, form, []),
      ending(say(content.thanks) || words.thanks),
    ],
    ...(at > 0 && { pageBreak: 'before' }),
  }))
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, mm(13), MARGIN, mm(17)],
    info: { title, creator: 'VISES', producer: 'VISES' },
    language,
    displayTitle: true,
    tagged: true,
    version: '1.7',
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.15 },
    images: pictures,
    content: sheets,
    footer: (page: number, pages: number) => {
      const each = pages / copies
      return {
        columns: [
          { text: title, width: '*', noWrap: true, fontSize: 8.5, maxHeight: 12 },
          {
            text: `${words.sheet} ${sheetOf(page, pages)} · ${words.page(((page - 1) % each) + 1, each)}`,
            width: 'auto',
            fontSize: 8.5,
          },
        ],
        columnGap: 12,
        margin: [MARGIN, mm(6), MARGIN, 0],
      }
    },
  }
}

/** Who asks and why, for how long answers are kept, and how the form is filled in. */
function head(
  { content, language, wave }: PaperInput,
  title: string,
  sheet: number,
  say: PaperForm['say'],
  clean: (text: string) => string,
): Part[] {
  const words = printWords(language)
  const format = new Intl.DateTimeFormat(LOCALES[spokenFor(language)], { dateStyle: 'long', timeZone: 'UTC' })
  const day = (text: string) => format.format(new Date(`${text}T00:00:00Z`))
  const about = [
    words.asks(wave.askedBy),
    say(wave.purpose),
    wave.anonymous && words.anonymous,
    wave.closesOn && words.until(day(wave.closesOn)),
    wave.keepUntil && words.kept(day(wave.keepUntil)),
    wave.contact && words.contact(wave.contact),
  ]
  const introduction = say(content.introduction)
  const number: Tag = { type: 'P' }
  return [
    {
      columns: [
        said(title, heading(1), { fontSize: 16, bold: true, width: '*' }),
        {
          text: [
            { text: `${words.sheet} `, tag: number },
            { text: String(sheet), bold: true, tag: number },
          ],
          width: mm(38),
          alignment: 'right',
        },
      ],
      columnGap: 12,
    },
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 1.5, lineColor: '#000' }],
      margin: [0, 3, 0, 8],
    },
    paragraph(clean(about.filter(Boolean).join(' ')), { margin: [0, 0, 0, 5] }),
    ...(introduction ? [paragraph(introduction, { margin: [0, 0, 0, 5] })] : []),
    paragraph(words.howTo, { bold: true, margin: [0, 0, 0, 6] }),
  ]
}

const ending = (text: string): Part => paragraph(text, { margin: [0, 8, 0, 0] })

/** Questions and groups in their order; the title of a group goes with its first question. */
function itemsOf(items: readonly Item[], form: PaperForm, before: Part[]): Part[] {
  const made: Part[] = []
  let waiting = before
  for (const item of items) {
    if (!('items' in item)) {
      const parts = paperQuestion(item, form, waiting)
      // What is not on paper leaves the titles before it to the next question.
      if (parts === waiting) continue
      made.push(...parts)
    } else {
      const within = { ...form, level: form.level + (form.say(item.label) ? 1 : 0) }
      made.push(...itemsOf(item.items, within, [...waiting, ...titleOf(item, form)]))
    }
    waiting = []
  }
  return [...made, ...waiting]
}

function titleOf(item: Extract<Item, { items: Item[] }>, form: PaperForm): Part[] {
  const title = form.say(item.label)
  const hints = [
    form.say(item.hint),
    item.kind === 'repeat' ? printWords(form.language).again : '',
    relevanceWords(item, form),
  ]
  return [
    ...(title
      ? [
          {
            stack: [
              said(title, heading(form.level), { fontSize: 12.5, bold: true }),
              { canvas: [{ type: 'line', x1: 0, y1: 2, x2: WIDTH, y2: 2, lineWidth: 0.8, lineColor: '#000' }] },
            ],
            margin: [0, 6, 0, 5],
          },
        ]
      : []),
    ...hints.filter(Boolean).map((text) => paragraph(text, { italics: true, fontSize: SMALL, margin: [0, 0, 0, 4] })),
  ]
}
