/** What a file of answers may hold. */
export const ANSWER_FILE_LIMITS = { bytes: 40 * 1024 * 1024, rows: 200_000, columns: 1000 } as const
