import { useId, useRef, useState, type ComponentProps, type DragEvent, type ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { FieldError } from '../Field.tsx'
import { Icon } from '../Icon.tsx'
import { preloadTexts, useTexts } from '../texts.tsx'
import styles from './FileField.module.css'
import { endingsOf, refusalOf } from './refusal.ts'

// A dialog that holds the field does not wait for its words.
preloadTexts('files')

interface FileFieldProps {
  /** The name of the field; as a zone or a button alone, what the button says. */
  label: string
  help?: ReactNode
  /** `field`: label above, as other fields. `zone`: a large place to drop a file on. `button`: among other deeds. */
  look?: 'field' | 'zone' | 'button'
  /** Above the button of a zone. */
  words?: ReactNode
  variant?: ComponentProps<typeof Button>['variant']
  icon?: ComponentProps<typeof Button>['icon']
  /** Endings and types, as the browser takes them: `.csv,text/csv`. */
  accept: string
  maxBytes?: number
  /** Whoever takes the file has words of their own for one that cannot be taken. */
  unchecked?: boolean
  busy?: boolean
  onChoose: (file: File) => unknown
  /** A file was refused here: what was said of the one before is out of date. */
  onRefused?: () => void
}

/**
 * One file from this device: chosen by the button or dropped. What is of a wrong type or too large is refused at once, in
 * words; the browser's own control, in the browser's language, stays out of sight.
 */
export function FileField(props: FileFieldProps) {
  const { label, help, look = 'field', words, variant, icon = 'upload', accept, busy = false } = props
  const { t } = useTexts<typeof import('./texts.fr.json')>('files')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { over, chosen, error, take, dropping } = useTaking(props)
  const described = [help && `${id}help`, look === 'field' && chosen && `${id}chosen`, error && `${id}error`]
  const field = look === 'field'
  const control = (
    <>
      <Button
        id={id}
        variant={variant}
        icon={icon}
        busy={busy}
        aria-labelledby={field ? `${id}label ${id}` : undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        onClick={() => input.current?.click()}
      >
        {field ? t(chosen ? 'other' : 'choose') : label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        hidden
        onChange={(event) => {
          take(event.target.files?.[0])
          // The same file can be chosen again, once it was mended.
          event.target.value = ''
        }}
      />
    </>
  )
  const wrong = <FieldError id={`${id}error`} error={error} />
  const explained = help && (
    <div id={`${id}help`} className={styles.help}>
      {help}
    </div>
  )
  if (look === 'button')
    return (
      <>
        {control}
        {wrong}
      </>
    )
  if (look === 'zone')
    return (
      <>
        <div className={classes(styles.zone, over && styles.over)} {...dropping}>
          <Icon name="upload" size={32} />
          <p className={styles.words}>{words}</p>
          {control}
          {explained}
        </div>
        {wrong}
      </>
    )
  return (
    <div className={styles.field}>
      <label id={`${id}label`} htmlFor={id} className={styles.label}>
        {label}
      </label>
      {explained}
      <div className={classes(styles.row, over && styles.over)} {...dropping}>
        {control}
        <output id={`${id}chosen`} className={styles.chosen}>
          {chosen ?? <span className={styles.drop}>{t('drop')}</span>}
        </output>
      </div>
      {wrong}
    </div>
  )
}

/** What happens with a file that is chosen or dropped, and while one is held above the field. */
function useTaking({ accept, maxBytes, unchecked, busy, onChoose, onRefused }: FileFieldProps) {
  const { t, formatList, formatNumber } = useTexts<typeof import('./texts.fr.json')>('files')
  const [over, setOver] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const [error, setError] = useState<string>()
  const sizeOf = (bytes: number) => {
    const large = bytes >= MEGABYTE
    return formatNumber(large ? bytes / MEGABYTE : Math.ceil(bytes / 1024), {
      style: 'unit',
      unit: large ? 'megabyte' : 'kilobyte',
      maximumFractionDigits: 1,
    })
  }
  const take = (file: File | undefined) => {
    if (!file || busy) return
    const refusal = unchecked ? undefined : refusalOf(file, accept, maxBytes)
    setChosen(refusal ? undefined : `${file.name} · ${sizeOf(file.size)}`)
    setError(
      refusal &&
        t(refusal, {
          name: file.name,
          size: sizeOf(file.size),
          most: sizeOf(maxBytes ?? 0),
          types: formatList(endingsOf(accept), 'or'),
        }),
    )
    if (refusal) onRefused?.()
    else void onChoose(file)
  }
  const hold = (event: DragEvent) => {
    if (busy || ![...event.dataTransfer.types].includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const dropping = {
    onDragEnter: hold,
    onDragOver: hold,
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer.files[0])
    },
  }
  return { over, chosen, error, take, dropping }
}

const MEGABYTE = 1024 * 1024

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')
