import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { serveApps } from './serve-apps.ts'

let folder: string
let app: FastifyInstance
let origin: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'vises-apps-'))
  mkdirSync(path.join(folder, 'assets'))
  const put = (name: string, text: string, packed = true) => {
    writeFileSync(path.join(folder, name), text)
    if (!packed) return
    writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(text))
    writeFileSync(path.join(folder, `${name}.gz`), gzipSync(text))
  }
  put('index.html', '<title>app</title>')
  put('welcome.html', '<title>welcome</title>')
  put('q.html', '<title>q</title>')
  put('assets/main-1.js', 'export {}')
  put('assets/font-1.woff2', 'letters', false)
  app = Fastify()
  await serveApps(app, { admin: folder, client: folder })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const ask = async (address: string, accepted: string, more: Record<string, string> = {}) => {
  const answer = await fetch(origin + address, { headers: { 'accept-encoding': accepted, ...more } })
  await answer.arrayBuffer()
  return answer
}
const told = async (address: string, accepted: string) => {
  const { status, headers } = await ask(address, accepted)
  return [status, headers.get('content-encoding'), headers.get('vary')]
}

describe('what is kept in smaller copies', () => {
  test.each(['/', '/q/', '/app/', '/app/fr/sign-in', '/admin/', '/admin/assets/main-1.js', '/app/assets/main-1.js'])(
    '%s says that its form depends on what the browser unpacks, whichever it sends',
    async (address) => {
      expect(await told(address, 'gzip, br')).toEqual([200, 'br', 'accept-encoding'])
      expect(await told(address, 'gzip')).toEqual([200, 'gzip', 'accept-encoding'])
      expect(await told(address, 'identity')).toEqual([200, null, 'accept-encoding'])
    },
  )

  test('a browser that has it already is told the same', async () => {
    const { headers } = await ask('/q/', 'br')
    const known = { 'if-none-match': headers.get('etag')!, 'cache-control': 'max-age=0' }
    const again = await ask('/q/', 'br', known)
    expect([again.status, again.headers.get('vary')]).toEqual([304, 'accept-encoding'])
  })

  test('a file of one form says nothing, and neither does what is not there', async () => {
    expect(await told('/app/assets/font-1.woff2', 'br')).toEqual([200, null, null])
    expect(await told('/app/assets/none-1.js', 'br')).toEqual([404, null, null])
  })
})
