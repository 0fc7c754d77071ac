import type { QuestionnaireVersion } from './questionnaire.types.ts'

/** A version as a statement reads it, without its content. */
export interface VersionRow extends Omit<QuestionnaireVersion, 'waivers' | 'publishedAt'> {
  waivers: Record<string, string>
  publishedAt: string
}

/** The columns of a version `v`, without its content. */
export const VERSION = `v.id, v.number, v.note, v.changes, v.waivers, v.published_at AS "publishedAt",
  v.published_by_name AS "publishedByName",
  ARRAY(SELECT jsonb_array_elements_text(v.content -> 'languages')) AS languages`

/** A version as the API shows it. */
export function versionOf({ waivers, publishedAt, ...row }: VersionRow): QuestionnaireVersion {
  return {
    ...row,
    publishedAt: new Date(publishedAt),
    waivers: Object.entries(waivers).map(([language, reason]) => ({ language, reason })),
  }
}
