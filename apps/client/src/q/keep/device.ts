import type { Sealed } from './secret.ts'

// The device's own store: sealed forms, drafts and files by the name of their secret. Nothing in it can be read without
// the address of the questionnaire.
const STORES = ['forms', 'drafts', 'files'] as const
type StoreName = (typeof STORES)[number]

/** Kept things older than this are swept away when the page opens. */
const KEPT_DAYS = 90

interface Row extends Sealed {
  id: string
  /** A day, for the sweeping; never an hour. */
  on: string
}

export interface Device {
  get(store: StoreName, id: string): Promise<Sealed | undefined>
  put(store: StoreName, id: string, sealed: Sealed): Promise<void>
  /** Removes everything whose name begins so. */
  remove(store: StoreName, prefix: string): Promise<void>
}

/** Opens the store of this device; undefined where the browser keeps nothing (private windows, storage refused). */
export async function openDevice(): Promise<Device | undefined> {
  try {
    const database = await open()
    void sweep(database)
    return {
      get: (store, id) => ask<Sealed | undefined>(database, store, 'readonly', (rows) => rows.get(id)),
      put: async (store, id, { iv, content }) => {
        await ask(database, store, 'readwrite', (rows) => rows.put({ id, iv, content, on: today() } satisfies Row))
      },
      remove: async (store, prefix) => {
        await ask(database, store, 'readwrite', (rows) => rows.delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))
      },
    }
  } catch {
    return undefined
  }
}

const today = () => new Date().toISOString().slice(0, 10)

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('vises-q', 1)
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store, { keyPath: 'id' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'))
    request.onblocked = () => reject(new Error('An older page holds the store.'))
  })
}

/** One act in a transaction of its own; done only when it is on the disk. */
function ask<T>(
  database: IDBDatabase,
  store: StoreName,
  mode: IDBTransactionMode,
  act: (rows: IDBObjectStore) => IDBRequest,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const request = act(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request.result as T)
    transaction.onabort = () => reject(transaction.error ?? new Error('Not kept.'))
    transaction.onerror = () => reject(transaction.error ?? new Error('Not kept.'))
  })
}

async function sweep(database: IDBDatabase): Promise<void> {
  const oldest = new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10)
  for (const store of STORES) {
    const transaction = database.transaction(store, 'readwrite')
    transaction.objectStore(store).openCursor().onsuccess = (event) => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result
      if (!cursor) return
      if ((cursor.value as Row).on < oldest) cursor.delete()
      cursor.continue()
    }
  }
}
