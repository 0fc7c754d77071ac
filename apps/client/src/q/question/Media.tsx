/** @jsxImportSource preact */
import type { Media as Sources } from '@vises/questionnaire/model.ts'
import { sayIn } from '../language.ts'
import { useDesk } from './desk.ts'

// Only what comes with the page or from its own server: nothing is asked of others.
const OWN = /^(\/(?!\/)|data:(image|audio|video)\/|blob:)/

/** Picture, sound or film beside a question or a choice. Its words stand beside it, so a picture needs none of its own. */
export function Media({ of }: { of: Sources | undefined }) {
  const { session } = useDesk()
  const source = (kind: keyof Sources) => {
    const found = sayIn(of?.[kind], session.tag, session.questionnaire.baseLanguage)?.text
    return found && OWN.test(found) ? found : undefined
  }
  const [image, audio, video] = [source('image'), source('audio'), source('video')]
  if (!image && !audio && !video) return null
  return (
    <div class="media">
      {image && <img src={image} alt="" />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the question beside it says the same in words */}
      {audio && <audio src={audio} controls preload="none" />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- as above */}
      {video && <video src={video} controls preload="none" />}
    </div>
  )
}
