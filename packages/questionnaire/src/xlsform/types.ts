import type { Question, QuestionKind } from '../model.ts'
import type { LossCode, UnsupportedCode } from './finding.ts'

/** What a cell of the column `type` says. */
export type RowType =
  | { row: 'begin'; container: Container; list?: string }
  | { row: 'end'; container: Container }
  | { row: 'question'; kind: QuestionKind; with?: Partial<Question>; loss?: LossCode }
  | { row: 'choice'; kind: 'single' | 'multiple' | 'ranking'; list: string; other: boolean; external: boolean }
  | { row: 'range' }
  | { row: 'today' }
  | { row: 'metadata' }
  | { row: 'setting'; setting: string }
  | { row: 'unsupported'; code: UnsupportedCode }

export type Container = 'group' | 'repeat' | 'loop'

/** Reads the type of a row as the makers of XLSForm do, their older spellings included. */
export function rowType(written: string): RowType {
  const type = written.slice(0, 500).trim().replace(/\s+/g, ' ')
  const border = /^(begin|end)[ _](group|lgroup|repeat|loop|looped group)(?: (?:over )?(\S+))?(?: |$)/i.exec(type)
  if (border) {
    const container = CONTAINERS[border[2]!.toLowerCase()]!
    if (border[1]!.toLowerCase() === 'end') return { row: 'end', container }
    return { row: 'begin', container, ...(border[3] && { list: border[3] }) }
  }
  return plainType(type) ?? choiceType(type) ?? { row: 'unsupported', code: 'typeUnknown' }
}

function plainType(type: string): RowType | undefined {
  const name = type.toLowerCase()
  const bare = name.replace(/^(q|get|add) /, '').replace(/ prompt$/, '')
  if (name === 'range') return { row: 'range' }
  if (bare === 'today') return { row: 'today' }
  if (METADATA.has(name) || METADATA.has(bare)) return { row: 'metadata' }
  // Photos and documents are taken; what runs for minutes is more than a page sends from a phone.
  if (bare === 'audio' || bare === 'video') return { row: 'unsupported', code: 'mediaNotTaken' }
  if (SETTINGS.has(name)) return { row: 'setting', setting: name }
  if (!Object.hasOwn(KINDS, bare)) return undefined
  const found = KINDS[bare]!
  return typeof found === 'string' ? { row: 'question', kind: found } : { row: 'question', ...found }
}

const CHOICE =
  /^(add select one prompt using|add select multiple prompt using|select all that apply from|select all that apply|select one from file|select multiple from file|select_one_from_file|select_multiple_from_file|select_one_external|select one external|select one from|select one using|select multiple from|select multiple using|select_one|select one|select1|select_multiple|select multiple|rank) (\S.*?)( or specify other| or_other| or other)?$/i

function choiceType(type: string): RowType | undefined {
  const [, command, list, other] = CHOICE.exec(type) ?? []
  if (!command || !list) return undefined
  if (/from.file/i.test(command) || /\.(csv|xml|geojson)$/i.test(list))
    return { row: 'unsupported', code: 'choicesFromFile' }
  if (list.includes('${')) return { row: 'unsupported', code: 'choicesFromAnswers' }
  if (list.includes(' ')) return undefined
  return {
    row: 'choice',
    kind: /^rank/i.test(command) ? 'ranking' : /multiple|all/i.test(command) ? 'multiple' : 'single',
    list,
    other: other !== undefined,
    external: /external/i.test(command),
  }
}

const CONTAINERS: Record<string, Container> = {
  group: 'group',
  repeat: 'repeat',
  lgroup: 'repeat',
  'looped group': 'repeat',
  loop: 'loop',
}

type Described = Omit<Extract<RowType, { row: 'question' }>, 'row'>

const PICTURE: Described = { kind: 'file', with: { accept: ['image/*'] } }
const days = (most: number): Described => ({ kind: 'integer', with: { min: 0, max: most } })

const KINDS: Readonly<Record<string, QuestionKind | Described>> = {
  note: 'note',
  text: 'shortText',
  string: 'shortText',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  percentage: { kind: 'integer', with: { min: 0, max: 100 } },
  'number of days in last month': days(31),
  'number of days in last six months': days(183),
  'number of days in last year': days(365),
  'phone number': { kind: 'shortText', with: { appearance: 'numbers', constraint: "regex(., '^\\d*$')" } },
  date: 'date',
  time: 'time',
  datetime: 'dateTime',
  'date time': 'dateTime',
  acknowledge: { kind: 'consent', loss: 'acknowledged' },
  trigger: { kind: 'consent', loss: 'acknowledged' },
  image: PICTURE,
  photo: PICTURE,
  picture: PICTURE,
  file: 'file',
  barcode: { kind: 'shortText', loss: 'barcodeTyped' },
  calculate: 'calculated',
  hidden: 'hidden',
}

/** What other tools note without asking; answers here are anonymous. */
const METADATA: ReadonlySet<string> = new Set([
  'start',
  'start time',
  'end',
  'end time',
  'deviceid',
  'device id',
  'imei',
  'phonenumber',
  'get phone number',
  'simserial',
  'sim id',
  'subscriberid',
  'subscriber id',
  'username',
  'email',
  'uri:deviceid',
  'uri:phonenumber',
  'uri:simserial',
  'uri:subscriberid',
  'uri:username',
  'uri:email',
  'audit',
  'start-geopoint',
  'background-audio',
  'background-geopoint',
])

// Once, settings stood among the questions.
const SETTINGS: ReadonlySet<string> = new Set(['set form title', 'set form id', 'form_title', 'form_id'])
