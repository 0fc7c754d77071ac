import { useEffect, useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { useNavigate, useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import type { CollectionPage_PublishedQuery } from '@vises/schema/client/graphql'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { useErrorTexts } from '@vises/ui/error-texts.ts'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField } from '@vises/ui/Field.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { MainFields } from './MainFields.tsx'
import { MoreFields } from './MoreFields.tsx'
import { ReadFields } from './ReadFields.tsx'
import { useContent } from './useContent.ts'
import { useDeed } from './useDeed.ts'
import { useSaveGroups } from './useSaveGroups.ts'
import { freshForm, groupsOf, settingsOf } from './wave-form.ts'

const CollectionPage_Published = graphql(`
  query CollectionPage_Published($enterpriseId: ID!) {
    questionnaires(enterpriseId: $enterpriseId, first: 100) {
      nodes {
        id
        title
        publishedVersion
      }
    }
  }
`)
const CollectionPage_Create = graphql(`
  mutation CollectionPage_Create($input: CreateWaveInput!) {
    createWave(input: $input) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)

type Row = CollectionPage_PublishedQuery['questionnaires']['nodes'][number]

/** A new collection: which questionnaire, whom, until when; everything else can wait. */
export function NewPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { membership } = useViewer()
  const { data, error, refetch } = useQuery(CollectionPage_Published, {
    variables: { enterpriseId: membership?.enterpriseId ?? '' },
    fetchPolicy: 'cache-and-network',
  })
  const published = data?.questionnaires.nodes.filter(({ publishedVersion }) => publishedVersion !== null)
  return (
    <Page
      title={t('newTitle')}
      lead={t('newLead')}
      width="text"
      crumbs={[{ label: t('title'), to: `/${language}/collection` }]}
    >
      {error && !published && <FailedState what={t('questionnairesFailed')} error={error} onRetry={() => refetch()} />}
      {!published && !error && <Skeleton kind="page" rows={5} />}
      {published?.length === 0 && (
        <EmptyState
          title={t('nothingPublished')}
          action={
            <ButtonLink variant="primary" icon="questionnaire" to={`/${language}/questionnaires`}>
              {t('toQuestionnaires')}
            </ButtonLink>
          }
        >
          {t('nothingPublishedText')}
        </EmptyState>
      )}
      {published && published.length > 0 && <Form published={published} />}
    </Page>
  )
}

function Form({ published }: { published: Row[] }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { membership } = useViewer()
  const words = useErrorTexts()
  const go = useNavigate()
  const [address, setAddress] = useSearchParams()
  const wanted = address.get('questionnaire')
  const chosen = published.find(({ id }) => id === wanted) ?? (published.length === 1 ? published[0] : undefined)
  const { content, error, refetch } = useContent(chosen?.id, chosen?.publishedVersion)
  const [form, setForm] = useState(() => freshForm(membership?.enterpriseName ?? ''))
  const set = (next: Partial<typeof form>) => setForm((before) => ({ ...before, ...next }))
  const [create] = useMutation(CollectionPage_Create)
  const saveGroups = useSaveGroups()
  const deed = useDeed()
  const { forField } = words(deed.error)

  // Another questionnaire brings its own name and languages; whatever else was written stays.
  useEffect(() => {
    if (!content) return
    const title = wordsIn(content.title, language, content.baseLanguage)
    setForm((before) => ({ ...before, title, languages: content.languages, breakdowns: [], knownPopulation: {} }))
  }, [content, language])

  const submit = async () => {
    if (!chosen?.publishedVersion || form.languages.length === 0) return
    const input = { questionnaireId: chosen.id, version: chosen.publishedVersion, settings: settingsOf(form) }
    const made = await deed.run(async () => (await create({ variables: { input } })).data?.createWave)
    const id = made?.wave?.id
    if (!id) return
    const saved =
      groupsOf(form).length === 0 ||
      (await saveGroups(id, form).then(
        (payload) => payload?.problem === null,
        () => false,
      ))
    // The collection is there: what is missing of it is written where it stands.
    await go(`/${language}/collection/${id}/${saved ? 'links' : 'settings?without=groups'}`)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <SelectField
        label={t('questionnaire')}
        help={t('questionnaireHelp')}
        required
        placeholder={t('choose')}
        value={chosen?.id ?? ''}
        options={published.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(event) => setAddress({ questionnaire: event.target.value }, { replace: true })}
      />
      {error && !content && <FailedState error={error} onRetry={() => refetch()} />}
      {chosen && !content && !error && <Skeleton rows={4} />}
      {content && (
        <>
          <MainFields {...{ form, set, forField, content }} />
          <ReadFields {...{ form, set, forField }} />
          <MoreFields {...{ form, set, forField, content }} />
          <DeedTrouble deed={deed} />
          <Button type="submit" variant="primary" busy={deed.busy}>
            {t('prepare')}
          </Button>
          <p className={styles.after}>{t('prepareNext')}</p>
        </>
      )}
    </form>
  )
}
