import type { Item, LanguageTag, Questionnaire } from '@vises/questionnaire/model.ts'
import { printWords } from '@vises/questionnaire/paper/print-words.ts'
import { onPaper, relevanceWords } from '@vises/questionnaire/paper/skips.ts'
import type { OnPaper } from '@vises/questionnaire/paper/skips.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { PaperQuestion } from './PaperQuestion.tsx'
import { printFormats } from './print-formats.ts'
import styles from './Paper.module.css'
import type { Wave } from './useWave.ts'

interface PaperFormProps {
  wave: Wave
  content: Questionnaire
  language: LanguageTag
  sheet: number
}

/** One form on paper, in the language of who fills it in: who asks and why, the questions, a number to find it again. */
export function PaperForm({ wave, content, language, sheet }: PaperFormProps) {
  const words = printWords(language)
  const { formatDay } = printFormats(language)
  const base = content.baseLanguage
  const purpose = (wave.purpose as Record<string, string>)[language]
  const about = [
    words.asks(wave.askedBy),
    purpose,
    wave.anonymous && words.anonymous,
    wave.keepUntil && words.kept(formatDay(wave.keepUntil)),
    wave.contact && words.contact(wave.contact),
  ]
  return (
    <article lang={language} className={styles.form}>
      <header className={styles.head}>
        <h2>{wordsIn(content.title, language, base)}</h2>
        <p className={styles.sheet}>
          {words.sheet} <strong>{sheet}</strong>
        </p>
      </header>
      <p>{about.filter(Boolean).join(' ')}</p>
      {content.introduction && <p className={styles.lines}>{wordsIn(content.introduction, language, base)}</p>}
      <p>
        <strong>{words.howTo}</strong>
      </p>
      <Items items={content.items} form={onPaper(content, language)} />
      <p className={styles.lines}>{wordsIn(content.thanks, language, base) || words.thanks}</p>
    </article>
  )
}

function Items({ items, form }: { items: readonly Item[]; form: OnPaper }) {
  const { content, language } = form
  const words = printWords(language)
  return items.map((item) => {
    if (!('items' in item)) {
      return <PaperQuestion key={item.key} question={item} form={form} />
    }
    const title = wordsIn(item.label, language, content.baseLanguage)
    return (
      <section key={item.key} className={styles.group}>
        {title && <h3>{title}</h3>}
        {item.hint && <p className={styles.hint}>{wordsIn(item.hint, language, content.baseLanguage)}</p>}
        {item.kind === 'repeat' && <p className={styles.hint}>{words.again}</p>}
        {item.relevant && <p className={styles.hint}>{relevanceWords(item, form)}</p>}
        <Items items={item.items} form={form} />
      </section>
    )
  })
}
