/** @jsxImportSource preact */
import type { FileAnswer } from '@vises/questionnaire/model.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { sizeInWords } from '../asking/answer-words.ts'
import { Icon } from '../pages/Icon.tsx'
import { lighten } from '../send/files.ts'
import type { FieldProps } from './desk.ts'
import { useDesk } from './desk.ts'

const isTouched = () => matchMedia('(pointer: coarse)').matches

/** A photo taken now or a file from the device; too large or of another kind is said before anything is sent. */
export function FileField({ question, titled, described, wrong, view, answer }: FieldProps) {
  const { t, speech, files } = useDesk()
  const [refused, refuse] = useState<'fileSize' | 'fileType' | undefined>()
  const [busy, setBusy] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const value = (view.value ?? undefined) as FileAnswer | undefined
  const types = (question.accept?.length ? question.accept : files.types).filter((type) => fits(files.types, type))
  const maxBytes = Math.min(question.maxBytes ?? files.maxBytes, files.maxBytes)
  const take = async (input: HTMLInputElement) => {
    const chosen = input.files?.[0]
    input.value = ''
    if (!chosen) return
    setBusy(true)
    refuse(undefined)
    const content = await lighten(chosen, maxBytes)
    setBusy(false)
    if (!types.some((type) => fits([type], content.type))) return refuse('fileType')
    if (content.size > maxBytes) return refuse('fileSize')
    answer(await files.add(chosen.name, content))
  }
  const photos = types.some((type) => type.startsWith('image/'))
  const input = (camera: boolean) => (
    <label class="button">
      <input
        ref={camera ? undefined : chooser}
        type="file"
        accept={camera ? 'image/*' : [...types, ...(photos ? ['image/*'] : [])].join(',')}
        capture={camera ? 'environment' : undefined}
        aria-describedby={described}
        aria-invalid={wrong || undefined}
        onChange={(event) => void take(event.currentTarget)}
      />
      <Icon name={camera ? 'camera' : 'clip'} />
      <span>{camera ? t('file.photo') : value ? t('file.other') : t('file.choose')}</span>
    </label>
  )
  return (
    <div class="file" role="group" aria-labelledby={titled} aria-busy={busy}>
      {value && (
        <Chosen
          file={value}
          remove={() => {
            answer(undefined)
            chooser.current?.focus()
          }}
        />
      )}
      <div class="file-acts">
        {photos && isTouched() && input(true)}
        {input(false)}
      </div>
      <p class="terms">{t('file.terms', { types: kindsOf(types, t), size: sizeInWords(maxBytes, speech) })}</p>
      {refused && (
        <p class="fault" role="alert">
          {refused === 'fileSize'
            ? t('fault.fileSize', { size: sizeInWords(maxBytes, speech) })
            : t('file.refused', { types: kindsOf(types, t) })}
        </p>
      )}
      {busy && (
        <p class="told" role="status">
          {t('file.busy')}
        </p>
      )}
    </div>
  )
}

function Chosen({ file, remove }: { file: FileAnswer; remove: () => void }) {
  const { t, speech, files } = useDesk()
  const [picture, setPicture] = useState<string>()
  useEffect(() => {
    if (!file.type.startsWith('image/')) return
    let url: string | undefined
    let gone = false
    void files.content(file).then((content) => {
      if (gone || !content) return
      url = URL.createObjectURL(content)
      setPicture(url)
    })
    return () => {
      gone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [file.id])
  return (
    <p class="chosen-file">
      {picture ? <img src={picture} alt="" /> : <Icon name="clip" />}
      <span>
        {file.name} <small>{sizeInWords(file.bytes, speech)}</small>
      </span>
      <button type="button" class="icon-button" aria-label={t('file.remove', { name: file.name })} onClick={remove}>
        <Icon name="close" />
      </button>
    </p>
  )
}

/** Whether a type is one of these, `image/*` included. */
const fits = (types: readonly string[], type: string) =>
  types.some(
    (one) =>
      one === type ||
      (one.endsWith('/*') && type.startsWith(one.slice(0, -1))) ||
      (type.endsWith('/*') && one.startsWith(type.slice(0, -1))),
  )

function kindsOf(types: readonly string[], t: ReturnType<typeof useDesk>['t']): string {
  const kinds = [
    types.some((type) => type.startsWith('image/')) && t('file.picture'),
    types.includes('application/pdf') && 'PDF',
  ]
  return kinds.filter(Boolean).join(', ')
}
