import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { useTextById, useTexts } from '../texts.tsx'
import type { DraftConflict } from './draft-store.ts'
import { useEditor } from './editor-context.ts'
import { usersOf } from './edits.ts'
import { useLanguageName } from './language-names.ts'
import { idOfConflict, type MergeConflict, type Side } from './merge.ts'
import { treeRows } from './tree-rows.ts'
import styles from './Conflict.module.css'

const NONE: ReadonlySet<string> = new Set()

/** Two people wrote at the same place: both texts beside each other, with who and when; the person decides for each. */
export function ConflictView({ conflict }: { conflict: DraftConflict }) {
  const { t, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, store, choose } = useEditor()
  const textById = useTextById()
  const nameOf = useLanguageName()
  const [picked, setPicked] = useState<ReadonlyMap<string, Side>>(new Map())
  const { theirs, parts } = conflict
  const whoever = theirs.authorName ?? t('conflict.somebody')
  const all = (side: Side) => store.settle(new Map(parts.map((part) => [idOfConflict(part), side])))
  const numbers = treeRows(questionnaire.items, NONE)
  const title = ({ part, name, path }: MergeConflict) => {
    const user = part === 'list' ? usersOf(questionnaire.items, name)[0] : name
    const row = numbers.find(({ item }) => item.key === user)
    const holder =
      part === 'property'
        ? textById(`questionnaire.part.${name}`)
        : row?.number !== undefined
          ? t('part.question', { number: row.number })
          : row && t(`kind.${row.item.kind}`)
    const word = (step: string) =>
      textById(`questionnaire.part.${step}`) ?? (questionnaire.languages.includes(step) ? nameOf(step, true) : step)
    return [holder ?? name, ...path.map(word)].join(' · ')
  }
  return (
    <Notice
      tone="warning"
      live="assertive"
      title={t('conflict.title', { name: whoever })}
      actions={
        <>
          <Button onClick={() => all('mine')}>{t('conflict.allMine')}</Button>
          <Button onClick={() => all('theirs')}>{t('conflict.allTheirs')}</Button>
          <Button variant="primary" disabled={picked.size < parts.length} onClick={() => store.settle(picked)}>
            {t('conflict.settle')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.text', { name: whoever, when: theirs.savedAt ? formatDateTime(theirs.savedAt) : 'none' })}</p>
      <ul className={styles.parts}>
        {parts.map((part) => {
          const id = idOfConflict(part)
          return (
            <li key={id}>
              <fieldset>
                <legend>
                  {title(part)}
                  {part.part === 'item' && (
                    <Button variant="quiet" onClick={() => choose(part.name, { zone: 'form' })}>
                      {t('conflict.show')}
                    </Button>
                  )}
                </legend>
                {(['mine', 'theirs'] as const).map((side) => (
                  <label key={side}>
                    <input
                      type="radio"
                      name={id}
                      checked={picked.get(id) === side}
                      onChange={() => setPicked(new Map(picked).set(id, side))}
                    />
                    <strong>{side === 'mine' ? t('conflict.mine') : whoever}</strong>
                    <span className={styles.value}>{shown(part[side]) ?? t('conflict.gone')}</span>
                  </label>
                ))}
              </fieldset>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** A value as it can be compared by eye; undefined when it was taken away. */
function shown(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  return JSON.stringify(value, undefined, 1)
}
