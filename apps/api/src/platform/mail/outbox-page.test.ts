import { mkdtemp } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { createMailer, type Mailer } from './mailer.ts'
import { registerOutbox } from './outbox-page.ts'

let app: FastifyInstance
let address: string
let mailer: Mailer

beforeEach(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'vises-outbox-'))
  mailer = createMailer({ outboxDir: dir, from: 'VISES <no-reply@vises.test>' })
  app = Fastify({ forceCloseConnections: true })
  registerOutbox(app, { dir })
  await app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
afterEach(() => app.close())

async function look(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(address + path, { headers })
  return {
    status: response.status,
    html: await response.text(),
    policy: response.headers.get('content-security-policy')!,
  }
}
const send = (overrides: object = {}) =>
  mailer.send({
    to: 'ada@example.org',
    subject: 'Bonjour',
    text: 'Voir https://vises.test/x?a=1&b=2 ici',
    html: '<p>Bonjour</p>',
    ...overrides,
  })
const firstMail = async () => /href="(\/outbox\/[\w-]+)\?/.exec((await look('/outbox')).html)![1]!

test('an empty outbox says what belongs here', async () => {
  expect((await look('/outbox?lang=en')).html).toContain('No message yet.')
})

test('mails are listed newest first, with recipient, subject and time', async () => {
  await send({ subject: 'Premier <b>' })
  await send({ subject: 'Second', to: 'bo@example.org' })
  const { html } = await look('/outbox?lang=fr')
  expect(html.indexOf('Second')).toBeLessThan(html.indexOf('Premier &lt;b&gt;'))
  expect(html).toContain('bo@example.org')
  expect(html).toMatch(/<time datetime="20\d\d-/)
})

test.each([
  ['?lang=nl', '', 'nl', 'Verzonden berichten'],
  ['', 'nl-BE,nl;q=0.9', 'nl', 'Verzonden berichten'],
  ['', 'de,en;q=0.5', 'en', 'Sent messages'],
  ['?lang=xx', 'de', 'fr', 'Messages envoyés'],
])('with %j and Accept-Language %j the page is in %s', async (query, accept, language, title) => {
  const { html } = await look(`/outbox${query}`, { 'accept-language': accept })
  expect(html).toContain(`<html lang="${language}">`)
  expect(html).toContain(`<h1>${title}</h1>`)
})

test('a mail shows its text with links to click, and itself in a cage', async () => {
  await send()
  const { html, policy } = await look(await firstMail())
  expect(html).toContain(
    '<a href="https://vises.test/x?a=1&amp;b=2" rel="noreferrer">https://vises.test/x?a=1&amp;b=2</a> ici',
  )
  expect(html).toMatch(/<iframe sandbox title="[^"]+" src="\/outbox\/[\w-]+\/html"><\/iframe>/)
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; frame-src 'self'/)
})

test('whatever a mail contains, nothing in it runs', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>'
  await send({ subject: evil, text: `${evil} https://evil.test/"onmouseover="x javascript:alert(1)`, html: evil })
  const path = await firstMail()
  expect((await look('/outbox')).html + (await look(path)).html).not.toMatch(
    /<script|<img|"onmouseover|href="javascript/,
  )
  expect((await look(`${path}/html`)).policy).toBe(
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  )
})

test.each(['/outbox/nothing', '/outbox/..%2f..%2fetc%2fpasswd', '/outbox/nothing/html'])(
  '%s is not there',
  async (path) => {
    const { status, html } = await look(`${path}?lang=en`)
    expect(status).toBe(404)
    expect(html).toContain('does not exist')
  },
)
