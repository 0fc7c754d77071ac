import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { AnswerProblem } from '@vises/questionnaire/form.ts'
import type { Answers, LanguageTag } from '@vises/questionnaire/model.ts'

/** How a page of ours shows a questionnaire in a frame of `/q/#embed`. */
export type EmbedMode = 'preview' | 'test' | 'assisted' | 'paper'

/** Who asks, as far as it is to be shown. */
export interface EmbedAbout {
  askedBy?: string | null
  purpose?: string | null
  contact?: string | null
  keepUntil?: string | null
  closesOn?: string | null
  anonymous?: boolean
}

/** What the frame is told. Every message also says `vises: 'q'`. */
export type ToFrame =
  | {
      type: 'show'
      compiled: Compiled
      language: LanguageTag
      mode: EmbedMode
      /** To go on with: a `draft` that the frame gave. */
      answers?: Answers
      /** The key of a question, `start` or `review`. */
      at?: string
      about?: EmbedAbout
    }
  | { type: 'language'; language: LanguageTag }
  | { type: 'go'; key: string }
  | { type: 'clear' }
  | { type: 'accepted' }
  | { type: 'refused'; problems?: { path: string; code: string }[] }

/** What the frame tells. */
export type FromFrame =
  | { type: 'ready' }
  | {
      type: 'answers'
      answers: Answers
      draft: Answers
      problems: AnswerProblem[]
      complete: boolean
      answered: number
      questions: number
    }
  | { type: 'place'; key: string; keys: string[] }
  | { type: 'file'; id: string; name: string; mediaType: string; content: Blob }
  | {
      type: 'complete'
      answers: Answers
      language: LanguageTag
      seconds: number
      consent: Record<string, LanguageTag>
    }
  | { type: 'problem'; message: string }
