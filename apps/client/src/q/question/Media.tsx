/** @jsxImportSource preact */
import { isShowable } from '@vises/questionnaire/media.ts'
import type { Media as Sources } from '@vises/questionnaire/model.ts'
import { said } from '../asking/answer-words.ts'
import { sayIn } from '../language.ts'
import { useDesk } from './desk.ts'

/** Picture, sound or film beside a question or a choice. */
export function Media({ of }: { of: Sources | undefined }) {
  const { session } = useDesk()
  const source = (kind: 'image' | 'audio' | 'video') => {
    const found = sayIn(of?.[kind], session.tag, session.questionnaire.baseLanguage)?.text
    return found && isShowable(found) ? found : undefined
  }
  const [image, audio, video] = [source('image'), source('audio'), source('video')]
  if (!image && !audio && !video) return null
  return (
    <div class="media">
      {image && <img src={image} alt={said(session.reading, of?.alt)} />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the question beside it says the same in words */}
      {audio && <audio src={audio} controls preload="none" />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- as above */}
      {video && <video src={video} controls preload="none" />}
    </div>
  )
}
