import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { effortOf } from '@vises/questionnaire/effort.ts'
import type { Texts } from '@vises/questionnaire/model.ts'
import { registerTasks } from '../../jobs/tasks.ts'
import type { Services } from '../../platform/context.ts'
import { log } from '../../platform/log.ts'
import { sendTemplate } from '../../platform/mail/templates.ts'
import { Tenant } from '../../platform/tenant.ts'
import type { Db } from '../../platform/tenant.ts'
import { LANGUAGES } from '../../platform/tri-text.ts'
import type { Language } from '../../platform/tri-text.ts'
import { compiledVersion } from './compiled-version.ts'
import { FEWEST_TOLD } from './count-answers.ts'
import { linkToken } from './link-token.ts'
import { textIn } from './page-content.ts'
import { INVITEES, TO_MAIL } from './send-mails.ts'
import { statusOf } from './wave-window.ts'
import type { WaveWindow } from './wave-window.ts'
import { MailingKind, WaveStatus } from './wave.types.ts'

registerTasks({
  /**
   * Sends a round of invitations or reminders. Who gets one is found out here, mail by mail, and written nowhere: the
   * round only remembers up to which invitee it has come, whether they had answered or not.
   */
  async mailWave({ partnerId, mailingId }, { services }) {
    const tenant = new Tenant(services.app, { partnerId: partnerId!, userId: partnerId!, enterpriseId: null })
    const round = await tenant.read((db) => readRound(db, partnerId!, mailingId!))
    if (!round || round.finished) return
    let tried = 0
    let failed = 0
    for (;;) {
      const batch = await tenant.read((db) => nextInvitees(db, partnerId!, mailingId!))
      if (batch.length === 0 || statusOf(round, new Date()) !== WaveStatus.open) break
      for (const invitee of batch) {
        const sent = invitee.toMail && (await send(services, round, invitee))
        if (invitee.toMail) tried++
        if (invitee.toMail && !sent) failed++
        await tenant.write((db) => markReached(db, partnerId!, mailingId!, round.kind, invitee.id, sent))
      }
      // The mail server is away: the job is tried again later, from here on.
      if (failed === tried && failed >= GIVE_UP_AFTER) throw new Error('No mail of the round could be sent.')
    }
    await tenant.write((db) => finish(db, partnerId!, mailingId!))
  },
})

const BATCH = 20
const GIVE_UP_AFTER = 20

interface Round extends WaveWindow {
  id: string
  waveId: string
  enterpriseId: string
  kind: MailingKind
  message: string | null
  finished: boolean
  askedBy: string
  purpose: Texts
  contact: string | null
  anonymous: boolean
  languages: string[]
  remindersLeft: number
  questionnaireId: string
  version: number
}

async function readRound(
  db: Db,
  partnerId: string,
  mailingId: string,
): Promise<(Round & { compiled: Compiled }) | undefined> {
  const round = await db.row<Round>(
    `SELECT m.id, m.wave_id AS "waveId", m.enterprise_id AS "enterpriseId", m.kind, m.message, m.finished, w.asked_by AS "askedBy",
       w.purpose, w.contact, w.anonymous, w.languages, w.questionnaire_id AS "questionnaireId", v.number AS version,
       w.opened_at AS "openedAt", w.closed_at AS "closedAt", w.opens_on::text AS "opensOn", w.closes_on::text AS "closesOn",
       w.time_zone AS "timeZone", w.most_reminders - (SELECT count(*)::int FROM wave_mailing r
         WHERE r.partner_id = $1 AND r.wave_id = m.wave_id AND r.kind = 'reminder') AS "remindersLeft"
     FROM wave_mailing m JOIN wave w ON w.partner_id = m.partner_id AND w.id = m.wave_id
     JOIN questionnaire_version v ON v.partner_id = w.partner_id AND v.id = w.version_id
     WHERE m.partner_id = $1 AND m.id = $2`,
    [partnerId, mailingId],
  )
  const compiled = round && (await compiledVersion(db, { partnerId, ...round }))
  return round && compiled && { ...round, compiled }
}

interface Recipient {
  id: string
  email: string
  language: string
  nonce: string
  toMail: boolean
}

