import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { CollectionPage_AddPeopleMutation } from '@vises/schema/client/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { SelectField, TextArea } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Collection.module.css'
import { DeedTrouble } from './DeedTrouble.tsx'
import { useDeed } from './useDeed.ts'
import type { Wave } from './useWave.ts'

const CollectionPage_AddPeople = graphql(`
  mutation CollectionPage_AddPeople($input: AddInviteesInput!) {
    addInvitees(input: $input) {
      added
      known
      problem
      faults {
        line
        text
        code
      }
      wave {
        ...CollectionWave
      }
    }
  }
`)

type Result = CollectionPage_AddPeopleMutation['addInvitees']
const CODES = ['noEmail', 'badEmail', 'twice', 'unknownLanguage', 'unknownGroup', 'tooLong'] as const

/** People by pasting a list: looked at first, with every line that does not fit, and then added. */
export function AddPeople({ wave }: { wave: Wave }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const [text, setText] = useState('')
  const [groupId, setGroupId] = useState(wave.groups[0]?.id ?? '')
  const [tag, setTag] = useState(wave.languages[0] ?? '')
  const [checked, setChecked] = useState<Result>()
  const [add] = useMutation(CollectionPage_AddPeople, { refetchQueries: ['CollectionPage_People'] })
  const deed = useDeed()
  const tell = useUndo()
  const send = async (dryRun: boolean) => {
    const input = { waveId: wave.id, text, groupId: groupId || null, language: tag || null, dryRun }
    const done = await deed.run(async () => (await add({ variables: { input } })).data?.addInvitees)
    if (!done) return
    if (dryRun) return setChecked(done)
    tell({ text: t('peopleAdded', { count: done.added }) })
    setChecked(undefined)
    // What did not fit stays, to be mended.
    const lines = text.split(/\r\n?|\n/)
    setText(done.faults.map(({ line }) => lines[line - 1] ?? '').join('\n'))
  }
  const anew = (change: () => void) => {
    change()
    setChecked(undefined)
  }
  return (
    <section aria-labelledby="add" className={styles.narrow}>
      <h2 id="add">{t('addPeople')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send(true)
        }}
      >
        <TextArea
          label={t('pasted')}
          help={t('pastedHelp')}
          required
          rows={6}
          maxLength={80_000}
          placeholder={'Marie Dubois <marie@exemple.be>\njan@voorbeeld.be; Jan Peeters'}
          value={text}
          onChange={(event) => anew(() => setText(event.target.value))}
        />
        {wave.groups.length > 0 && (
          <SelectField
            label={t('pastedGroup')}
            value={groupId}
            placeholder={t('noGroup')}
            options={wave.groups.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => anew(() => setGroupId(event.target.value))}
          />
        )}
        {wave.languages.length > 1 && (
          <SelectField
            label={t('pastedLanguage')}
            value={tag}
            options={wave.languages.map((one) => ({ value: one, label: nameOf(one) }))}
            onChange={(event) => anew(() => setTag(event.target.value))}
          />
        )}
        {!checked && (
          <Button type="submit" busy={deed.busy}>
            {t('checkList')}
          </Button>
        )}
        <DeedTrouble deed={deed} />
        {checked && <Checked {...{ checked, deed }} onAdd={() => void send(false)} />}
      </form>
    </section>
  )
}

interface CheckedProps {
  checked: Result
  deed: { busy: boolean }
  onAdd: () => void
}

function Checked({ checked: { added, known, faults }, deed, onAdd }: CheckedProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const codeOf = (code: string) => CODES.find((one) => one === code) ?? 'badEmail'
  return (
    <>
      <Notice tone={faults.length > 0 ? 'warning' : 'success'} live="polite" title={t('wouldAdd', { count: added })}>
        {known > 0 && <p>{t('alreadyThere', { count: known })}</p>}
        {faults.length > 0 && <p>{t('linesLeftOut', { count: faults.length })}</p>}
      </Notice>
      {faults.length > 0 && (
        <div className={styles.table}>
          <table>
            <caption>{t('faults')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('line')}</th>
                <th scope="col">{t('lineText')}</th>
                <th scope="col">{t('lineFault')}</th>
              </tr>
            </thead>
            <tbody>
              {faults.slice(0, 100).map(({ line, text, code }) => (
                <tr key={line}>
                  <td>{line}</td>
                  <td>{text}</td>
                  <td>{t(`fault.${codeOf(code)}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {added > 0 && (
        <Button variant="primary" icon="plus" busy={deed.busy} onClick={onAdd}>
          {t('addThem', { count: added })}
        </Button>
      )}
    </>
  )
}
