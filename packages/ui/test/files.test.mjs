import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { runnerImport } from 'vite'

// What a field for a file says before anybody reads the file.
const { module } = await runnerImport(path.resolve(import.meta.dirname, '../src/files/refusal.ts'))
const { endingsOf, refusalOf } = module

const file = (name, size = 10, type = '') => ({ name, size, type })
const ACCEPT = '.csv, .xlsx,text/csv,image/*'

test('a file is taken by its ending, whatever its capitals, or by its type', () => {
  for (const taken of [file('a.csv'), file('B.XLSX'), file('c', 10, 'text/csv'), file('d', 10, 'image/png')])
    assert.equal(refusalOf(taken, ACCEPT, 10), undefined, taken.name)
  assert.deepEqual(endingsOf(ACCEPT), ['.csv', '.xlsx'])
})

test('another type, nothing in it, or too much of it is refused', () => {
  for (const other of [file('a.csv.exe'), file('csv'), file('a.xls'), file('b', 10, 'text/csv-schema')])
    assert.equal(refusalOf(other, ACCEPT, 10), 'wrongType', other.name)
  assert.equal(refusalOf(file('a.csv', 0), ACCEPT), 'empty')
  assert.equal(refusalOf(file('a.csv', 11), ACCEPT, 10), 'tooLarge')
  assert.equal(refusalOf(file('a.csv', 10 ** 9), ACCEPT), undefined)
})
