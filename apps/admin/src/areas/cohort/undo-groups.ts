interface Change {
  enterpriseId: string
  /** What it was before; null: nothing. */
  previous: string | null | undefined
}

/** What was changed, gathered by its former value: one call for each group puts everything back. */
export function groupsToUndo(changes: Change[]): { previous: string | null; enterpriseIds: string[] }[] {
  const groups = new Map<string | null, string[]>()
  for (const { enterpriseId, previous } of changes) {
    groups.set(previous ?? null, [...(groups.get(previous ?? null) ?? []), enterpriseId])
  }
  return [...groups].map(([previous, enterpriseIds]) => ({ previous, enterpriseIds }))
}
