import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { QUESTIONNAIRE_LIMITS } from '@vises/questionnaire/model.ts'
import type { Services } from '../../platform/context.ts'
import { compiledVersion } from './compiled-version.ts'
import { FILE_TYPES } from './file-type.ts'
import type { Link } from './find-link.ts'
import { offeredLanguages, pageContent, textIn } from './page-content.ts'
import { respondentTenant } from './respondent.ts'
import { statusOf } from './wave-window.ts'

/** What the page is told when it opens a link, as JSON. */
export async function showPage(
  services: Services,
  link: Link,
  askedLanguage: string | undefined,
  now = new Date(),
): Promise<string> {
  const { partnerId, questionnaireId, version } = link
  const compiled = await respondentTenant(services, link).read((db) =>
    compiledVersion(db, { partnerId, questionnaireId, version }),
  )
  if (!compiled) throw new Error('A wave asks a version that is not there.')
  const { title, baseLanguage } = compiled.questionnaire
  const languages = offeredLanguages(compiled, link.languages)
  const language = [askedLanguage, link.language].find((one) => one && languages.includes(one)) ?? languages[0]!
  const state = stateOf(link, now)
  const always = {
    state,
    title: textIn(title, language, baseLanguage),
    language,
    languages,
    askedBy: link.askedBy,
    contact: link.contact,
    opensOn: link.opensOn,
    closesOn: link.closesOn,
  }
  if (state !== 'open') return JSON.stringify(always)
  const page = JSON.stringify({
    ...always,
    purpose: textIn(link.purpose, language, baseLanguage),
    keepUntil: link.keepUntil,
    anonymous: link.anonymous,
    kind: link.kind,
    group: link.groupName,
    version,
    files: { maxBytes: QUESTIONNAIRE_LIMITS.fileBytes, types: FILE_TYPES },
  })
  return `${page.slice(0, -1)},"compiled":${contentOf(compiled, link, languages)}}`
}

const stateOf = (link: Link, now: Date): 'open' | 'notYet' | 'closed' | 'spent' | 'full' => {
  const status = statusOf(link, now)
  if (status !== 'open') return status === 'planned' ? 'notYet' : 'closed'
  if (link.spent) return 'spent'
  return link.full ? 'full' : 'open'
}

const MOST_KEPT = 60
const kept = new Map<string, string>()

/** The large part of the answer, made once for each version and choice of languages. */
function contentOf(compiled: Compiled, { questionnaireId, version }: Link, languages: readonly string[]): string {
  const key = [questionnaireId, version, ...languages].join(' ')
  let content = kept.get(key)
  if (content === undefined) {
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
    kept.set(key, (content = JSON.stringify(pageContent(compiled, languages))))
  }
  return content
}
