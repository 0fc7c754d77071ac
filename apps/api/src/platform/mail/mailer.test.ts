import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMailer, type Mail } from './mailer.ts'
import { listOutbox, readFromOutbox } from './outbox.ts'

const FROM = 'VISES <no-reply@vises.test>'
const mail = (overrides: Partial<Mail> = {}): Mail => ({
  to: 'ada@example.org',
  subject: 'Évaluation : prochaine étape',
  text: 'Bonjour,\n.\nla ligne du point',
  html: '<p>Bonjour</p>',
  ...overrides,
})

/** A mail server that takes everything and keeps it: what was said, and the letters. */
async function aMailServer(): Promise<{ url: string; letters: string[]; recipients: string[]; server: Server }> {
  const letters: string[] = []
  const recipients: string[] = []
  const server = createServer((socket) => {
    let letter: string[] | undefined
    let rest = ''
    socket.on('error', () => {})
    socket.write('220 catcher\r\n')
    socket.on('data', (data) => {
      const lines = (rest + data.toString('utf8')).split('\r\n')
      rest = lines.pop()!
      for (const line of lines) {
        if (letter && line !== '.') letter.push(line.replace(/^\.\./, '.'))
        else if (letter) {
          letters.push(letter.join('\r\n'))
          letter = undefined
          socket.write('250 kept\r\n')
        } else if (/^DATA/i.test(line)) {
          letter = []
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else {
          if (/^RCPT/i.test(line)) recipients.push(line)
          socket.write('250 fine\r\n')
        }
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, letters, recipients, server }
}

test('with a mail server the mail arrives, both bodies, signs and all', async () => {
  const { url, letters, recipients, server } = await aMailServer()
  const mailer = createMailer({ smtpUrl: url, from: FROM })
  await mailer.send(mail({ messageId: 'invitation 42' }))
  await mailer.close()
  server.close()
  expect(recipients).toEqual(['RCPT TO:<ada@example.org>'])
  const [letter] = letters
  expect(letter).toContain('From: VISES <no-reply@vises.test>')
  expect(letter).toMatch(/^Message-ID: <[0-9a-f]{32}@vises\.test>$/m)
  expect(letter).toContain('Auto-Submitted: auto-generated')
  expect(letter).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(letter).toContain('multipart/alternative')
  expect(letter).toContain('\r\n.\r\nla ligne du point')
  expect(letter).toContain('<p>Bonjour</p>')
})

test('the same message has the same name at the mail server, twice', async () => {
  const { url, letters, server } = await aMailServer()
  const mailer = createMailer({ smtpUrl: url, from: FROM })
  await mailer.send(mail({ messageId: 'one' }))
  await mailer.send(mail({ messageId: 'one' }))
  await mailer.send(mail({ messageId: 'two' }))
  server.close()
  const names = letters.map((letter) => /^Message-ID: (.*)$/m.exec(letter)![1])
  expect(names[0]).toBe(names[1])
  expect(names[2]).not.toBe(names[0])
})

test('a mail server that refuses is an error for the one who sends', async () => {
  const mailer = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: FROM })
  await expect(mailer.send(mail())).rejects.toThrow(
    /^The mail server 127\.0\.0\.1:1 cannot be reached \(.*ECONNREFUSED/,
  )
})

test('an error of the mail server is one sentence, without the address', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('220 catcher\r\n')
    socket.on('data', (data) =>
      socket.write(/^RCPT/.test(String(data)) ? '550 no ada@example.org here\r\n' : '250 ok\r\n'),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, from: FROM })
  const error = await mailer.send(mail()).catch((thrown: Error) => thrown)
  await mailer.close()
  server.close()
  expect(String(error)).toMatch(/^Error: The mail server \S+ did not take the mail \(.*550 no … here\)\.$/)
  expect((error as Error).stack).toBeUndefined()
})

test.each(['mail.example.org:25', 'http://mail.example.org', 'smtps://vises:p/w@mail.example.org'])(
  '%s is no address of a mail server, and the start says how one looks',
  (smtpUrl) => {
    expect(() => createMailer({ smtpUrl, from: FROM })).toThrow('SMTP_URL must look like')
  },
)

test.each(['a@b.c, d@e.f', 'a@b.c\r\nBcc: d@e.f', 'Ada <a@b.c>', 'nobody', '', 'a@b@c'])(
  '%j is not one address',
  async (to) => {
    const mailer = createMailer({ outboxDir: await aFolder(), from: FROM })
    await expect(mailer.send(mail({ to }))).rejects.toThrow('exactly one address')
  },
)

test('a subject is one line', async () => {
  const dir = await aFolder()
  await createMailer({ outboxDir: dir, from: FROM }).send(mail({ subject: 'Hello\r\nBcc: d@e.f' }))
  expect((await listOutbox(dir))[0]!.subject).toBe('Hello Bcc: d@e.f')
})

test('without a mail server mails lie in the folder, newest first, the same one once', async () => {
  const dir = join(await aFolder(), 'made', 'when', 'needed')
  const mailer = createMailer({ outboxDir: dir, from: FROM })
  for (const subject of ['first', 'second', 'third']) await mailer.send(mail({ subject }))
  for (let time = 0; time < 3; time++) await mailer.send(mail({ subject: 'once', messageId: 'job 7' }))
  expect((await listOutbox(dir)).map(({ subject }) => subject)).toEqual(['once', 'third', 'second', 'first'])
  expect((await listOutbox(dir, 2)).map(({ subject }) => subject)).toEqual(['once', 'third'])
})

test('only mails of the folder can be read', async () => {
  const dir = await aFolder()
  await createMailer({ outboxDir: dir, from: FROM }).send(mail())
  await writeFile(join(dir, 'other.json'), '{}')
  expect(await listOutbox(dir)).toHaveLength(1)
  const [name] = (await readdir(dir)).filter((file) => file !== 'other.json')
  expect(await readFromOutbox(dir, name!.replace('.json', ''))).toMatchObject({ to: 'ada@example.org', from: FROM })
  for (const id of ['other', '../other', '..%2fother', '', name!]) expect(await readFromOutbox(dir, id)).toBeUndefined()
  expect(await listOutbox(join(dir, 'nowhere'))).toEqual([])
})

test('a mailer that leads nowhere is refused at start', () => {
  expect(() => createMailer({ from: FROM })).toThrow('mail server address')
})

const aFolder = () => mkdtemp(join(tmpdir(), 'vises-mail-'))
