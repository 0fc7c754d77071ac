import { useEffect, useRef, useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { RecordPage_RecordQuery, SaveRecordInput } from '@vises/schema/client/graphql'
import type { SaveStatus } from '@vises/ui/SaveState.tsx'

const RecordPage_Record = graphql(`
  query RecordPage_Record($id: ID!) {
    record(recordId: $id) {
      id
      enterpriseId
      kind
      title
      happenedOn
      participants
      participantCount
      language
      notes
      source
      columns
      rows
      revision
      excerptCount
      createdByName
      updatedAt
      archivedAt
      isDemo
    }
  }
`)
const RecordPage_Save = graphql(`
  mutation RecordPage_Save($input: SaveRecordInput!) {
    saveRecord(input: $input) {
      problem
      record {
        id
        kind
        title
        happenedOn
        participants
        participantCount
        language
        notes
        source
        columns
        rows
        revision
        updatedAt
      }
    }
  }
`)

export type FieldRecord = RecordPage_RecordQuery['record']
/** What a person writes of a record. */
export type Draft = Omit<SaveRecordInput, 'recordId' | 'revision'>
/** What somebody else saved while this person wrote. */
export type Theirs = Pick<FieldRecord, 'notes' | 'title' | 'revision'>

const SAVE_AFTER_MS = 900

const draftOf = (record: FieldRecord): Draft => ({
  kind: record.kind,
  title: record.title,
  happenedOn: record.happenedOn ?? null,
  participants: record.participants ?? null,
  participantCount: record.participantCount ?? null,
  language: record.language,
  notes: record.notes,
  source: record.source ?? null,
  columns: record.columns,
  rows: record.rows,
})

/**
 * One record while it is written: saved a moment after the last key, one save at a time. When somebody saved in between,
 * nothing of theirs is replaced: `theirs` holds it until the person decides.
 */
export function useRecord(id: string) {
  const { data, error, refetch } = useQuery(RecordPage_Record, { variables: { id }, fetchPolicy: 'network-only' })
  const [save] = useMutation(RecordPage_Save)
  const [draft, setDraft] = useState<Draft>()
  const [status, setStatus] = useState<SaveStatus>('idle')
  const [savedAt, setSavedAt] = useState<Date>()
  const [theirs, setTheirs] = useState<Theirs>()
  const [failure, setFailure] = useState<unknown>()
  const held = useRef({ revision: 0, dirty: false, saving: false, timer: 0, draft: undefined as Draft | undefined })
  const record = data?.record

  if (record && !draft) {
    held.current.revision = record.revision
    held.current.draft = draftOf(record)
    setDraft(held.current.draft)
  }

  const send = async (): Promise<void> => {
    const now = held.current
    clearTimeout(now.timer)
    if (now.saving || !now.dirty || !now.draft) return
    now.saving = true
    now.dirty = false
    setStatus('saving')
    try {
      const answer = await save({ variables: { input: { ...now.draft, recordId: id, revision: now.revision } } })
      const { problem, record: saved } = answer.data!.saveRecord
      if (problem) {
        now.dirty = true
        setTheirs(saved!)
        setStatus('conflict')
        return
      }
      now.revision = saved!.revision
      setFailure(undefined)
      setSavedAt(new Date())
      setStatus(now.dirty ? 'saving' : 'saved')
    } catch (thrown) {
      now.dirty = true
      setFailure(thrown)
      setStatus('failed')
      return
    } finally {
      now.saving = false
    }
    if (now.dirty) await send()
  }

  const change = (part: Partial<Draft>) => {
    const now = held.current
    now.draft = { ...now.draft!, ...part }
    now.dirty = true
    setDraft(now.draft)
    if (status === 'conflict') return
    setStatus('saving')
    clearTimeout(now.timer)
    now.timer = window.setTimeout(() => void send(), SAVE_AFTER_MS)
  }

  /** Goes on from what the other person saved, with these notes. */
  const settle = (notes: string) => {
    if (!theirs) return
    held.current.revision = theirs.revision
    setTheirs(undefined)
    setStatus('saving')
    held.current.draft = { ...held.current.draft!, notes }
    held.current.dirty = true
    setDraft(held.current.draft)
    void send()
  }

  const sendRef = useRef(send)
  sendRef.current = send
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (!held.current.dirty) return
      void sendRef.current()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
      void sendRef.current()
    }
  }, [])

  return { record, draft, error, refetch, change, send, status, savedAt, theirs, settle, failure }
}
