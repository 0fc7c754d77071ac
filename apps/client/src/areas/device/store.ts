import type { Answers, FileAnswer, LanguageTag } from '@vises/questionnaire/model.ts'
import type { OpenForm, Submission } from '../../q/send/api.ts'
import { ownerOf } from './owner.ts'

/** A questionnaire kept on this device with the link by which its answers are sent. */
export interface Kept {
  id: string
  waveId: string
  token: string
  title: string
  group: string | null
  keptOn: string
  form: OpenForm
}

/** An answer taken here that has not reached the server. Its id is what makes it one answer, however often it is sent. */
export interface Waiting {
  id: string
  waveId: string
  title: string
  group: string | null
  takenOn: string
  /** As taken: files stand in it by the ids of this device. */
  submission: Submission
  /** Its files, each with what the server made of it once it arrived. */
  files: { id: string; taken?: FileAnswer }[]
  language: LanguageTag
  /** Why the server did not take it, when trying again will not help. */
  refused?: string
}

/** The files of an answer, by the ids under which they stand in it. */
export type FilesById = ReadonlyMap<string, Blob>

const STORES = ['keys', 'kept', 'drafts', 'waiting', 'files'] as const
type StoreName = (typeof STORES)[number]
const NAME = 'vises-device'

interface Sealed {
  id: string
  iv: Uint8Array<ArrayBuffer>
  content: ArrayBuffer
}

/**
 * The device's own store. Everything in it is encrypted with a key that the browser keeps and no script can read out; it
 * goes with the key when the person signs out.
 */
export class DeviceStore {
  private constructor(
    private readonly database: IDBDatabase,
    private readonly key: CryptoKey,
  ) {}

  private static opened: Promise<DeviceStore> | undefined

  /** Opens the store; makes it, with its key, once somebody has said that the device is theirs. */
  static async open(): Promise<DeviceStore | undefined> {
    if (!ownerOf()) return undefined
    DeviceStore.opened ??= DeviceStore.make()
    return DeviceStore.opened.catch((error: unknown) => {
      DeviceStore.opened = undefined
      throw error
    })
  }

  private static async make(): Promise<DeviceStore> {
    const database = await openDatabase(() => (DeviceStore.opened = undefined))
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    // Looked up and put in one transaction: two tabs that begin at once must not have two keys.
    const key = await change(database, ['keys'], (of) => {
      const rows = of('keys')
      const known = rows.get('device') as IDBRequest<{ key: CryptoKey } | undefined>
      const answer = { key: made }
      known.onsuccess = () => {
        if (known.result) answer.key = known.result.key
        else rows.put({ id: 'device', key: made })
      }
      return () => answer.key
    })
    return new DeviceStore(database, key)
  }

  kept(): Promise<Kept[]> {
    return this.all<Kept>('kept')
  }

  keep(kept: Kept): Promise<void> {
    return this.put('kept', kept.id, kept)
  }

  async forget(id: string): Promise<void> {
    await change(this.database, ['kept'], (of) => void of('kept').delete(id))
    await this.dropDraft(id)
  }

  /** The answer to a kept questionnaire that was begun and not finished. */
  async draft(keptId: string): Promise<Answers | undefined> {
    return (await this.one('drafts', keptId)) as Answers | undefined
  }

  saveDraft(keptId: string, answers: Answers): Promise<void> {
    return this.put('drafts', keptId, answers)
  }

  async saveDraftFile(keptId: string, id: string, content: Blob): Promise<void> {
    const sealed = await this.sealed('files', `draft:${keptId}/${id}`, await content.arrayBuffer())
    await change(this.database, ['files'], (of) => void of('files').put(sealed))
  }

  draftFile(keptId: string, id: string): Promise<Blob | undefined> {
    return this.file(`draft:${keptId}`, id)
  }

  async dropDraft(keptId: string): Promise<void> {
    await change(this.database, ['drafts', 'files'], (of) => {
      of('drafts').delete(keptId)
      of('files').delete(filesOf(`draft:${keptId}`))
    })
  }

  waiting(): Promise<Waiting[]> {
    return this.all<Waiting>('waiting')
  }

