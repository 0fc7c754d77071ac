import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { PaperState } from '@vises/schema/client/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { ChoiceField, SelectField, TextField } from '@vises/ui/Field.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import { EntryFrame, type Typed } from './EntryFrame.tsx'
import { useContent } from './useContent.ts'
import { useEntry } from './useEntry.ts'
import type { Wave } from './useWave.ts'
import { WaveFrame } from './WaveFrame.tsx'

/** Typing what is on paper, or asking somebody: the group and the language once, then one answer after the other. */
export function TypePage() {
  const [address] = useSearchParams()
  const mode = address.get('by') === 'asking' ? 'assisted' : 'paper'
  return <WaveFrame>{(wave, writes) => writes && <Typing key={mode} wave={wave} mode={mode} />}</WaveFrame>
}

function Typing({ wave, mode }: { wave: Wave; mode: 'paper' | 'assisted' }) {
  const { t, language: reader } = useTexts<typeof import('./texts.fr.json')>('collection')
  const nameOf = useLanguageName()
  const { compiled, error: absent, refetch } = useContent(wave.questionnaireId, wave.version)
  const { take, takeSheet, problem, error } = useEntry(wave.id, wave.version)
  const [groupId, setGroupId] = useState(wave.groups[0]?.id ?? '')
  const [tag, setTag] = useState(wave.languages.find((one) => one === reader) ?? wave.languages[0] ?? reader)
  const [twice, setTwice] = useState(false)
  const [sheet, setSheet] = useState('1')
  const [begun, setBegun] = useState(false)
  const [count, setCount] = useState(0)
  const [last, setLast] = useState<{ sheet: number; state: PaperState }>()

  const complete = async (typed: Typed) => {
    const checked = mode === 'paper' && twice
    const result = checked
      ? await takeSheet(typed, Number(sheet), groupId || null)
      : { ...(await take(typed, mode, groupId || null)), state: undefined }
    if (result.taken) {
      setCount((before) => before + 1)
      if (result.state) setLast({ sheet: Number(sheet), state: result.state })
      if (mode === 'paper') setSheet(String(Number(sheet) + 1))
    }
    return result
  }
  const { purpose, askedBy, contact, keepUntil, closesOn, anonymous } = wave
  const about = {
    askedBy,
    contact,
    keepUntil,
    closesOn,
    anonymous,
    purpose: (purpose as Record<string, string>)[tag] ?? null,
  }
  if (absent && !compiled) return <FailedState error={absent} onRetry={() => refetch()} />
  if (!compiled) return <Skeleton kind="page" rows={5} />
  return (
    <section aria-labelledby="typing" className={styles.narrow}>
      <h2 id="typing">{t(mode === 'paper' ? 'typing' : 'asking')}</h2>
      {wave.status === 'planned' && <Notice tone="warning">{t('typingPlanned')}</Notice>}
      {!begun && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            setBegun(true)
          }}
        >
          {mode === 'paper' && (
            <ChoiceField
              kind="one"
              label={t('howOften')}
              value={[twice ? 'twice' : 'once']}
              options={[
                { value: 'once', label: t('once'), help: t('onceHelp') },
                { value: 'twice', label: t('twice'), help: t('twiceHelp') },
              ]}
              onChange={([next]) => setTwice(next === 'twice')}
            />
          )}
          {wave.groups.length > 0 && (
            <SelectField
              label={t('linkGroup')}
              value={groupId}
              placeholder={t('noGroup')}
              options={wave.groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setGroupId(event.target.value)}
            />
          )}
          {wave.languages.length > 1 && (
            <SelectField
              label={t(mode === 'paper' ? 'sheetLanguage' : 'spokenLanguage')}
              value={tag}
              options={wave.languages.map((one) => ({ value: one, label: nameOf(one) }))}
              onChange={(event) => setTag(event.target.value)}
            />
          )}
          <Button type="submit" variant="primary" icon="keyboard">
            {t('beginTyping')}
          </Button>
        </form>
      )}
      {begun && (
        <>
          {mode === 'paper' && <p className={styles.help}>{t('typingKeys')}</p>}
          <div className={styles.stays}>
            {mode === 'paper' && (
              <TextField
                label={t('sheetNumber')}
                help={twice ? undefined : t('sheetNumberOnce')}
                type="number"
                inputMode="numeric"
                min={1}
                value={sheet}
                onChange={(event) => setSheet(event.target.value)}
              />
            )}
            <p role="status">{t('typedSoFar', { count })}</p>
            {last && (
              <Notice tone={last.state === 'differs' ? 'warning' : 'success'} live="polite">
                {t(`sheetState.${last.state}`, { sheet: last.sheet })}{' '}
                {last.state === 'differs' && (
                  <Link to={`/${reader}/collection/${wave.id}/sheets`}>{t('toSheets')}</Link>
                )}
              </Notice>
            )}
            {problem && (
              <Notice tone="warning" live="assertive">
                {t(`enterProblem.${problem}`)}
              </Notice>
            )}
            {error !== undefined && <FailedState error={error} />}
          </div>
          <EntryFrame {...{ compiled, mode, about }} language={tag} waveId={wave.id} onComplete={complete} />
        </>
      )}
    </section>
  )
}
