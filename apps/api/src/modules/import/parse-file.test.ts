import { parseInProcess } from '../../platform/workbook/parse-in-process.ts'
import { aBuiltParser, aWorkbook } from '../../platform/workbook/test-files.ts'
import type { TableRow } from './read-table.ts'

let parser: ReturnType<typeof aBuiltParser>
beforeAll(() => {
  parser = aBuiltParser(import.meta.dirname, 'parser-process.ts')
})
afterAll(() => parser.remove())

const read = async (bytes: Uint8Array) => {
  const rows = []
  for await (const batch of parseInProcess<TableRow[]>(parser.entry, bytes, { patience: 20_000 })) rows.push(...batch)
  return rows
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
    let turns = 0
    const timer = setInterval(() => turns++, 0)
    expect(await read(bytes)).toHaveLength(50_001)
    clearInterval(timer)
    // Others had theirs at least after every few thousand rows.
    expect(turns).toBeGreaterThan(10)
  })

  it('names what is wrong with a file', async () => {
    await expect(read(Buffer.from('a;"b'))).rejects.toMatchObject({ code: 'UNCLOSED_QUOTE' })
  })
})
