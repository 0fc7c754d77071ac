import { fileTypeFromBuffer } from 'file-type'

/** What a file is by what stands in it, whatever it is called; undefined when it is none of these types. */
export async function fileTypeOf<Type extends string>(
  bytes: Uint8Array,
  types: readonly Type[],
): Promise<Type | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return types.find((type) => type === found?.mime)
}
