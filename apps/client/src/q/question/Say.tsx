/** @jsxImportSource preact */
import type { Path } from '@vises/questionnaire/form.ts'
import type { Texts } from '@vises/questionnaire/model.ts'
import type { ComponentChildren } from 'preact'
import { richOf } from '../asking/rich.ts'
import { directionOf, sayIn, withoutPlain } from '../language.ts'
import { useDesk } from './desk.ts'

interface Props {
  of: Texts | undefined
  /** The item it belongs to: answers that the text mentions are put in. */
  path?: Path
}

/** A text of the questionnaire, with its language where that is not the one chosen. */
export function Say({ of, path }: Props) {
  const { session } = useDesk()
  const found = sayIn(of, session.tag, session.questionnaire.baseLanguage)
  if (!found) return null
  const language = withoutPlain(found.language)
  const parts = rich(path === undefined ? found.text : session.form.fill(found.text, path))
  if (language === withoutPlain(session.tag)) return <>{parts}</>
  return (
    <span lang={language} dir={directionOf(language)}>
      {parts}
    </span>
  )
}

function rich(text: string): ComponentChildren[] {
  return richOf(text).map((part, place) => {
    if (typeof part === 'string') return part
    const { kind, text: inner, href } = part
    if (kind === 'br') return <br key={place} />
    if (kind === 'strong') return <strong key={place}>{inner}</strong>
    if (kind === 'em') return <em key={place}>{inner}</em>
    return (
      <a key={place} href={href} target="_blank" rel="noreferrer noopener">
        {inner}
      </a>
    )
  })
}
