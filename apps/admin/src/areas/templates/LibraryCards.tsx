import { lazy, Suspense, useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { Questionnaire, Texts } from '@vises/questionnaire/model.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { Button } from '@vises/ui/Button.tsx'
import { Dialog } from '@vises/ui/Dialog.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useCreateTemplate } from './useCreateTemplate.ts'
import styles from './Templates.module.css'

const Preview = lazy(() => import('@vises/ui/questionnaire/Preview.tsx').then((file) => ({ default: file.Preview })))

const Templates_Library = graphql(`
  query Templates_Library {
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

/** The questionnaires of the method, ready to be copied into a template. */
export function LibraryCards() {
  const { t, language, formatList } = useTexts<typeof import('./texts.fr.json')>('templates')
  const nameOf = useLanguageName()
  const { data, error, refetch } = useQuery(Templates_Library)
  const { create, busy, error: refused } = useCreateTemplate()
  const [looking, setLooking] = useState<Questionnaire>()
  if (error && !data) return <FailedState what={t('libraryFailed')} error={error} onRetry={() => refetch()} />
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
                {t('questions', { count: questions })} · {formatList(languages.map((tag) => nameOf(tag, true)))}
              </p>
              <div className={styles.acts}>
                <Button
                  busy={busy}
                  aria-label={t('useOf', { title: name })}
                  onClick={() => void create({ from: { libraryCode: code } })}
                >
                  {t('use')}
                </Button>
                <Button
                  variant="quiet"
                  icon="eye"
                  aria-label={t('lookAt', { title: name })}
                  onClick={() => setLooking(content as Questionnaire)}
                >
                  {t('look')}
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
            {t('close')}
          </Button>
        </Dialog>
      )}
    </>
  )
}
