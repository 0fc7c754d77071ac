/** @jsxImportSource preact */
import type { LanguageTag } from '@vises/questionnaire/model.ts'
import { useRef, useState } from 'preact/hooks'
import type { Session } from '../asking/session.ts'
import { directionOf, ownName, spoken, withoutPlain } from '../language.ts'
import { useDesk } from '../question/desk.ts'
import { chooseSize, SIZES, sizeChosen } from './text-size.ts'

export type ChangeLanguage = (language: LanguageTag, plain: boolean) => void

/** Above everything: who asks, and how the page is read. */
export function Bar({ name, change }: { name: string; change: ChangeLanguage }) {
  const { t, own } = useDesk()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const show = () => {
    setOpen(true)
    dialog.current?.showModal()
  }
  return (
    <header class="bar" {...own}>
      <p class="asker" dir="auto">
        {name}
      </p>
      <button type="button" class="reading" aria-haspopup="dialog" onClick={show}>
        <span aria-hidden="true">Aa</span>
        <span class="reading-words">{t('reading')}</span>
      </button>
      <dialog ref={dialog} aria-labelledby="reading-title" class="sheet">
        <h2 id="reading-title">{t('reading')}</h2>
        {open && (
          <>
            <Languages change={change} />
            <p class="soft">{t('size')}</p>
            <TextSize />
          </>
        )}
        <form method="dialog">
          <button class="button main">{t('done')}</button>
        </form>
      </dialog>
    </header>
  )
}

/** The languages, each called as its speakers call it, and the plain wording as a switch. */
export function Languages({ change }: { change: ChangeLanguage }) {
  const { session, t } = useDesk()
  const languages = spoken(session.languages)
  const plain = session.hasPlain()
  if (languages.length < 2 && !plain) return null
  return (
    <div class="languages">
      {languages.length > 1 && (
        <div role="group" aria-label={t('language')} class="chips">
          {languages.map((tag) => (
            <button
              key={tag}
              type="button"
              lang={tag}
              dir={directionOf(tag)}
              aria-pressed={tag === session.language}
              onClick={() => change(tag, session.plain)}
            >
              {ownName(tag)}
            </button>
          ))}
        </div>
      )}
      {plain && (
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={session.plain}
            checked={session.plain}
            onChange={(event) => change(session.language, event.currentTarget.checked)}
          />
          <span>
            {t('plain')} <small>{t('plain.text')}</small>
          </span>
        </label>
      )}
    </div>
  )
}

function TextSize() {
  const { t } = useDesk()
  const [size, setSize] = useState(sizeChosen)
  return (
    <div role="group" aria-label={t('size')} class="chips sizes">
      {SIZES.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === size}
          aria-label={t(`size.${one}`)}
          onClick={() => {
            chooseSize(one)
            setSize(one)
          }}
        >
          <span aria-hidden="true" data-size={one}>
            A
          </span>
        </button>
      ))}
    </div>
  )
}

/** The page itself says its language and direction. */
export function speakOnPage(session: Session | undefined, fallback: LanguageTag, title: string): void {
  const language = session ? withoutPlain(session.language) : fallback
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  document.title = title
}
