/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { effortOf } from '@vises/questionnaire/effort.ts'
import { directionOf, sayIn, withoutPlain } from '../language.ts'
import { useDesk } from '../question/desk.ts'
import { Say } from '../question/Say.tsx'
import type { ChangeLanguage } from './Bar.tsx'
import { Languages } from './Bar.tsx'
import { Icon } from './Icon.tsx'
import { dayInWords } from '../days.ts'

/** Who asks, as far as it is known. */
export interface AskedBy {
  askedBy?: string | null
  purpose?: string | null
  contact?: string | null
  keepUntil?: string | null
  closesOn?: string | null
  anonymous?: boolean
  /** The language of these texts. */
  language?: string
}

interface Props {
  about: AskedBy
  change: ChangeLanguage
  /** Right under the title: what was begun before. */
  first?: ComponentChildren
  /** Above the button: what is kept. */
  children?: ComponentChildren
  begin?: () => void
}

/** Before the first question: who asks, why, for how long, and what happens with the answers. */
export function Start({ about, change, first, children, begin }: Props) {
  const { session, t, speech, own } = useDesk()
  const { questionnaire } = session
  const other =
    about.language && withoutPlain(about.language) !== session.language ? withoutPlain(about.language) : undefined
  const theirs = other ? { lang: other, dir: directionOf(other) } : {}
  const kept = about.keepUntil && t('start.kept', { day: dayInWords(about.keepUntil, speech) })
  const introduction = sayIn(questionnaire.introduction, session.tag, questionnaire.baseLanguage)
  return (
    <>
      <Languages change={change} />
      <h1 tabIndex={-1} class="title">
        <Say of={questionnaire.title} />
      </h1>
      {first}
      {introduction && (
        <p class="introduction">
          <Say of={questionnaire.introduction} />
        </p>
      )}
      <ul class="facts" {...own}>
        {about.askedBy && (
          <Fact icon="person" title={t('start.asks', { name: about.askedBy })}>
            {about.purpose && <span {...theirs}>{about.purpose}</span>}
          </Fact>
        )}
        <Fact icon="clock" title={t('start.time', effortOf(questionnaire))}>
          {t('start.skip')}
        </Fact>
        {about.anonymous === false ? (
          <Fact icon="shield" title={t('start.named')} />
        ) : (
          <Fact icon="shield" title={t('start.anonymous')}>
            {t('start.anonymousText')}
          </Fact>
        )}
        {about.closesOn && (
          <Fact icon="archive" title={t('start.until', { day: dayInWords(about.closesOn, speech) })}>
            {kept}
          </Fact>
        )}
        {!about.closesOn && kept && <Fact icon="archive">{kept}</Fact>}
      </ul>
      {about.contact && (
        <p class="soft" {...own}>
          {t('start.contact')} <Contact of={about.contact} />
        </p>
      )}
      {children}
      {begin && (
        <div class="acts sticky" {...own}>
          <button type="button" class="button main" onClick={begin}>
            {t('start.go')}
          </button>
        </div>
      )}
    </>
  )
}

/** Whom to ask; an address can be written to. */
function Contact({ of }: { of: string }) {
  const address = /[^\s<>@,;:]+@[^\s<>@,;:]+\.[a-z]{2,}/i.exec(of)?.[0]
  if (!address) return <bdi>{of}</bdi>
  const [before, after] = [of.slice(0, of.indexOf(address)), of.slice(of.indexOf(address) + address.length)]
  return (
    <bdi>
      {before}
      <a href={`mailto:${address}`}>{address}</a>
      {after}
    </bdi>
  )
}

interface FactProps {
  icon: Parameters<typeof Icon>[0]['name']
  title?: string
  children?: ComponentChildren
}

function Fact({ icon, title, children }: FactProps) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        {title && <strong>{title}</strong>}
        {children && <p>{children}</p>}
      </div>
    </li>
  )
}
