import { useEffect, useRef } from 'react'
import { Button } from '@vises/ui/Button.tsx'
import { TextField } from '@vises/ui/Field.tsx'
import { Term } from '@vises/ui/Term.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import { NO_GROUP, type GroupForm } from './wave-form.ts'

interface GroupFieldsProps {
  groups: GroupForm[]
  onChange: (groups: GroupForm[]) => void
  forField: (field: string) => string | undefined
}

/** Who is asked: groups of people with how many they are. */
export function GroupFields({ groups, onChange, forField }: GroupFieldsProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const list = useRef<HTMLUListElement>(null)
  const added = useRef(false)
  // A new line is written in at once.
  useEffect(() => {
    if (added.current) list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
    added.current = false
  }, [groups.length])
  const change = (at: number, next: Partial<GroupForm>) => onChange(groups.with(at, { ...groups[at]!, ...next }))
  const withQuota = groups.some(({ quota }) => quota !== '')
  return (
    <fieldset id="groups" className={styles.groups}>
      <legend>
        <Term word="respondentGroup">{t('groups')}</Term>
      </legend>
      <p className={styles.help}>{t('groupsHelp')}</p>
      <ul ref={list}>
        {groups.map((group, at) => {
          const name = group.name.trim() || t('groupNumber', { number: at + 1 })
          return (
            <li key={group.groupId ?? at} className={withQuota ? `${styles.group} ${styles.withQuota}` : styles.group}>
              <TextField
                label={t('groupName')}
                aria-label={t('groupNameOf', { number: at + 1 })}
                maxLength={200}
                required={groups.length > 1}
                value={group.name}
                error={forField(`groups.${at}.name`)}
                onChange={(event) => change(at, { name: event.target.value })}
              />
              <TextField
                label={t('groupExpected')}
                aria-label={t('groupExpectedOf', { name })}
                type="number"
                inputMode="numeric"
                min={0}
                required={false}
                value={group.expected}
                error={forField(`groups.${at}.expected`)}
                onChange={(event) => change(at, { expected: event.target.value })}
              />
              {withQuota && (
                <TextField
                  label={t('groupQuota')}
                  aria-label={t('groupQuotaOf', { name })}
                  type="number"
                  inputMode="numeric"
                  min={1}
                  required={false}
                  value={group.quota}
                  onChange={(event) => change(at, { quota: event.target.value })}
                />
              )}
              <Button
                variant="quiet"
                icon="remove"
                aria-label={t('removeGroup', { name })}
                onClick={() => onChange(groups.length > 1 ? groups.toSpliced(at, 1) : [NO_GROUP])}
              >
                {t('remove')}
              </Button>
            </li>
          )
        })}
      </ul>
      <Button
        icon="plus"
        onClick={() => {
          added.current = true
          onChange([...groups, NO_GROUP])
        }}
      >
        {t('addGroup')}
      </Button>
    </fieldset>
  )
}
