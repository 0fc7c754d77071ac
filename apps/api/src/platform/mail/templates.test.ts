import { LANGUAGES } from '../tri-text.ts'
import { renderMail, sendTemplate, type MailName, type MailValues } from './templates.ts'
import type { Mail } from './mailer.ts'

const url = 'https://vises.test/app/fr/invitation?a=1&b=2#token=abc'
const QUESTIONNAIRE = {
  askedBy: 'Le Relais & co',
  title: 'Votre <b>avis</b>',
  purpose: 'Mieux vous accueillir.',
  minutes: 6,
  until: '30 juin 2027',
  contact: 'avis@relais.example',
  anonymous: true,
  url,
  stopUrl: 'https://vises.test/q/#stop.abc',
}
const VALUES: MailValues = {
  invitation: {
    inviter: 'Ada <b>Martens</b>',
    organisation: 'SAW-B & co',
    role: 'coach',
    url,
    expiresAt: new Date('2026-12-01T10:00:00Z'),
  },
  passwordReset: { name: 'Ada', url, minutes: 60 },
  reminder: {
    sender: 'Bo',
    organisation: 'ConcertES',
    enterprise: 'Le Relais',
    step: 'État des lieux',
    message: 'Ligne 1\n<script>alert(1)</script>',
    url,
  },
  questionnaireInvitation: { ...QUESTIONNAIRE, reminders: 2 },
  questionnaireReminder: { ...QUESTIONNAIRE, minutes: 1, reminders: 0 },
  gateRequested: { requester: 'Bo', enterprise: 'Le Relais', gate: 'G1', message: 'Prêt', url },
  gateSigned: { signer: 'Bo', enterprise: 'Le Relais', gate: 'G1', outcome: 'on continue', url },
  commentReceived: {
    author: 'Bo',
    enterprise: 'Le Relais',
    subject: 'État des lieux',
    comment: '"Très" <i>bien</i>',
    url,
  },
}
const ALL = (Object.keys(VALUES) as MailName[]).flatMap((name) =>
  LANGUAGES.map((language) => [name, language] as const),
)

test('a questionnaire of one minute does not take minutes', () => {
  const says = (name: 'questionnaireInvitation' | 'questionnaireReminder') =>
    LANGUAGES.map(
      (language) => /(?:environ|ongeveer|about) (\d+ \w+)/.exec(renderMail(name, language, VALUES[name]).text)![1],
    )
  expect(says('questionnaireReminder')).toEqual(['1 minute', '1 minuut', '1 minute'])
  expect(says('questionnaireInvitation')).toEqual(['6 minutes', '6 minuten', '6 minutes'])
})

test.each(ALL)('%s in %s is complete, calm and fetches nothing', (name, language) => {
  const { subject, text, html } = renderMail(name, language, VALUES[name])
  expect(subject).not.toMatch(/undefined|\n/)
  expect(text + html).not.toMatch(/undefined|\[object/)
  expect(subject + text).not.toContain('!')
  expect(text).toContain(`\n${url}\n`)
  expect(html).toContain(`<html lang="${language}">`)
  expect(html).toContain('href="https://vises.test/app/fr/invitation?a=1&amp;b=2#token=abc"')
  expect(html).not.toMatch(/<(img|script|link|iframe|i|b)\b|url\(|@import| on\w+=/)
})

test('words of people are shown as words, in both bodies', () => {
  const { text, html } = renderMail('reminder', 'fr', VALUES.reminder)
  expect(text).toContain('> Ligne 1\n> <script>alert(1)</script>')
  expect(html).toContain('Ligne 1<br>&lt;script&gt;alert(1)&lt;/script&gt;')
})

test('a reminder without words of its own has no empty quote', () => {
  const { text, html } = renderMail('reminder', 'nl', { ...VALUES.reminder, message: undefined })
  expect(text).not.toContain('>')
  expect(html).not.toContain('blockquote')
})

test.each([
  ['fr', '1 décembre 2026'],
  ['nl', '1 december 2026'],
  ['en', '1 December 2026'],
] as const)('in %s the end of an invitation reads %s', (language, date) => {
  expect(renderMail('invitation', language, VALUES.invitation).text).toContain(date)
})

test('a mail never links to anything but a web address', () => {
  expect(() => renderMail('passwordReset', 'en', { ...VALUES.passwordReset, url: 'javascript:alert(1)' })).toThrow(
    'web address',
  )
})

test('a template goes out in the language of the person', async () => {
  const sent: Mail[] = []
  const mailer = { send: async (mail: Mail) => void sent.push(mail), close: async () => {} }
  const values = VALUES.passwordReset
  await sendTemplate(mailer, {
    to: 'ada@example.org',
    language: 'nl',
    template: 'passwordReset',
    values,
    messageId: 'm1',
  })
  expect(sent).toEqual([{ to: 'ada@example.org', messageId: 'm1', ...renderMail('passwordReset', 'nl', values) }])
})
