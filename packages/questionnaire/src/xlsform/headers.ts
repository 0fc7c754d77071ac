import type { Headers } from './sheet.ts'

/** 2 -> `C`. */
export function columnLetters(place: number): string {
  return (place >= 26 ? columnLetters(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26))
}

/** Old names that are also good names for a column of one's own, when the proper name is there too. */
export const WEAK_NAMES: ReadonlySet<string> = new Set(['tag', 'value', 'command', 'caption', 'count'])

/** What a column of the sheet `survey` means. */
export type SurveyField =
  | 'type'
  | 'name'
  | 'label'
  | 'hint'
  | 'guidance'
  | 'required'
  | 'requiredMessage'
  | 'relevant'
  | 'constraint'
  | 'constraintMessage'
  | 'calculation'
  | 'default'
  | 'readOnly'
  | 'appearance'
  | 'choiceFilter'
  | 'count'
  | 'image'
  | 'audio'
  | 'video'
  | 'parameters'
  | 'disabled'
  | 'trigger'
  | 'vises'

/** What a column of the sheets `choices` and `external_choices` means. */
export type ChoiceField = 'list' | 'name' | 'label' | 'image' | 'audio' | 'video' | 'vises'

export const SURVEY_HEADERS: Headers<SurveyField> = {
  translated: new Set([
    'label',
    'hint',
    'guidance',
    'requiredMessage',
    'constraintMessage',
    'image',
    'audio',
    'video',
  ] as const),
  names: {
    type: 'type',
    command: 'type',
    name: 'name',
    tag: 'name',
    value: 'name',
    label: 'label',
    caption: 'label',
    hint: 'hint',
    guidance_hint: 'guidance',
    required: 'required',
    'bind::required': 'required',
    required_message: 'requiredMessage',
    requiredmsg: 'requiredMessage',
    'bind::jr:requiredmsg': 'requiredMessage',
    relevant: 'relevant',
    relevance: 'relevant',
    'bind::relevant': 'relevant',
    constraint: 'constraint',
    'bind::constraint': 'constraint',
    constraint_message: 'constraintMessage',
    constraining_message: 'constraintMessage',
    'bind::jr:constraintmsg': 'constraintMessage',
    calculation: 'calculation',
    calculate: 'calculation',
    'bind::calculate': 'calculation',
    default: 'default',
    read_only: 'readOnly',
    readonly: 'readOnly',
    'bind::readonly': 'readOnly',
    appearance: 'appearance',
    'control::appearance': 'appearance',
    'body::appearance': 'appearance',
    choice_filter: 'choiceFilter',
    repeat_count: 'count',
    count: 'count',
    'jr:count': 'count',
    'control::jr:count': 'count',
    image: 'image',
    'media::image': 'image',
    audio: 'audio',
    'media::audio': 'audio',
    video: 'video',
    'media::video': 'video',
    parameters: 'parameters',
    disabled: 'disabled',
    trigger: 'trigger',
    vises: 'vises',
  },
}

export const CHOICE_HEADERS: Headers<ChoiceField> = {
  translated: new Set(['label', 'image', 'audio', 'video'] as const),
  names: {
    list_name: 'list',
    name: 'name',
    value: 'name',
    label: 'label',
    caption: 'label',
    image: 'image',
    'media::image': 'image',
    audio: 'audio',
    'media::audio': 'audio',
    video: 'video',
    'media::video': 'video',
    vises: 'vises',
  },
}

/** The headers we write, in their order; translated ones once for each language. */
export const SURVEY_COLUMNS: readonly (readonly [field: SurveyField, header: string])[] = [
  ['type', 'type'],
  ['name', 'name'],
  ['label', 'label'],
  ['hint', 'hint'],
  ['guidance', 'guidance_hint'],
  ['required', 'required'],
  ['requiredMessage', 'required_message'],
  ['relevant', 'relevant'],
  ['constraint', 'constraint'],
  ['constraintMessage', 'constraint_message'],
  ['calculation', 'calculation'],
  ['default', 'default'],
  ['readOnly', 'read_only'],
  ['appearance', 'appearance'],
  ['choiceFilter', 'choice_filter'],
  ['count', 'repeat_count'],
  ['image', 'media::image'],
  ['audio', 'media::audio'],
  ['video', 'media::video'],
  ['parameters', 'parameters'],
  ['vises', 'vises'],
]

export const CHOICE_COLUMNS: readonly (readonly [field: ChoiceField, header: string])[] = [
  ['list', 'list_name'],
  ['name', 'name'],
  ['label', 'label'],
  ['image', 'media::image'],
  ['audio', 'media::audio'],
  ['video', 'media::video'],
]