/** The next invitees in the order of the list, also those whom the round passes by. */
const nextInvitees = (db: Db, partnerId: string, mailingId: string): Promise<Recipient[]> =>
  db.rows<Recipient>(
    `SELECT i.id, i.email, i.language, l.nonce,
       CASE m.kind WHEN 'invitation' THEN ${TO_MAIL.invitation} ELSE ${TO_MAIL.reminder} END AS "toMail"
     FROM wave_mailing m JOIN ${INVITEES} ON i.partner_id = m.partner_id AND i.enterprise_id = m.enterprise_id AND i.wave_id = m.wave_id
     WHERE m.partner_id = $1 AND m.id = $2 AND (m.reached IS NULL OR i.id > m.reached)
     ORDER BY i.id LIMIT ${BATCH}`,
    [partnerId, mailingId],
  )

/** Moves on past an invitee, whether a mail was due or not. */
async function markReached(
  db: Db,
  partnerId: string,
  mailingId: string,
  kind: MailingKind,
  inviteeId: string,
  sent: boolean,
): Promise<void> {
  if (sent && kind === MailingKind.invitation) {
    await db.rows('UPDATE invitee SET mailed = true WHERE partner_id = $1 AND id = $2', [partnerId, inviteeId])
  }
  await db.rows(
    'UPDATE wave_mailing SET count = coalesce(count, 0) + $4, reached = $3 WHERE partner_id = $1 AND id = $2',
    [partnerId, mailingId, inviteeId, sent ? 1 : 0],
  )
}

/** Ends the round. How many got a reminder is forgotten where it would tell that one to four people have answered. */
const finish = (db: Db, partnerId: string, mailingId: string) =>
  db.rows(
    `UPDATE wave_mailing m SET finished = true, reached = NULL, count = CASE
       WHEN m.kind = 'reminder' AND (SELECT count(*) FROM ${INVITEES} WHERE i.partner_id = m.partner_id
         AND i.enterprise_id = m.enterprise_id AND i.wave_id = m.wave_id AND get_bit(s.spent, l.position) = 1)
         BETWEEN 1 AND ${FEWEST_TOLD - 1} THEN NULL
       ELSE coalesce(m.count, 0) END
     WHERE m.partner_id = $1 AND m.id = $2`,
    [partnerId, mailingId],
  )

async function send(services: Services, round: Round & { compiled: Compiled }, to: Recipient): Promise<boolean> {
  const { baseUrl, secret } = services.settings
  const { title, baseLanguage } = round.compiled.questionnaire
  const token = linkToken(secret, to.nonce)
  const language = mailLanguage(to.language, round.languages)
  try {
    await sendTemplate(services.mailer, {
      to: to.email,
      language,
      template: round.kind === MailingKind.invitation ? 'questionnaireInvitation' : 'questionnaireReminder',
      values: {
        askedBy: round.askedBy,
        title: textIn(title, to.language, baseLanguage) ?? '',
        purpose: textIn(round.purpose, to.language, baseLanguage) ?? undefined,
        minutes: effortOf(round.compiled.questionnaire).minutes,
        until: round.closesOn ? dayInWords(round.closesOn, language) : undefined,
        contact: round.contact ?? undefined,
        message: round.message ?? undefined,
        anonymous: round.anonymous,
        reminders: round.remindersLeft,
        url: `${baseUrl}/q/#${token}`,
        stopUrl: `${baseUrl}/q/#stop.${token}`,
      },
      messageId: `<questionnaire-${round.id}-${to.id}@vises>`,
    })
    return true
  } catch (error) {
    // One address that a server refuses does not stop the others; the address itself is not logged.
    log.warn({ code: (error as { code?: string }).code }, 'a mail of a questionnaire could not be sent')
    return false
  }
}

/** The language of the words around: the person's, or its plain variant's, else one of the wave's that we write. */
export function mailLanguage(language: string, offered: readonly string[]): Language {
  const known = (tag: string) => LANGUAGES.find((one) => one === tag.split('-')[0])
  return known(language) ?? offered.map(known).find(Boolean) ?? 'fr'
}

const LOCALES: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' }

const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
