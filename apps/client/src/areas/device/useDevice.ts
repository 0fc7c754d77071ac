import { useCallback, useEffect, useState } from 'react'
import { sendWaiting } from './outbox.ts'
import { DeviceStore, isMine, type Kept, type Waiting } from './store.ts'

const TRY_AGAIN_MS = 30_000

/** What this device keeps and what waits on it; sends by itself as soon as there is a connection. */
export function useDevice() {
  const [mine, setMine] = useState(isMine)
  const [store, setStore] = useState<DeviceStore>()
  const [kept, setKept] = useState<Kept[]>()
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState(0)
  const [failed, setFailed] = useState<unknown>()
  const read = useCallback(async (from: DeviceStore) => {
    setKept(await from.kept())
    setWaiting(await from.waiting())
  }, [])

  const send = useCallback(async () => {
    if (!store || !navigator.onLine) return
    setSending(true)
    try {
      setSent((await sendWaiting(store)).sent)
    } catch (thrown) {
      setFailed(thrown)
    } finally {
      setSending(false)
      await read(store)
    }
  }, [store])

  useEffect(() => {
    if (!mine) return
    void DeviceStore.open().then(async (opened) => {
      setStore(opened)
      if (opened) await read(opened)
    }, setFailed)
  }, [mine])

  useEffect(() => {
    void send()
    const timer = setInterval(() => void send(), TRY_AGAIN_MS)
    const again = () => void send()
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [send])

  return {
    mine,
    setMine,
    store,
    kept,
    waiting,
    sending,
    sent,
    failed,
    send,
    read: () => (store ? read(store) : undefined),
  }
}

export type Device = ReturnType<typeof useDevice>
