import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { AnswerProblem, Path } from '@vises/questionnaire/form.ts'
import type { Early } from '../early.ts'
import type { Answers, FileAnswer, LanguageTag } from '@vises/questionnaire/model.ts'

/** Who asks and why, as the server tells it in one language. */
export interface About {
  title: string
  language: LanguageTag
  languages: LanguageTag[]
  askedBy: string
  contact: string | null
  opensOn: string | null
  closesOn: string | null
}

export interface OpenForm extends About {
  state: 'open'
  purpose: string | null
  keepUntil: string | null
  anonymous: boolean
  kind: 'open' | 'singleUse' | 'personal'
  version: number
  compiled: Compiled
  files: { maxBytes: number; types: string[] }
}

/** Why a link takes no answers. */
export type Closed = 'unknown' | 'notYet' | 'closed' | 'spent' | 'full'
export type Opened = OpenForm | ({ state: Exclude<Closed, 'unknown'> } & About) | { state: 'unknown' }

/** What is sent, once and for all with this id. */
export interface Submission {
  token: string
  id: string
  version: number
  language: LanguageTag
  answers: Answers
  seconds?: number
  consent?: Record<string, LanguageTag>
  draft?: string
}

export type Outcome =
  | { kind: 'accepted' }
  | { kind: 'refused'; problem: Closed }
  | { kind: 'invalid'; paths: { path: Path; code: AnswerProblem['code'] | 'fileUnknown' }[] }
  /** The page's form is out of date: open again and go on. */
  | { kind: 'outdated' }
  /** This id was sent before with other answers. */
  | { kind: 'doubled' }
  /** No connection, or the server is busy: again after so many seconds. */
  | { kind: 'later'; after?: number; offline: boolean }

/** The server cannot be reached, or asks to come later. */
export class Unreachable extends Error {
  constructor(readonly after?: number) {
    super('Not now.')
  }
}

interface Reply {
  status: number
  body: Record<string, unknown>
}

/** One call without cookie, referrer or cache. Not reached, too many, busy and broken are all "later". */
async function call(path: string, body: unknown, more: RequestInit = {}): Promise<Reply> {
  return read(
    await fetch(`/api/q/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...more,
    }).catch(() => undefined),
  )
}

async function read(response: Response | undefined): Promise<Reply> {
  if (!response) throw new Unreachable()
  if (response.status === 429 || response.status >= 500)
    throw new Unreachable(Number(response.headers.get('retry-after')) || undefined)
  const text = await response.text().catch(() => {
    throw new Unreachable()
  })
  try {
    return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} }
  } catch {
    // A page of a hotel's network instead of our answer.
    throw new Unreachable()
  }
}

export async function openLink(token: string, language?: LanguageTag): Promise<Opened> {
  const { status, body } = await openReply(token, language)
  return status === 200 ? (body as unknown as Opened) : { state: 'unknown' }
}

async function openReply(token: string, language: LanguageTag | undefined): Promise<Reply> {
  // Asked once before the page's script had arrived; good for this link and language, and only once.
  const early: Early | undefined = window.visesEarly
  window.visesEarly = undefined
  if (early?.token === token && early.language === language) {
    const reply = await early.answer.then(read).catch(() => undefined)
    if (reply) return reply
  }
  return call('open', language ? { token, language } : { token })
}

export async function submit(submission: Submission): Promise<Outcome> {
  try {
    const { status, body } = await call('submit', submission)
    if (status === 200 && body.accepted === true) return { kind: 'accepted' }
    const problem = String(body.problem)
    if (status === 404) return { kind: 'refused', problem: 'unknown' }
    if (status === 409) return { kind: 'refused', problem: problem as Closed }
    if (problem === 'invalid')
      return { kind: 'invalid', paths: body.paths as { path: Path; code: AnswerProblem['code'] }[] }
    if (problem === 'unknownVersion' || problem === 'unknownLanguage') return { kind: 'outdated' }
    if (problem === 'idTaken') return { kind: 'doubled' }
    return { kind: 'invalid', paths: [] }
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    return { kind: 'later', after: error.after, offline: error.after === undefined }
  }
}

/** Why a file was not taken. */
export class FileRefused extends Error {
  constructor(readonly problem: 'fileType' | 'fileSize' | Closed) {
    super(problem)
  }
}

export async function sendFile(token: string, content: Blob): Promise<FileAnswer> {
  const { status, body } = await call('file', undefined, {
    headers: { authorization: `Link ${token}`, 'content-type': 'application/octet-stream' },
    body: content,
  })
  if (status === 201) return body as unknown as FileAnswer
  if (status === 413) throw new FileRefused('fileSize')
  if (status === 415) throw new FileRefused('fileType')
  throw new FileRefused(status === 404 ? 'unknown' : (String(body.problem) as Closed))
}

/** Keeps a sealed draft on the server under its address; tells until when, or why not. */
export async function saveDraft(token: string, draft: string, content: string): Promise<string | Closed | 'tooLarge'> {
  const { status, body } = await call('draft', { token, draft, content })
  if (status === 200) return String(body.savedUntil)
  return status === 413 ? 'tooLarge' : status === 404 ? 'unknown' : (String(body.problem) as Closed)
}

export async function loadDraft(token: string, draft: string): Promise<string | undefined> {
  const { status, body } = await call('draft', { token, draft })
  return status === 200 ? String(body.content) : undefined
}

export async function deleteDraft(token: string, draft: string): Promise<void> {
  await call('draft', { token, draft, content: null })
}

/** Counts that a page was reached; nobody waits for it. */
export function reach(token: string, page: string): void {
  void call('reach', { token, pages: [page] }, { keepalive: true }).catch(() => undefined)
}

export async function stopMails(token: string): Promise<boolean> {
  const { status } = await call('stop', { token })
  return status === 200
}
