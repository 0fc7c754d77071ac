import { v5, v7 } from 'uuid'

/** A new identifier that sorts by time (UUID version 7). Anonymous answers must not use it: it carries the time. */
export const newId = (): string => v7()

const NAMESPACE = '6f8a2c1e-5d0b-4b7a-9e53-0c2f6d1b8a47'

/** The same identifier for the same name, for reference rows and the demo. */
export const idOf = (name: string): string => v5(name, NAMESPACE)

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text is a UUID; whatever is not never reaches the database. */
export const isId = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)
