import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Texts } from '@vises/questionnaire/model.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import type { AnswerFile } from './ImportFile.tsx'
import type { Wave } from './useWave.ts'

const CollectionPage_CheckImport = graphql(`
  mutation CollectionPage_CheckImport($id: ID!, $columns: [AnswerColumnInput!]!, $defaults: AnswerDefaultsInput) {
    checkAnswerImport(importId: $id, columns: $columns, defaults: $defaults) {
      problem
      import {
        ...CollectionImport
      }
    }
  }
`)

const OWN = ['@group', '@language', '@day'] as const

interface ImportColumnsProps {
  file: AnswerFile
  wave: Wave
  onRefused: () => unknown
}

/** What each column of a file holds: suggested from its heading, decided by the person. */
export function ImportColumns({ file, wave, onRefused }: ImportColumnsProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const [targets, setTargets] = useState(() => file.columns.map(({ target }) => target ?? ''))
  const [groupId, setGroupId] = useState('')
  const [tag, setTag] = useState(wave.languages[0] ?? '')
  const [check, { loading, error, data }] = useMutation(CollectionPage_CheckImport)
  const problem = data?.checkAnswerImport.problem
  const options = [
    ...OWN.map((value) => ({ value, label: t(`target.${value.slice(1) as 'group' | 'language' | 'day'}`) })),
    ...file.targets.map(({ name, label, partLabel }) => ({
      value: name,
      label: [
        wordsIn(label as Texts, language) || name,
        wordsIn((partLabel ?? undefined) as Texts | undefined, language),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  ]
  const submit = async () => {
    const columns = targets.flatMap((target, column) => (target ? [{ column, target }] : []))
    const variables = { id: file.id, columns, defaults: { groupId: groupId || null, language: tag || null } }
    await check({ variables }).catch(onRefused)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!loading) void submit()
      }}
    >
      <div className={styles.table}>
        <table>
          <caption>{t('columns')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columnHeader')}</th>
              <th scope="col">{t('columnSample')}</th>
              <th scope="col">{t('columnTarget')}</th>
            </tr>
          </thead>
          <tbody>
            {file.columns.map(({ header, sample }, at) => (
              <tr key={at}>
                <th scope="row">{header || t('columnNumber', { number: at + 1 })}</th>
                <td className={styles.facts}>{sample.filter(Boolean).slice(0, 3).join(' · ')}</td>
                <td>
                  <select
                    className={styles.target}
                    aria-label={t('columnTargetOf', { header: header || String(at + 1) })}
                    value={targets[at]}
                    onChange={(event) => setTargets(targets.with(at, event.target.value))}
                  >
                    <option value="">{t('columnIgnored')}</option>
                    {options.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.pair}>
        {wave.groups.length > 0 && !targets.includes('@group') && (
          <SelectField
            label={t('importGroup')}
            value={groupId}
            placeholder={t('noGroup')}
            options={wave.groups.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setGroupId(event.target.value)}
          />
        )}
        {wave.languages.length > 1 && !targets.includes('@language') && (
          <SelectField
            label={t('importLanguage')}
            value={tag}
            options={wave.languages.map((one) => ({ value: one, label: nameOf(one) }))}
            onChange={(event) => setTag(event.target.value)}
          />
        )}
      </div>
      {problem && (
        <Notice tone="warning" live="assertive">
          {t(`importProblem.${problem}`)}
        </Notice>
      )}
      {error && <FailedState error={error} />}
      <Button type="submit" variant={file.status === 'mapping' ? 'primary' : 'secondary'} busy={loading}>
        {t(file.status === 'mapping' ? 'importCheck' : 'importCheckAgain')}
      </Button>
    </form>
  )
}
