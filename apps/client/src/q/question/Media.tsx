/** @jsxImportSource preact */
import { isShowable } from '@vises/questionnaire/media.ts'
import type { Media as Sources, Texts } from '@vises/questionnaire/model.ts'
import { said } from '../asking/answer-words.ts'
import { sayIn } from '../language.ts'
import { useDesk } from './desk.ts'

interface Props {
  of: Sources | undefined
  /** The words of the question or choice that it stands beside. */
  beside: Texts | undefined
}

/** Picture, sound or film beside a question or a choice. */
export function Media({ of, beside }: Props) {
  const { session } = useDesk()
  const source = (kind: 'image' | 'audio' | 'video') => {
    const found = sayIn(of?.[kind], session.tag, session.questionnaire.baseLanguage)?.text
    return found && isShowable(found) ? found : undefined
  }
  const [image, audio, video] = [source('image'), source('audio'), source('video')]
  if (!image && !audio && !video) return null
  // Without words of its own the question is asked in those of its picture: they are not said twice.
  const alt = said(session.reading, beside) ? said(session.reading, of?.alt) : ''
  return (
    <div class="media">
      {image && <img src={image} alt={alt} />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the question beside it says the same in words */}
      {audio && <audio src={audio} controls preload="none" />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- as above */}
      {video && <video src={video} controls preload="none" />}
    </div>
  )
}
