/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks'
import { encode } from 'uqr'
import { addressOf } from '../send/elsewhere.ts'
import type { Respondent } from '../send/respondent.ts'
import { useDesk } from '../question/desk.ts'
import { dayInWords } from '../days.ts'

/** The way to stop here and go on later or on another device: an address that holds the key to the answers. */
export function Elsewhere({ respondent }: { respondent: Respondent }) {
  const { t, own } = useDesk()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <span {...own}>
      <button type="button" class="link" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {t('elsewhere.open')}
      </button>
      <dialog ref={dialog} class="sheet" aria-labelledby="elsewhere-title">
        <h2 id="elsewhere-title">{t('elsewhere.open')}</h2>
        <p>{respondent.keeper.canKeep ? t('elsewhere.here') : t('elsewhere.notHere')}</p>
        <Address respondent={respondent} />
        <form method="dialog">
          <button class="button">{t('close')}</button>
        </form>
      </dialog>
    </span>
  )
}

function Address({ respondent }: { respondent: Respondent }) {
  const { t, speech } = useDesk()
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'copied'>('idle')
  const { elsewhere } = respondent
  if (!elsewhere) {
    const carry = async () => {
      setState('busy')
      const carried = await respondent.carry()
      setState(carried && 'secret' in carried ? 'idle' : 'failed')
    }
    return (
      <>
        <p>{t('elsewhere.other')}</p>
        <button type="button" class="button main" disabled={state === 'busy'} onClick={() => void carry()}>
          {t('elsewhere.make')}
        </button>
        <p role="status" class="told">
          {state === 'failed' && t('elsewhere.failed')}
        </p>
      </>
    )
  }
  const address = addressOf(respondent.token, elsewhere.secret)
  const copy = async () => {
    await navigator.clipboard?.writeText(address).catch(() => undefined)
    setState('copied')
  }
  return (
    <>
      <p>{t('elsewhere.scan')}</p>
      <Code text={address} label={t('elsewhere.code')} />
      <label class="other">
        <span>{t('elsewhere.address')}</span>
        <input type="text" readOnly value={address} onFocus={(event) => event.currentTarget.select()} dir="ltr" />
      </label>
      <div class="acts">
        <button type="button" class="button main" onClick={() => void copy()}>
          {state === 'copied' ? t('copied') : t('copy')}
        </button>
        {'share' in navigator && (
          <button
            type="button"
            class="button"
            onClick={() => void navigator.share({ url: address }).catch(() => undefined)}
          >
            {t('elsewhere.share')}
          </button>
        )}
      </div>
      <p class="soft">
        {t('elsewhere.secret')} {elsewhere.until && t('elsewhere.until', { day: dayInWords(elsewhere.until, speech) })}
      </p>
      <p class="hidden" role="status">
        {state === 'copied' && t('copied')}
      </p>
    </>
  )
}

/** The address as a picture to scan. */
function Code({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg class="code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} shape-rendering="crispEdges" />
    </svg>
  )
}
