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
  if (!versions.has(code)) await load(reader, 'WHERE code = $1', [code])
  return versions.get(code)
}

/** All versions, newest first. */
export async function allMethods(reader: MethodReader): Promise<Method[]> {
  if (!allLoaded) {
    await load(reader)
    allLoaded = true
  }
  return [...versions.values()].sort((a, b) => b.data.publishedOn.localeCompare(a.data.publishedOn))
}

/** Looks again for versions published since the process started. */
export async function lookForNewMethods(reader: MethodReader): Promise<Method[]> {
  allLoaded = false
  return allMethods(reader)
}

let allLoaded = false

async function load(reader: MethodReader, where = '', params: unknown[] = []): Promise<void> {
  for (const row of await reader.rows<{ code: string; data: MethodVersionData }>(`SELECT code, data FROM method_version ${where}`, params)) {
    if (!versions.has(row.code)) versions.set(row.code, compileMethod(row.data))
  }
}
