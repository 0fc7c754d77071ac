import { Kind } from 'graphql'
import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/**
 * Names of the fields a query asks for below this resolver, so that what nobody reads is not fetched.
 * `path` goes deeper: `selectedFields(info, 'nodes')`.
 */
export function selectedFields(info: GraphQLResolveInfo, ...path: string[]): Set<string> {
  let sets = info.fieldNodes.map((node) => node.selectionSet)
  for (const name of path)
    sets = sets.flatMap((set) =>
      fieldsOf(set, info)
        .filter((field) => field.name === name)
        .map((field) => field.set),
    )
  return new Set(sets.flatMap((set) => fieldsOf(set, info).map((field) => field.name)))
}

function fieldsOf(
  set: SelectionSetNode | undefined,
  info: GraphQLResolveInfo,
): { name: string; set?: SelectionSetNode }[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [{ name: selection.name.value, set: selection.selectionSet }]
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info)
    return fieldsOf(info.fragments[selection.name.value]?.selectionSet, info)
  })
}
