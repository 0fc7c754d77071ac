/** Longest texts the API takes, in characters; forms use the same numbers. */
export const LIMITS = {
  enterpriseName: 200,
  address: 300,
  postalCode: 10,
  city: 120,
  website: 300,
  enterpriseDescription: 4000,
  reason: 1000,
  reminderMessage: 2000,
  sessionNotes: 20_000,
  sessionNextActions: 5000,
  sessionMinutes: 1440,
  searchText: 100,
  fileName: 200,
  /** Enterprises of one bulk action. */
  bulkEnterprises: 500,
  /** Enterprises a platform may aim at. */
  cohortTarget: 10_000,
  territoriesOfEnterprise: 100,
  /** Answers of a step, by the kind of their field. */
  shortText: 500,
  longText: 20_000,
  listItems: 100,
  comment: 5000,
  stopNote: 2000,
  gateRemarks: 5000,
} as const

/** What an import file may hold. */
export const IMPORT_LIMITS = {
  bytes: 20 * 1024 * 1024,
  rows: 50_000,
  columns: 100,
  cellCharacters: 10_000,
} as const
