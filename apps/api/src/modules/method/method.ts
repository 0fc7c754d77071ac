import type { Reference } from '../../platform/tenant.ts'
import { compileMethod } from './compile-method.ts'
import type { Method } from './compile-method.ts'
import type { MethodVersionData } from './method-data.ts'

/** Whatever can read `method_version`: a unit of work, or the reference tables. */
export type MethodReader = Pick<Reference, 'rows'>

// A version cannot change while the process lives: it is written at start, and frozen once it is used.
const versions = new Map<string, Method>()

/** One version of the method, from memory after the first time; undefined when there is none of that code. */
export async function methodOf(reader: MethodReader, code: string): Promise<Method | undefined> {
  return versions.get(code) ?? (await lookForNewMethods(reader)).find((method) => method.code === code)
}

/** The versions in memory, newest first; looks them up the first time. */
export async function knownMethods(reader: MethodReader): Promise<Method[]> {
  return versions.size > 0 ? newestFirst() : lookForNewMethods(reader)
}

/** All versions, newest first, also those published since the process started. */
export async function lookForNewMethods(reader: MethodReader): Promise<Method[]> {
  const rows = await reader.rows<{ code: string; data: MethodVersionData }>(
    'SELECT code, data FROM method_version WHERE code <> ALL($1)',
    [[...versions.keys()]],
  )
  for (const { code, data } of rows) versions.set(code, compileMethod(data))
  return newestFirst()
}

const newestFirst = () => [...versions.values()].sort((a, b) => b.data.publishedOn.localeCompare(a.data.publishedOn))
