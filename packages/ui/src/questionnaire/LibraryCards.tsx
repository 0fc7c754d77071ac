import { lazy, Suspense, useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Questionnaire, Texts } from '@vises/questionnaire/model.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { FailedState } from '../FailedState.tsx'
import { useLanguageName } from './language-names.ts'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import styles from './Library.module.css'

const Preview = lazy(() => import('./Preview.tsx').then((file) => ({ default: file.Preview })))

const Questionnaire_Library = graphql(`
  query Questionnaire_Library {
    questionLibrary {
      code
      title
      summary
      languages
      questions
      content
    }
  }
`)

interface LibraryCardsProps {
  /** Makes a copy of the one with this code. */
  onUse: (libraryCode: string) => unknown
  busy: boolean
  /** Why the last copy was not made. */
  refused?: unknown
}

/** The questionnaires of the method, ready to be copied and made one's own, or into a template. */
export function LibraryCards({ onUse, busy, refused }: LibraryCardsProps) {
  const { t, language, formatList } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const nameOf = useLanguageName()
  const { data, error, refetch } = useQuery(Questionnaire_Library)
  const [looking, setLooking] = useState<Questionnaire>()
  if (error && !data) return <FailedState what={t('library.failed')} error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton kind="cards" rows={3} />
  const spoken = looking?.languages.includes(language) ? language : (looking?.baseLanguage ?? language)
  return (
    <>
      {refused !== undefined && <FailedState error={refused} />}
      <ul className={styles.sources}>
        {data.questionLibrary.map(({ code, title, summary, languages, questions, content }) => {
          const name = wordsIn(title as Texts, language)
          return (
            <li key={code} className={styles.source}>
              <h3>{name}</h3>
              <p>{wordsIn(summary as Texts, language)}</p>
              <p className={styles.about}>
                {t('library.questions', { count: questions })} · {formatList(languages.map((tag) => nameOf(tag, true)))}
              </p>
              <div className={styles.acts}>
                <Button busy={busy} aria-label={t('library.useOf', { title: name })} onClick={() => onUse(code)}>
                  {t('library.use')}
                </Button>
                <Button
                  variant="quiet"
                  icon="eye"
                  aria-label={t('library.lookAt', { title: name })}
                  onClick={() => setLooking(content as Questionnaire)}
                >
                  {t('library.look')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {looking && (
        <Dialog
          open
          title={wordsIn(looking.title, language, looking.baseLanguage)}
          onClose={() => setLooking(undefined)}
        >
          <div className={styles.look}>
            <Suspense fallback={<Skeleton />}>
              <Preview questionnaire={looking} language={spoken} size="phone" />
            </Suspense>
          </div>
          <Button variant="primary" onClick={() => setLooking(undefined)}>
            {t('library.close')}
          </Button>
        </Dialog>
      )}
    </>
  )
}
