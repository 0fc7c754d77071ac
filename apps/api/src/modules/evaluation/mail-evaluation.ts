import { registerTasks } from '../../jobs/tasks.ts'
import type { JobContext } from '../../jobs/tasks.ts'
import { sendTemplate } from '../../platform/mail/templates.ts'
import type { MailName, MailValues } from '../../platform/mail/templates.ts'
import { Tenant } from '../../platform/tenant.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Language } from '../../platform/tri-text.ts'
import { methodOf } from '../method/method.ts'
import type { Method } from '../method/compile-method.ts'

interface Recipient {
  userId: string
  email: string
  side: 'coach' | 'enterprise'
}

/** The facts a mail tells; the texts are chosen per reader. */
interface Subject {
  enterpriseId: string
  enterpriseName: string
  evaluationId: string
  methodCode: string
}

registerTasks({
  /** Asks the coach to look at a gate. Without a coach, nobody is written to: the page shows what waits. */
  async mailGateRequested({ partnerId, userId, recordId }, { services }) {
    await mailAbout(
      services,
      { partnerId: partnerId!, authorId: userId!, name: `gate-requested-${recordId}` },
      async (db) => {
        const gate = await gateRecordOf(db, partnerId!, recordId!)
        if (!gate) return undefined
        return {
          subject: gate,
          recipients: (await recipientsOf(db, partnerId!, gate.enterpriseId)).filter(({ side }) => side === 'coach'),
          write: ({ language, url, method }) => ({
            template: 'gateRequested',
            values: {
              requester: gate.requestedByName,
              enterprise: gate.enterpriseName,
              gate: gateTitle(method, gate.gate, language),
              message: gate.remarks ?? undefined,
              url: url(`gates/${gate.gate}`),
            },
          }),
        }
      },
    )
  },

  /** Tells the managers that a gate is signed, and what was agreed. */
  async mailGateSigned({ partnerId, userId, recordId }, { services }) {
    await mailAbout(
      services,
      { partnerId: partnerId!, authorId: userId!, name: `gate-signed-${recordId}` },
      async (db) => {
        const gate = await gateRecordOf(db, partnerId!, recordId!)
        if (!gate?.cosignedByName) return undefined
        const signer = gate.cosignedByName
        return {
          subject: gate,
          recipients: (await recipientsOf(db, partnerId!, gate.enterpriseId)).filter(
            ({ side }) => side === 'enterprise',
          ),
          write: ({ language, url, method }) => ({
            template: 'gateSigned',
            values: {
              signer,
              enterprise: gate.enterpriseName,
              gate: gateTitle(method, gate.gate, language),
              outcome:
                method?.gates.get(gate.gate)?.outcomes.find(({ code }) => code === gate.outcome)?.label[language] ??
                gate.outcome,
              url: url(`gates/${gate.gate}`),
            },
          }),
        }
      },
    )
  },

  /** Tells the other side that someone commented. A comment that was taken back meanwhile is not sent. */
  async mailCommentReceived({ partnerId, userId, commentId }, { services }) {
    await mailAbout(
      services,
      { partnerId: partnerId!, authorId: userId!, name: `comment-${commentId}` },
      async (db) => {
        const comment = await db.row<
          Subject & { stepCode: string; body: string; authorName: string; authorRole: string }
        >(
          `SELECT c.step_code AS "stepCode", c.body, c.author_name AS "authorName", c.author_role AS "authorRole", ${SUBJECT}
         FROM step_comment c ${SUBJECT_OF('c')} WHERE c.partner_id = $1 AND c.id = $2`,
          [partnerId, commentId],
        )
        if (!comment) return undefined
        const to = comment.authorRole === 'coach' ? 'enterprise' : 'coach'
        return {
          subject: comment,
          recipients: (await recipientsOf(db, partnerId!, comment.enterpriseId)).filter(({ side }) => side === to),
          write: ({ language, url, method }) => ({
            template: 'commentReceived',
            values: {
              author: comment.authorName,
              enterprise: comment.enterpriseName,
              subject: method?.steps.get(comment.stepCode)?.data.title[language] ?? comment.stepCode,
              comment: comment.body,
              url: url(`journey/${comment.stepCode}`),
            },
          }),
        }
      },
    )
  },
})

interface Letter {
  subject: Subject
  recipients: Recipient[]
  write(reader: { language: Language; method: Method | undefined; url(place: string): string }): {
    [Name in MailName]: { template: Name; values: MailValues[Name] }
  }[MailName]
}

/** Reads in one short unit, then writes to each person in their own language, in the app they work in. */
async function mailAbout(
  services: JobContext['services'],
  about: { partnerId: string; authorId: string; name: string },
  read: (db: Db) => Promise<Letter | undefined>,
): Promise<void> {
  const tenant = new Tenant(services.app, { partnerId: about.partnerId, userId: about.authorId, enterpriseId: null })
  const letter = await tenant.read(read)
  if (!letter) return
  const method = await methodOf(services.reference, letter.subject.methodCode)
  for (const { userId, email, side } of letter.recipients) {
    if (userId === about.authorId) continue
    const language = (await services.identity.profileOf(userId))?.language ?? 'fr'
    const base = services.settings.baseUrl
    const url = (place: string) =>
      side === 'coach'
        ? `${base}/admin/${language}/enterprises/${letter.subject.enterpriseId}/evaluation/${place}`
        : `${base}/app/${language}/${place}`
    const { template, values } = letter.write({ language, method, url })
    await sendTemplate(services.mailer, {
      to: email,
      language,
      template,
      values,
      messageId: `<${about.name}-${userId}@vises>`,
    })
  }
}

const SUBJECT = `v.id AS "evaluationId", v.method_code AS "methodCode", e.id AS "enterpriseId", e.name AS "enterpriseName"`
const SUBJECT_OF = (of: string) => `
  JOIN evaluation v ON v.partner_id = ${of}.partner_id AND v.id = ${of}.evaluation_id
  JOIN enterprise e ON e.partner_id = v.partner_id AND e.id = v.enterprise_id`

function gateRecordOf(db: Db, partnerId: string, recordId: string) {
  return db.row<
    Subject & {
      gate: string
      outcome: string
      remarks: string | null
      requestedByName: string
      cosignedByName: string | null
    }
  >(
    `SELECT g.gate, g.outcome, g.remarks, g.requested_by_name AS "requestedByName", g.cosigned_by_name AS "cosignedByName", ${SUBJECT}
     FROM gate_record g ${SUBJECT_OF('g')} WHERE g.partner_id = $1 AND g.id = $2`,
    [partnerId, recordId],
  )
}

/** The coach who accompanies the enterprise today, and its managers. */
function recipientsOf(db: Db, partnerId: string, enterpriseId: string): Promise<Recipient[]> {
  return db.rows<Recipient>(
    `SELECT DISTINCT m.user_id AS "userId", m.person_email AS email, CASE WHEN m.role = 'manager' THEN 'enterprise' ELSE 'coach' END AS side
     FROM membership m
     LEFT JOIN accompaniment a ON a.partner_id = m.partner_id AND a.enterprise_id = $2 AND a.ends_on IS NULL
     WHERE m.partner_id = $1 AND m.ended_at IS NULL
       AND ((m.role = 'manager' AND m.enterprise_id = $2) OR (m.role = 'coach' AND m.user_id = a.coach_user_id))`,
    [partnerId, enterpriseId],
  )
}

const gateTitle = (method: Method | undefined, gate: string, language: Language): string =>
  method?.gates.get(gate)?.title[language] ?? gate
