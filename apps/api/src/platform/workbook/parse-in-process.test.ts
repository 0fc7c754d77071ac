import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseInProcess } from './parse-in-process.ts'
import type { ParserLimits } from './parse-in-process.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'vises-parser-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const aScript = (text: string) => {
  const file = path.join(folder, `script-${Math.random()}.mjs`)
  writeFileSync(file, text)
  return file
}
const parts = async (script: string, limits: ParserLimits = { patience: 20_000 }) => {
  const found = []
  for await (const part of parseInProcess<string[]>(aScript(script), Buffer.from('a'), limits)) found.push(part)
  return found
}
const say = (message: object) => `await new Promise((resolve) => {
  process.once('message', resolve)
  process.send(${JSON.stringify(message)})
})\n`

describe('a parser in a process of its own', () => {
  it('is asked for one part after the other', async () => {
    expect(
      await parts(say({ ready: true }) + say({ part: ['a'] }) + say({ part: ['b'] }) + say({ done: true })),
    ).toEqual([['a'], ['b']])
  })

  it('is ended when it takes too long, and then the time to get ready does not count', async () => {
    const endless = 'setInterval(() => 0, 1000)'
    await expect(parts(endless, { patience: 300 })).rejects.toMatchObject({ code: 'TOO_SLOW' })
    // Were the time to get ready what counted, this test would take an hour.
    await expect(parts(say({ ready: true }) + endless, { patience: 200, startup: 3_600_000 })).rejects.toMatchObject({
      code: 'TOO_SLOW',
    })
  })

  it('may run out of memory, and the API lives on', async () => {
    const hungry = 'const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()))'
    await expect(parts(hungry)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  })

  it('is handed none of our settings', async () => {
    process.env['CANARY_SECRET'] = 'x'
    const [names] = await parts(
      `process.send({ part: Object.keys(process.env) }); process.once('message', () => { process.send({ done: true }) })`,
    )
    delete process.env['CANARY_SECRET']
    expect(names).not.toContain('CANARY_SECRET')
    expect(names!.filter((name) => !name.startsWith('NODE_'))).toEqual([])
  })
})
