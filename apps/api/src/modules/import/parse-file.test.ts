import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseInProcess } from './parse-file.ts'
import { aWorkbook } from './test-files.ts'

let folder: string
let entry: string
// Built as the product builds it, with its packages inside, since the folder has none.
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'vises-parser-'))
  entry = path.join(folder, 'import-parser.mjs')
  const script = `import { rolldown } from 'rolldown'
    const bundle = await rolldown({ input: ${JSON.stringify(path.join(import.meta.dirname, 'parser-process.ts'))}, platform: 'node', logLevel: 'silent' })
    await bundle.write({ file: ${JSON.stringify(entry)}, format: 'esm' })`
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = async (bytes: Uint8Array, from = entry, patience?: number) => {
  const rows = []
  for await (const batch of parseInProcess(from, bytes, patience)) rows.push(...batch)
  return rows
}
const aScript = (text: string) => {
  const file = path.join(folder, `script-${Math.random()}.mjs`)
  writeFileSync(file, text)
  return file
}

describe('reading a file in a process of its own', () => {
  it('gives the rows of a CSV and of a workbook', async () => {
    expect(await read(Buffer.from('nom;ville\nÉclat;Liège\n'))).toEqual([
      { rowNumber: 1, cells: ['nom', 'ville'] },
      { rowNumber: 2, cells: ['Éclat', 'Liège'] },
    ])
    expect(await read(await aWorkbook([['nom'], [41071771400035]]))).toEqual([
      { rowNumber: 1, cells: ['nom'] },
      { rowNumber: 2, cells: ['41071771400035'] },
    ])
  })

  it('gives fifty thousand rows in batches while the API goes on answering', async () => {
    const bytes = Buffer.from('nom;ville;adresse\n' + 'Atelier;Liège;Rue de la Station 12\n'.repeat(50_000))
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    expect(await read(bytes)).toHaveLength(50_001)
    clearInterval(timer)
    expect(longest).toBeLessThan(500)
  })

  it('names what is wrong with a file', async () => {
    await expect(read(Buffer.from('a;"b'))).rejects.toMatchObject({ code: 'UNCLOSED_QUOTE' })
  })

  it('ends a reader that takes too long', async () => {
    await expect(read(Buffer.from('a'), aScript('setInterval(() => 0, 1000)'), 300)).rejects.toMatchObject({
      code: 'TOO_SLOW',
    })
  })

  it('lives on when the reader runs out of memory', async () => {
    const hungry = aScript('const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()))')
    await expect(read(Buffer.from('a'), hungry)).rejects.toMatchObject({ code: 'TOO_LARGE' })
  })

  it('hands the reader none of our settings', async () => {
    process.env['CANARY_SECRET'] = 'x'
    const teller = aScript(
      `process.send({ rows: [{ rowNumber: 1, cells: Object.keys(process.env) }] }); process.once('message', () => { process.send({ done: true }) })`,
    )
    const [row] = await read(Buffer.from('a'), teller)
    delete process.env['CANARY_SECRET']
    expect(row!.cells).not.toContain('CANARY_SECRET')
    expect(row!.cells.filter((name) => !name.startsWith('NODE_'))).toEqual([])
  })
})
