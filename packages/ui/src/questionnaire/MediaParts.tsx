import { useRef, useState } from 'react'
import { isShowable, MEDIA_RULES, withMedia } from '@vises/questionnaire/media.ts'
import { MEDIA_KINDS } from '@vises/questionnaire/model.ts'
import type { Media, MediaKind, Question } from '@vises/questionnaire/model.ts'
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import { useEditor } from './editor-context.ts'
import { useLanguageName } from './language-names.ts'
import form from './Form.module.css'
import styles from './Media.module.css'
import { sendMedia, type MediaProblem } from './send-media.ts'
import { TextInLanguage } from './TextInLanguage.tsx'
import { useProperty } from './useProperty.ts'
import { useTakeBack } from './useTakeBack.ts'

interface MediaPartsProps {
  media: Media | undefined
  onChange: (media: Media | undefined) => void
  /** What may be added; what is there already is shown in any case. */
  kinds?: readonly MediaKind[]
}

/** Picture, sound and film of a question or of one of its answers, in the language that is written in. */
export function MediaParts({ media, onChange, kinds = MEDIA_KINDS }: MediaPartsProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const there = MEDIA_KINDS.filter((kind) => media?.[kind])
  return (
    <div className={styles.media} data-place="media">
      {there.map((kind) => (
        <OneFile key={kind} kind={kind} media={media} onChange={onChange} />
      ))}
      {media?.image && (
        <TextInLanguage
          label={t('media.alt')}
          help={t('media.altHelp')}
          texts={media.alt}
          place="alt"
          onChange={(alt) => onChange(tidy({ ...media, alt }))}
        />
      )}
      <div className={styles.acts}>
        {kinds
          .filter((kind) => !media?.[kind])
          .map((kind) => (
            <ChooseFile key={kind} kind={kind} media={media} onChange={onChange}>
              {t(`media.add.${kind}`)}
            </ChooseFile>
          ))}
      </div>
    </div>
  )
}

/** The files of a question; most have none, and are not asked for any. */
export function QuestionMedia({ question }: { question: Question }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(question)
  return (
    <details className={form.aside} open={question.media !== undefined}>
      <summary>{t('media.title')}</summary>
      <MediaParts media={question.media} onChange={(media) => set('media', media)} />
    </details>
  )
}

interface OneFileProps extends Pick<MediaPartsProps, 'media' | 'onChange'> {
  kind: MediaKind
}

/** A file as it is shown, and what can be done with it. */
function OneFile({ kind, media, onChange }: OneFileProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { language, questionnaire } = useEditor()
  const nameOf = useLanguageName()
  const takeBack = useTakeBack()
  const files = media?.[kind] ?? {}
  const own = files[language]
  const [from, file] = own === undefined ? (Object.entries(files)[0] ?? []) : [language, own]
  if (file === undefined) return null
  const named = !isShowable(file)
  const remove = () => {
    const { [language]: _own, ...others } = files
    takeBack(t('media.removed'), () => onChange(tidy({ ...media, [kind]: others })))
  }
  return (
    <figure className={styles.file}>
      {named ? (
        <Notice tone="warning">{t('problem.missingFile', { file })}</Notice>
      ) : (
        <Shown kind={kind} file={file} alt={media?.alt?.[language] ?? media?.alt?.[questionnaire.baseLanguage] ?? ''} />
      )}
      {own === undefined && from !== undefined && <p>{t('media.same', { language: nameOf(from, true) })}</p>}
      <div className={styles.acts}>
        <ChooseFile kind={kind} media={media} onChange={onChange} name={named ? file : undefined}>
          {t(named ? 'media.choose' : own === undefined ? 'media.other' : 'media.replace')}
        </ChooseFile>
        {own !== undefined && (
          <Button variant="quiet" icon="remove" onClick={remove}>
            {t('media.remove', { kind })}
          </Button>
        )}
      </div>
    </figure>
  )
}

function Shown({ kind, file, alt }: { kind: MediaKind; file: string; alt: string }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  if (kind === 'image') return <img src={file} alt={alt} className={styles.shown} />
  // The question beside it says the same in words.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  if (kind === 'audio') return <audio src={file} controls preload="metadata" aria-label={t('media.audio')} />
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return <video src={file} controls preload="metadata" aria-label={t('media.video')} className={styles.shown} />
}

interface ChooseFileProps extends OneFileProps {
  /** The bare name that the file has had until now: it is put wherever the questionnaire names it. */
  name?: string
  children: string
}

/** A file from this device, sent and put in its place. */
function ChooseFile({ kind, media, onChange, name, children }: ChooseFileProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { design, language, change } = useEditor()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<MediaProblem>()
  // What was changed while the file was on its way is not taken back by it.
  const latest = useRef({ media, onChange })
  latest.current = { media, onChange }
  const take = async (file: File) => {
    setBusy(true)
    setProblem(undefined)
    const sent = await sendMedia(design.id, kind, file)
    setBusy(false)
    if ('problem' in sent) return setProblem(sent.problem)
    const now = latest.current
    if (name !== undefined) return change((draft) => withMedia(draft, name, sent.address))
    now.onChange({ ...now.media, [kind]: { ...now.media?.[kind], [language]: sent.address } })
  }
  const { types, maxBytes } = MEDIA_RULES[kind]
  return (
    <div>
      <Button variant="quiet" icon="upload" busy={busy} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={types.join(',')}
        aria-label={children}
        tabIndex={-1}
        hidden
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) void take(chosen)
          event.target.value = ''
        }}
      />
      {problem && (
        <p role="alert" className={styles.problem}>
          {t(`media.refused.${problem}`, { kind, most: maxBytes / 1_000_000 })}
        </p>
      )}
    </div>
  )
}

/** Without what holds nothing; words for a picture go with the picture. */
function tidy({ image, audio, video, alt }: Media): Media | undefined {
  const filled = Object.entries({ image, audio, video, alt }).filter(
    ([kind, texts]) => Object.keys(texts ?? {}).length > 0 && (kind !== 'alt' || Object.keys(image ?? {}).length > 0),
  )
  return filled.length > 0 ? (Object.fromEntries(filled) as Media) : undefined
}
