/** What a cell must hold before anyone sees it. */
export interface CellRules {
  minEnterprises: number
  minPartners: number
  /** Largest share of one partner, 0 to 1. */
  maxPartnerShare: number
}

/** The rules of every release, until a decision says otherwise. */
export const CELL_RULES: CellRules = { minEnterprises: 5, minPartners: 2, maxPartnerShare: 0.5 }

/** How many enterprises each partner has in a cell. */
export type Contributors = ReadonlyMap<string, number>

/** Whether a group of enterprises is large and mixed enough to be shown as a number. */
export function isShowable(contributors: Contributors, rules: CellRules = CELL_RULES): boolean {
  const counts = [...contributors.values()].filter((count) => count > 0)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return (
    total >= rules.minEnterprises &&
    counts.length >= rules.minPartners &&
    Math.max(...counts) <= total * rules.maxPartnerShare
  )
}

/** A cell as a release keeps it. */
export interface JudgedCell {
  /** Null: not shown. A suppressed cell and an empty one are the same from here on. */
  value: number | null
  /** Partners who could subtract their own enterprises and be left with a group that may not be shown. */
  hiddenFor: string[]
}

/**
 * Decides on one cell. For example 3 + 3 + 2 enterprises of three partners: shown as 8, also to the third partner, for whom
 * 3 + 3 remain; but not to the first, who could subtract its own 3 and find 3 + 2, where one partner has more than half.
 */
export function judgeCell(contributors: Contributors, rules: CellRules = CELL_RULES): JudgedCell {
  if (!isShowable(contributors, rules)) return { value: null, hiddenFor: [] }
  const hiddenFor = [...contributors.keys()]
    .filter((partner) => contributors.get(partner)! > 0)
    .filter((partner) => !isShowable(new Map([...contributors].filter(([other]) => other !== partner)), rules))
  return { value: [...contributors.values()].reduce((sum, count) => sum + count, 0), hiddenFor: hiddenFor.toSorted() }
}
