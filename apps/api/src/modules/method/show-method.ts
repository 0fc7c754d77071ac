import { NotFound } from '../../platform/errors.ts'
import type { Method } from './compile-method.ts'
import type { FieldData } from './method-data.ts'
import { lookForNewMethods, methodOf } from './method.ts'
import type { MethodReader } from './method.ts'
import type { MethodField, MethodItemField, MethodVersion } from './method.types.ts'
import { TEXT_LIMITS } from './text-limits.ts'

/** Every published version of the method, newest first. */
export async function methodVersions(reader: MethodReader): Promise<MethodVersion[]> {
  return (await lookForNewMethods(reader)).map(shown)
}

/** One version of the method, whole. @throws NotFound */
export async function methodVersion(reader: MethodReader, code: string): Promise<MethodVersion> {
  const method = await methodOf(reader, code)
  if (!method) throw new NotFound()
  return shown(method)
}

const shownVersions = new WeakMap<Method, MethodVersion>()

function shown(method: Method): MethodVersion {
  const known = shownVersions.get(method)
  if (known) return known
  const phases = method.data.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step) => ({
      ...step,
      phase: phase.number,
      light: typeof step.light === 'string' ? step.light : 'merged',
      mergedInto: typeof step.light === 'string' ? undefined : step.light.mergedInto,
      fields: step.fields.map((field): MethodField => ({ ...shownField(field), item: field.item?.map(shownField) })),
    })),
  }))
  const version = { ...method.data, phases }
  shownVersions.set(method, version)
  return version
}

function shownField({ item: _item, ...field }: FieldData): MethodItemField {
  return { ...field, expected: field.expected ?? false, maxLength: TEXT_LIMITS[field.kind] }
}
