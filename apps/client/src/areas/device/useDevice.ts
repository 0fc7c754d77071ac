import { useCallback, useEffect, useState } from 'react'
import { meet, type Standing } from './guard.ts'
import { keepTrying } from './keep-trying.ts'
import { sendWaiting } from './outbox.ts'
import { isOpen, onOwnerElsewhere } from './owner.ts'
import { DeviceStore, type Kept, type Waiting } from './store.ts'

/** Less than this, and a few photos more fill the device. */
const TIGHT_BYTES = 50 * 1024 * 1024

/** Whether the browser may throw away what is kept, and whether there is little space left. */
export interface Room {
  lasting: boolean
  tight: boolean
}

/** What this device keeps and what waits on it; sends by itself as soon as there is a connection. */
export function useDevice(viewerId: string | undefined) {
  const [standing, setStanding] = useState<Standing>()
  const [store, setStore] = useState<DeviceStore>()
  const [kept, setKept] = useState<Kept[]>()
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [room, setRoom] = useState<Room>()
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState(0)
  const [failed, setFailed] = useState<unknown>()

  const readFrom = useCallback(async (from: DeviceStore) => {
    setKept(await from.kept())
    setWaiting(await from.waiting())
    setRoom(await roomLeft())
  }, [])

  const open = useCallback(async () => {
    try {
      setFailed(undefined)
      // Without a connection nobody can say who it is: the device is as its owner left it.
      const found = viewerId ? await meet(viewerId) : isOpen() ? 'mine' : 'free'
      const opened = found === 'mine' ? await DeviceStore.open() : undefined
      if (opened) await readFrom(opened)
      setStore(opened)
      setStanding(found)
    } catch (thrown) {
      setFailed(thrown)
    }
  }, [viewerId, readFrom])

  const send = useCallback(async () => {
    if (!store) return true
    setSending(true)
    try {
      const { sent: gone, unreachable } = await sendWaiting(store)
      setSent(gone)
      await readFrom(store)
      return !unreachable
    } catch (thrown) {
      // Signed out in another tab meanwhile: there is nothing left to send.
      if (isOpen()) setFailed(thrown)
      return true
    } finally {
      setSending(false)
    }
  }, [store, readFrom])

  useEffect(() => {
    void open()
    return onOwnerElsewhere(() => location.reload())
  }, [open])
  useEffect(() => keepTrying(send), [send])

  return {
    standing,
    store,
    kept,
    waiting,
    room,
    sending,
    sent,
    failed,
    open,
    send,
    read: () => (store ? readFrom(store).catch(setFailed) : Promise.resolve()),
  }
}

export type Device = ReturnType<typeof useDevice>

async function roomLeft(): Promise<Room> {
  const lasting = await navigator.storage?.persisted?.().catch(() => false)
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {}
  return { lasting: Boolean(lasting), tight: quota !== undefined && quota - (usage ?? 0) < TIGHT_BYTES }
}
