import type { LanguageTag } from '@vises/questionnaire/model.ts'
import type { OpenForm, Submission } from '../../q/send/api.ts'

/** A questionnaire kept on this device with the link by which its answers are sent. */
export interface Kept {
  id: string
  token: string
  title: string
  group: string | null
  keptOn: string
  form: OpenForm
}

/** An answer taken here that has not reached the server. Its id is what makes it one answer, however often it is sent. */
export interface Waiting {
  id: string
  title: string
  takenOn: string
  submission: Submission
  /** Files by the id under which they stand in the answers. */
  files: { id: string; content: Blob }[]
  language: LanguageTag
  /** Why the server did not take it, when trying again will not help. */
  refused?: string
}

const STORES = ['keys', 'kept', 'waiting'] as const
const MINE = 'vises-device'

/** Whether the person said that this device is theirs alone; without it nothing is kept. */
export const isMine = (): boolean => localStorage.getItem(MINE) === 'mine'

interface Sealed {
  id: string
  iv: Uint8Array<ArrayBuffer>
  content: ArrayBuffer
  files?: { id: string; iv: Uint8Array<ArrayBuffer>; content: ArrayBuffer; type: string }[]
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

  /** Opens the store; makes it, with its key, once the person has said that the device is theirs. */
  static async open(): Promise<DeviceStore | undefined> {
    if (!isMine()) return undefined
    const database = await openDatabase()
    const known = await ask<{ id: string; key: CryptoKey } | undefined>(database, 'keys', 'readonly', (rows) =>
      rows.get('device'),
    )
    if (known) return new DeviceStore(database, known.key)
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    await ask(database, 'keys', 'readwrite', (rows) => rows.put({ id: 'device', key }))
    return new DeviceStore(database, key)
  }

  kept(): Promise<Kept[]> {
    return this.all<Kept>('kept')
  }

  async keep(kept: Kept): Promise<void> {
    const sealed = await this.sealed(kept.id, kept)
    await ask(this.database, 'kept', 'readwrite', (rows) => rows.put(sealed))
  }

  async forget(id: string): Promise<void> {
    await ask(this.database, 'kept', 'readwrite', (rows) => rows.delete(id))
  }

  async waiting(): Promise<Waiting[]> {
    const rows = await ask<Sealed[]>(this.database, 'waiting', 'readonly', (all) => all.getAll())
    return Promise.all(
      rows.map(async (row) => ({
        ...((await this.unsealed(row)) as Omit<Waiting, 'files'>),
        files: await Promise.all(
          (row.files ?? []).map(async ({ id, iv, content, type }) => ({
            id,
            content: new Blob([await this.decrypt(iv, content)], { type }),
          })),
        ),
      })),
    )
  }

  async wait({ files, ...answer }: Waiting): Promise<void> {
    const sealedFiles = await Promise.all(
      files.map(async ({ id, content }) => ({
        id,
        type: content.type,
        ...(await this.encrypt(await content.arrayBuffer())),
      })),
    )
    const sealed = { ...(await this.sealed(answer.id, answer)), files: sealedFiles }
    await ask(this.database, 'waiting', 'readwrite', (rows) => rows.put(sealed))
  }

  async sent(id: string): Promise<void> {
    await ask(this.database, 'waiting', 'readwrite', (rows) => rows.delete(id))
  }

  private async all<T>(store: 'kept'): Promise<T[]> {
    const rows = await ask<Sealed[]>(this.database, store, 'readonly', (all) => all.getAll())
    return Promise.all(rows.map((row) => this.unsealed(row) as Promise<T>))
  }

  private async sealed(id: string, content: unknown): Promise<Sealed> {
    return { id, ...(await this.encrypt(new TextEncoder().encode(JSON.stringify(content)).buffer)) }
  }

  private async unsealed({ iv, content }: Sealed): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(await this.decrypt(iv, content)))
  }

  private async encrypt(bytes: ArrayBuffer) {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    return { iv, content: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.key, bytes) }
  }

  private decrypt(iv: Uint8Array<ArrayBuffer>, content: ArrayBuffer): Promise<ArrayBuffer> {
    return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, this.key, content)
  }
}

/** Says that the device is the person's own, and keeps the app itself for days without a connection. */
export async function makeMine(): Promise<void> {
  localStorage.setItem(MINE, 'mine')
  // What is kept should not be thrown away by the browser when space gets short.
  await navigator.storage?.persist?.().catch(() => false)
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/app/sw.js', { scope: '/app/' }).catch(() => undefined)
  await navigator.serviceWorker.register('/q/sw.js', { scope: '/q/' }).catch(() => undefined)
}

/** Removes everything from the device: the key, what was kept, what waits, and the app's own copy. */
export async function wipeDevice(): Promise<void> {
  if (!isMine()) return
  localStorage.removeItem(MINE)
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(MINE)
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
  const registration = await navigator.serviceWorker?.getRegistration('/app/').catch(() => undefined)
  await registration?.unregister()
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(MINE, 1)
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store, { keyPath: 'id' })
    }
    request.onsuccess = () => {
      // Another tab signs out: let the database go.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'))
  })
}

/** One act in a transaction of its own; done only when it is on the disk. */
function ask<T>(
  database: IDBDatabase,
  store: (typeof STORES)[number],
  mode: IDBTransactionMode,
  act: (rows: IDBObjectStore) => IDBRequest,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const request = act(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request.result as T)
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('Not kept.'))
  })
}
