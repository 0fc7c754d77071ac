import type { Language } from '../tri-text.ts'
import { setMail, type MailTemplate } from './mail-content.ts'
import type { Mail, Mailer } from './mailer.ts'
import { commentReceived, type CommentReceivedValues } from './templates/comment-received.ts'
import { gateRequested, type GateRequestedValues } from './templates/gate-requested.ts'
import { gateSigned, type GateSignedValues } from './templates/gate-signed.ts'
import { invitation, type InvitationValues } from './templates/invitation.ts'
import { passwordReset, type PasswordResetValues } from './templates/password-reset.ts'
import {
  questionnaireInvitation,
  questionnaireReminder,
  type QuestionnaireMailValues,
} from './templates/questionnaire.ts'
import { reminder, type ReminderValues } from './templates/reminder.ts'

/** Every mail the product writes, with what it needs to know. */
export interface MailValues {
  invitation: InvitationValues
  passwordReset: PasswordResetValues
  questionnaireInvitation: QuestionnaireMailValues
  questionnaireReminder: QuestionnaireMailValues
  reminder: ReminderValues
  gateRequested: GateRequestedValues
  gateSigned: GateSignedValues
  commentReceived: CommentReceivedValues
}

export type MailName = keyof MailValues

const TEMPLATES: { [Name in MailName]: MailTemplate<MailValues[Name]> } = {
  invitation,
  passwordReset,
  questionnaireInvitation,
  questionnaireReminder,
  reminder,
  gateRequested,
  gateSigned,
  commentReceived,
}

/** Writes one mail in one language, as subject, text and HTML. */
export function renderMail<Name extends MailName>(
  name: Name,
  language: Language,
  values: MailValues[Name],
): Omit<Mail, 'to' | 'messageId'> {
  return setMail(TEMPLATES[name][language](values), language)
}

/** To whom, in which language, and what. */
export interface TemplateMail<Name extends MailName> {
  to: string
  language: Language
  template: Name
  values: MailValues[Name]
  messageId?: string
}

/** Writes a mail in the person's language and sends it. */
export async function sendTemplate<Name extends MailName>(mailer: Mailer, mail: TemplateMail<Name>): Promise<void> {
  const { to, language, template, values, messageId } = mail
  await mailer.send({ to, messageId, ...renderMail(template, language, values) })
}
