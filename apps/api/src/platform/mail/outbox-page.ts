import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language, TriText } from '../tri-text.ts'
import { languageOf } from './language-of.ts'
import { escapeHtml } from './html.ts'
import { listOutbox, readFromOutbox, type OutboxMail } from './outbox.ts'
import { OUTBOX_STYLE } from './outbox-style.ts'

const TEXTS = {
  title: { fr: 'Messages envoyés', nl: 'Verzonden berichten', en: 'Sent messages' },
  why: {
    fr: 'Aucun serveur de messagerie n’est réglé : les messages restent ici, les plus récents d’abord.',
    nl: 'Er is geen mailserver ingesteld: de berichten blijven hier, de recentste eerst.',
    en: 'No mail server is set: messages stay here, the newest first.',
  },
  empty: {
    fr: 'Aucun message pour l’instant. Une invitation ou une demande de mot de passe apparaîtra ici.',
    nl: 'Nog geen berichten. Een uitnodiging of een gevraagd wachtwoord verschijnt hier.',
    en: 'No message yet. An invitation or a requested password will appear here.',
  },
  to: { fr: 'À', nl: 'Aan', en: 'To' },
  subject: { fr: 'Objet', nl: 'Onderwerp', en: 'Subject' },
  sentAt: { fr: 'Envoyé le', nl: 'Verzonden op', en: 'Sent' },
  back: { fr: 'Tous les messages', nl: 'Alle berichten', en: 'All messages' },
  asText: { fr: 'Le texte', nl: 'De tekst', en: 'The text' },
  asMail: {
    fr: 'Le message tel qu’il s’affiche',
    nl: 'Het bericht zoals het verschijnt',
    en: 'The message as it looks',
  },
  missing: {
    fr: 'Ce message n’existe pas ou n’existe plus.',
    nl: 'Dit bericht bestaat niet of niet meer.',
    en: 'This message does not exist or no longer exists.',
  },
} satisfies Record<string, TriText>

const STYLE_HASH = createHash('sha256').update(OUTBOX_STYLE).digest('base64')
const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
// Mails carry inline styles and nothing else; the sandbox takes scripts, forms and our origin away from them.
const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

/** Serves the mails of the outbox folder as pages; they hold live links, so never register this on a real service. */
export function registerOutbox(app: FastifyInstance, { dir }: { dir: string }): void {
  app.get('/outbox', async (request, reply) => {
    const language = languageOf(request)
    return page(reply, language, TEXTS.title[language], list(await listOutbox(dir), language))
  })

  app.get<{ Params: { id: string } }>('/outbox/:id', async (request, reply) => {
    const language = languageOf(request)
    const mail = await readFromOutbox(dir, request.params.id)
    if (!mail) return missing(request, reply)
    return page(reply, language, mail.subject, message(mail, language))
  })

  app.get<{ Params: { id: string } }>('/outbox/:id/html', async (request, reply) => {
    const mail = await readFromOutbox(dir, request.params.id)
    if (!mail) return missing(request, reply)
    return html(reply, MAIL_POLICY, mail.html)
  })
}

function list(mails: OutboxMail[], language: Language): string {
  if (mails.length === 0) return `<p>${TEXTS.empty[language]}</p>`
  const rows = mails.map(
    (mail) => `<tr><td><a href="/outbox/${mail.id}?lang=${language}">${escapeHtml(mail.subject)}</a></td>
<td>${escapeHtml(mail.to)}</td><td>${time(mail, language)}</td></tr>`,
  )
  const heads = [TEXTS.subject, TEXTS.to, TEXTS.sentAt].map((head) => `<th scope="col">${head[language]}</th>`)
  return `<p>${TEXTS.why[language]}</p>
<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
}

function message(mail: OutboxMail, language: Language): string {
  return `<p><a href="/outbox?lang=${language}">${TEXTS.back[language]}</a></p>
<dl><dt>${TEXTS.to[language]}</dt><dd>${escapeHtml(mail.to)}</dd>
<dt>${TEXTS.sentAt[language]}</dt><dd>${time(mail, language)}</dd></dl>
<h2>${TEXTS.asText[language]}</h2>
<pre>${withLinks(mail.text)}</pre>
<h2>${TEXTS.asMail[language]}</h2>
<iframe sandbox title="${TEXTS.asMail[language]}" src="/outbox/${mail.id}/html"></iframe>`
}

function missing(request: FastifyRequest, reply: FastifyReply) {
  const language = languageOf(request)
  reply.code(404)
  const back = `<p><a href="/outbox?lang=${language}">${TEXTS.back[language]}</a></p>`
  return page(reply, language, TEXTS.title[language], `<p>${TEXTS.missing[language]}</p>${back}`)
}

function page(reply: FastifyReply, language: Language, title: string, body: string) {
  return html(
    reply,
    PAGE_POLICY,
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · VISES</title>
<style>${OUTBOX_STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`,
  )
}

const html = (reply: FastifyReply, policy: string, content: string) =>
  reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    .send(content)

function time(mail: OutboxMail, language: Language): string {
  const shown = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Brussels',
  })
  return `<time datetime="${escapeHtml(mail.sentAt)}">${shown.format(new Date(mail.sentAt))}</time>`
}

const withLinks = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) =>
      index % 2 === 0 ? escapeHtml(part) : `<a href="${escapeHtml(part)}" rel="noreferrer">${escapeHtml(part)}</a>`,
    )
    .join('')
