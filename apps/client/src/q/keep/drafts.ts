import type { Place } from '../asking/session.ts'
import type { OpenForm, Submission } from '../send/api.ts'
import type { Arrived } from '../send/file-answers.ts'
import type { Answers, LanguageTag } from '@vises/questionnaire/model.ts'
import type { Device } from './device.ts'
import { deriveSecret, sealJson, seal, unseal, unsealJson } from './secret.ts'
import type { Secret } from './secret.ts'

/** Everything of one unfinished answer. */
export interface Draft {
  /** The id under which it will be sent, once. */
  id: string
  answers: Answers
  language: LanguageTag
  plain: boolean
  at: Place
  seconds: number
  /** Higher is newer: two tabs of one browser share a draft. */
  revision: number
  /** The secret of its copy on the server, and until when that is kept. */
  elsewhere?: { secret: string; until: string }
  /** What is to be sent, or was sent and not yet acknowledged: sent again word for word. Files as on this device. */
  sending?: Submission
  /** What the server made of the files that it already took. */
  arrived?: Arrived
  /** Accepted: nothing of the answers is left. */
  sent?: true
}

/** What this device keeps of one link; readable only with the link itself. */
export class Drafts {
  private constructor(
    private readonly device: Device,
    private readonly secret: Secret,
  ) {}

  static async of(device: Device, token: string): Promise<Drafts> {
    return new Drafts(device, await deriveSecret(token, 'vises-q device'))
  }

  async draft(): Promise<Draft | undefined> {
    return this.#read<Draft>('drafts')
  }

  async keep(draft: Draft): Promise<void> {
    await this.device.put('drafts', this.secret.name, await sealJson(this.secret, draft))
  }

  /** The questionnaire itself, so that it opens again without a connection. */
  async form(): Promise<OpenForm | undefined> {
    return this.#read<OpenForm>('forms')
  }

  async keepForm(form: OpenForm): Promise<void> {
    await this.device.put('forms', this.secret.name, await sealJson(this.secret, form))
  }

  async keepFile(id: string, content: Blob): Promise<void> {
    await this.device.put('files', this.#nameOf(id), await seal(this.secret, await content.arrayBuffer()))
  }

  async file(id: string, type: string): Promise<Blob | undefined> {
    const sealed = await this.device.get('files', this.#nameOf(id))
    return sealed && new Blob([await unseal(this.secret, sealed)], { type })
  }

  removeFiles(): Promise<void> {
    return this.device.remove('files', this.secret.name)
  }

  /** Removes the answers; with `form` also the questionnaire itself. */
  async remove(form = false): Promise<void> {
    await this.device.remove('drafts', this.secret.name)
    await this.removeFiles()
    if (form) await this.device.remove('forms', this.secret.name)
  }

  #nameOf(file: string): string {
    return `${this.secret.name}/${file}`
  }

  async #read<T>(store: 'drafts' | 'forms'): Promise<T | undefined> {
    const sealed = await this.device.get(store, this.secret.name)
    // What cannot be read (a store half written, another version) is as good as not there.
    return sealed && unsealJson<T>(this.secret, sealed).catch(() => undefined)
  }
}