  /** Takes an answer with its files, wholly or not at all, in the place of its draft. */
  async take(keptId: string, answer: Waiting, files: FilesById): Promise<void> {
    const sealed = await this.sealedJson('waiting', answer.id, answer)
    const contents: Sealed[] = []
    for (const [id, content] of files)
      contents.push(await this.sealed('files', `${answer.id}/${id}`, await content.arrayBuffer()))
    await change(this.database, ['waiting', 'files', 'drafts'], (of) => {
      of('waiting').put(sealed)
      of('drafts').delete(keptId)
      of('files').delete(filesOf(`draft:${keptId}`))
      for (const content of contents) of('files').put(content)
    })
  }

  /** How far the sending of an answer has come, or why it was refused. */
  update(answer: Waiting): Promise<void> {
    return this.put('waiting', answer.id, answer)
  }

  /** A file of an answer that waits. */
  async file(answerId: string, id: string): Promise<Blob | undefined> {
    const name = `${answerId}/${id}`
    const row = await change(this.database, ['files'], (of) => answerTo<Sealed | undefined>(of('files').get(name)))
    return row && new Blob([await this.unsealed('files', row)])
  }

  /** Lets an answer go: it arrived, or the person removes it. */
  async done(id: string): Promise<void> {
    await change(this.database, ['waiting', 'files'], (of) => {
      of('waiting').delete(id)
      of('files').delete(filesOf(id))
    })
  }

  private async all<T>(store: 'kept' | 'waiting'): Promise<T[]> {
    const rows = await change(this.database, [store], (of) => answerTo<Sealed[]>(of(store).getAll()))
    return Promise.all(rows.map(async (row) => parsed(await this.unsealed(store, row)) as T))
  }

  private async one(store: StoreName, id: string): Promise<unknown> {
    const row = await change(this.database, [store], (of) => answerTo<Sealed | undefined>(of(store).get(id)))
    return row && parsed(await this.unsealed(store, row))
  }

  private async put(store: StoreName, id: string, content: unknown): Promise<void> {
    const sealed = await this.sealedJson(store, id, content)
    await change(this.database, [store], (of) => void of(store).put(sealed))
  }

  private sealedJson(store: StoreName, id: string, content: unknown): Promise<Sealed> {
    return this.sealed(store, id, new TextEncoder().encode(JSON.stringify(content)).buffer)
  }

  private async sealed(store: StoreName, id: string, bytes: ArrayBuffer): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    return { id, iv, content: await crypto.subtle.encrypt(cipher(store, id, iv), this.key, bytes) }
  }

  private unsealed(store: StoreName, { id, iv, content }: Sealed): Promise<ArrayBuffer> {
    return crypto.subtle.decrypt(cipher(store, id, iv), this.key, content)
  }
}

/** Empties the store and removes it; its key goes first, so that nothing can be read whatever else happens. */
export async function removeStore(): Promise<void> {
  const database = await openDatabase()
  await change(database, STORES, (of) => {
    for (const store of STORES) of(store).clear()
  })
  database.close()
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(NAME)
    // Another tab that does not let go holds an empty store.
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}

/** A row in another place, under another name, is not read. */
const cipher = (store: StoreName, id: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`${store}/${id}`),
})

const parsed = (bytes: ArrayBuffer): unknown => JSON.parse(new TextDecoder().decode(bytes))
const filesOf = (owner: string) => IDBKeyRange.bound(`${owner}/`, `${owner}/\uffff`)
const answerTo =
  <T>(request: IDBRequest) =>
  (): T =>
    request.result as T

function openDatabase(onLost: () => void = () => undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 2)
    request.onupgradeneeded = () => {
      for (const store of STORES)
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store, { keyPath: 'id' })
    }
    request.onsuccess = () => {
      request.result.onclose = onLost
      // Somebody signs out, here or in another tab: let the database go.
      request.result.onversionchange = () => {
        request.result.close()
        onLost()
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'))
  })
}

/** One transaction; done only when it is on the disk. What `act` answers is asked for its result then. */
function change<T>(
  database: IDBDatabase,
  stores: readonly StoreName[],
  act: (of: (store: StoreName) => IDBObjectStore) => (() => T) | void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, 'readwrite')
    const result = act((store) => transaction.objectStore(store))
    transaction.oncomplete = () => resolve(result?.() as T)
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('Not kept.'))
  })
}
