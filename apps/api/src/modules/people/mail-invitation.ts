import { registerTasks } from '../../jobs/tasks.ts'
import { Tenant } from '../../platform/tenant.ts'
import type { Language, TriText } from '../../platform/tri-text.ts'
import { sendTemplate } from '../../platform/mail/templates.ts'
import { invitationToken } from './invite-member.ts'
import { isEnterpriseRole } from './inviting.ts'
import type { RoleName } from './person.ts'

registerTasks({
  /** Sends the mail of an open invitation; the link is made here, since only its hash is stored. */
  async mailInvitation({ partnerId, invitationId }, { services }) {
    const tenant = new Tenant(services.app, { partnerId: partnerId!, userId: partnerId!, enterpriseId: null })
    const row = await tenant.read((db) =>
      db.row<{
        email: string
        role: RoleName
        language: Language
        by: string
        message: string | null
        expiresAt: Date
        organisation: string
      }>(
        `SELECT i.email, i.role, i.language, i.invited_by_name AS by, i.message, i.expires_at AS "expiresAt",
           coalesce(e.name, p.name) AS organisation
         FROM invitation i JOIN partner p ON p.id = i.partner_id
         LEFT JOIN enterprise e ON e.partner_id = i.partner_id AND e.id = i.enterprise_id
         WHERE i.partner_id = $1 AND i.id = $2 AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.revoked_at IS NULL`,
        [partnerId, invitationId],
      ),
    )
    if (!row) return
    const app = isEnterpriseRole(row.role) ? 'app' : 'admin'
    const link = `${services.settings.baseUrl}/${app}/${row.language}/join/${invitationToken(services.settings.secret, invitationId!)}`
    await sendTemplate(services.mailer, {
      to: row.email,
      language: row.language,
      template: 'invitation',
      values: {
        inviter: row.by,
        organisation: row.organisation,
        role: ROLE_WORDS[row.role][row.language],
        url: link,
        expiresAt: row.expiresAt,
        message: row.message ?? undefined,
      },
      messageId: `<invitation-${invitationId}-${row.expiresAt.getTime()}@vises>`,
    })
  },
})

const ROLE_WORDS: Record<RoleName, TriText> = {
  platformLead: { fr: 'responsable de plateforme', nl: 'platformverantwoordelijke', en: 'platform lead' },
  researcher: { fr: 'recherche', nl: 'onderzoek', en: 'research' },
  partnerAdmin: { fr: 'administration du partenaire', nl: 'beheer van de partner', en: 'partner administration' },
  coach: { fr: 'accompagnement', nl: 'begeleiding', en: 'coaching' },
  manager: { fr: 'responsable de l’évaluation', nl: 'verantwoordelijke van de evaluatie', en: 'evaluation manager' },
  contributor: {
    fr: 'contribution à l’évaluation',
    nl: 'medewerking aan de evaluatie',
    en: 'contributor to the evaluation',
  },
}
