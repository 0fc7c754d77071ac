import type { Language } from '../tri-text.ts'
import { escapeHtml } from './html.ts'
import type { Mail } from './mailer.ts'

/** What a mail says, before it becomes text and HTML. */
export interface MailContent {
  subject: string
  paragraphs: string[]
  /** Words of a person, shown as such. */
  quote?: string
  action?: { label: string; url: string }
  /** What to know besides: how long the link works, what to do when the mail comes unasked. */
  notes?: string[]
}

/** One template: the same mail in the three languages. */
export type MailTemplate<Values> = Record<Language, (values: Values) => MailContent>

const FOOTER: Record<Language, string> = {
  fr: 'Ce message vous est envoyé par VISES, la plateforme d’évaluation de l’impact social.',
  nl: 'Dit bericht wordt u gestuurd door VISES, het platform voor de evaluatie van maatschappelijke impact.',
  en: 'This message was sent to you by VISES, the platform for evaluating social impact.',
}

const INK = 'color:#1f2a2e;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif'
const QUIET = 'color:#55636a;font-size:14px;margin:0 0 8px'
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#0f5a5e;color:#ffffff;text-decoration:none'

/** Sets a mail as plain text and as simple HTML: inline styles, no pictures, nothing fetched from anywhere. */
export function setMail(content: MailContent, language: Language): Omit<Mail, 'to' | 'messageId'> {
  if (content.action && !/^https?:\/\//.test(content.action.url)) throw new Error('A mail links to a web address only')
  return { subject: content.subject, text: asText(content, language), html: asHtml(content, language) }
}

function asText({ paragraphs, quote, action, notes = [] }: MailContent, language: Language): string {
  const quoted = quote?.split(/\r?\n/).map((line) => `> ${line}`.trimEnd())
  const blocks = [
    ...paragraphs,
    quoted?.join('\n'),
    action && `${action.label}${language === 'fr' ? '\u00a0' : ''}:\n${action.url}`,
    ...notes,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n\n-- \n${FOOTER[language]}\n`
}

function asHtml({ subject, paragraphs, quote, action, notes = [] }: MailContent, language: Language): string {
  const lines = [
    ...paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`),
    quote &&
      `<blockquote style="margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid #0f5a5e">${withBreaks(quote)}</blockquote>`,
    action &&
      `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="${BUTTON}">${escapeHtml(action.label)}</a></p>`,
    action && `<p style="${QUIET};word-break:break-all">${escapeHtml(action.url)}</p>`,
    ...notes.map((text) => `<p style="${QUIET}">${escapeHtml(text)}</p>`),
    `<p style="${QUIET};border-top:1px solid #d5dcdf;margin-top:24px;padding-top:12px">${FOOTER[language]}</p>`,
  ]
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;background:#ffffff"><div style="max-width:600px;margin:0 auto;padding:24px;${escapeHtml(INK)}">`,
    ...lines.filter(Boolean),
    '</div></body></html>',
  ].join('\n')
}

const withBreaks = (text: string): string => text.split(/\r?\n/).map(escapeHtml).join('<br>')
