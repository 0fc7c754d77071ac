import { ButtonLink } from '../Button.tsx'
import { Page } from '../Page.tsx'
import { useTexts } from '../texts.tsx'

/** Absent, deleted and not allowed look the same. */
export default function NotFoundPage() {
  const { t, language } = useTexts<typeof import('../texts.fr.json')>('ui')
  return (
    <Page title={t('error.NOT_FOUND.title')} width="text">
      <p>{t('error.NOT_FOUND.todo')}</p>
      <ButtonLink to={`/${language}`} icon="home">
        {t('toHome')}
      </ButtonLink>
    </Page>
  )
}
