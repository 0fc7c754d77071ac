/** @jsxImportSource preact */
import type { QuestionKind } from '@vises/questionnaire/model.ts'
import type { ComponentType } from 'preact'
import { wordsOf } from '../asking/answer-words.ts'
import { Agreement, Scale, ThenNow } from './Scales.tsx'
import { Consent, Multiple, Single, YesNo } from './Choices.tsx'
import type { FieldProps } from './desk.ts'
import { useDesk } from './desk.ts'
import { FileField } from './FileField.tsx'
import { Matrix } from './Matrix.tsx'
import { MomentField } from './MomentField.tsx'
import { NumberField } from './NumberField.tsx'
import { Place } from './SearchList.tsx'
import { Ranking } from './Ranking.tsx'
import { TextField } from './TextField.tsx'

const FIELDS: Partial<Record<QuestionKind, ComponentType<FieldProps>>> = {
  shortText: TextField,
  longText: TextField,
  integer: NumberField,
  decimal: NumberField,
  date: MomentField,
  time: MomentField,
  dateTime: MomentField,
  yesNo: YesNo,
  single: Single,
  multiple: Multiple,
  scale: Scale,
  agreement: Agreement,
  thenNow: ThenNow,
  matrix: Matrix,
  ranking: Ranking,
  place: Place,
  file: FileField,
  consent: Consent,
}

/** The part of a question that takes the answer; what cannot be changed is only shown. */
export function Field(props: FieldProps) {
  const { session } = useDesk()
  const Kind = FIELDS[props.question.kind]
  if (Kind && !props.view.readOnly) return <Kind {...props} />
  const words = wordsOf(session.reading, props.question, props.view.value, props.view.otherText)
  return (
    <output class="shown" aria-labelledby={props.titled}>
      {words.length ? words.map((line) => <span key={line}>{line}</span>) : '–'}
    </output>
  )
}
