import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { ensureBuilt } from './lib/built.mjs'
import { root } from './lib/project.mjs'

const folder = mkdtempSync(path.join(os.tmpdir(), 'vises-xlsform-'))
after(() => rmSync(folder, { recursive: true, force: true }))
before(() => ensureBuilt('xlsform'))

const xlsform = (...args) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts', 'xlsform.mjs'), ...args],
    // as npm does: it runs in the project, and says from where it was called
    { cwd: root, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}
const file = (name, content) => {
  writeFileSync(path.join(folder, name), content)
  return name
}

const QUESTIONNAIRE = {
  title: { fr: 'Votre parcours', nl: 'Uw traject' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists: { help: [{ name: 'pairs', label: { fr: '=En binôme' } }] },
  items: [
    { key: 'agrees', kind: 'consent', label: { fr: 'J’accepte _x0041_' }, required: true },
    { key: 'now', kind: 'thenNow', label: { fr: 'Confiance' }, thenLabel: { fr: 'avant' }, nowLabel: { fr: 'après' } },
    { key: 'helps', kind: 'multiple', label: { fr: 'Qu’est-ce\nqui aide ?' }, choices: 'help', other: true, max: 3 },
  ],
}

describe('npm run xlsform', () => {
  it('writes a questionnaire as a workbook, and prints the very same one from it', () => {
    const model = file('model.json', JSON.stringify(QUESTIONNAIRE))
    assert.deepEqual(xlsform('export', model, 'model.xlsx'), { status: 0, stdout: '', stderr: '' })
    const { status, stdout, stderr } = xlsform('check', 'model.xlsx')
    assert.deepEqual([status, stderr], [0, ''])
    assert.deepEqual(JSON.parse(stdout), QUESTIONNAIRE)
  })

  it('prints what is not supported, one line each, with sheet, row and column', () => {
    const rows = [
      ['type', 'name', 'label'],
      ['geopoint', 'where', 'Where?'],
      [{ formula: '"te"&"xt"' }, 'what', 'What?'],
    ]
    const { status, stdout, stderr } = xlsform('check', file('unsupported.xlsx', workbook(rows)))
    assert.deepEqual([status, stderr], [1, ''])
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'sheet survey, row 2, column A: this question type is not supported (geopoint)',
      'sheet survey, row 3, column A: a formula is not taken for a text: put its value in its place',
    ])
  })

  it('says beside the questionnaire what it leaves out', () => {
    const rows = [
      ['type', 'name', 'label'],
      ['deviceid', 'device', ''],
      ['text', 'what', 'What?'],
    ]
    const { status, stdout, stderr } = xlsform('check', file('losses.xlsx', workbook(rows)))
    assert.equal(status, 0)
    assert.equal(JSON.parse(stdout).title.en, 'losses')
    assert.match(stderr, /^sheet survey, row 2, column A: left out, since answers are anonymous \(deviceid\)\n$/)
  })

  for (const [what, name, sentence] of [
    ['a file that is not there', 'nowhere.xlsx', 'there is no such file.'],
    ['a folder', '.', 'it is a folder.'],
    ['a text', file('text.xlsx', 'type,name'), 'it is not an .xlsx workbook, or it is damaged.'],
    ['an empty file', file('empty.xlsx', ''), 'there is nothing in it.'],
    [
      'a bomb',
      file('bomb.xlsx', workbook([['type']], Buffer.alloc(100_000_000, ' '))),
      'there is more in it than in any questionnaire.',
    ],
    [
      'an external entity',
      file('entity.xlsx', workbook([['type']], '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')),
      'it declares a document type with entities, which no spreadsheet writes.',
    ],
  ])
    it(`says one plain sentence about ${what}`, () => {
      const { status, stdout, stderr } = xlsform('check', name)
      assert.deepEqual([status, stdout], [1, ''])
      assert.equal(stderr, `${path.resolve(folder, name)} cannot be read: ${sentence}\n`)
    })

  it('writes nothing where the questionnaire is not one', () => {
    const model = file('spoiled.json', '{"title":{},"__proto__":{"polluted":true}}')
    const { status, stdout } = xlsform('export', model, 'spoiled.xlsx')
    assert.equal(status, 1)
    assert.match(stdout, /^__proto__: unknownProperty$/m)
    assert.equal(existsSync(path.join(folder, 'spoiled.xlsx')), false)
  })

  it('says how it is called', () => {
    for (const args of [[], ['check'], ['check', 'a', 'b'], ['export', 'a'], ['import', 'a']]) {
      const { status, stderr } = xlsform(...args)
      assert.deepEqual([status, stderr.split(':')[0]], [1, 'Say what to do'])
    }
  })
})

describe('docs/xlsform.md', () => {
  it('explains every code that an import may answer with', () => {
    const read = (name) => readFileSync(path.join(root, name), 'utf8')
    const lists = read('packages/questionnaire/src/xlsform/finding.ts')
      .split(/export const (?:UNSUPPORTED|LOSSES) = /)
      .slice(1)
    const codes = lists.flatMap((list) =>
      [...list.split('} as const')[0].matchAll(/^  (\w+):/gm)].map(([, code]) => code),
    )
    assert.ok(codes.length > 40)
    const explained = new Set([...read('docs/xlsform.md').matchAll(/`(\w+)`/g)].map(([, word]) => word))
    assert.deepEqual(
      codes.filter((code) => !explained.has(code)),
      [],
    )
  })
})

/** A workbook with one sheet, `survey`, and something beside it. */
function workbook(rows, more) {
  const cell = (value) =>
    value.formula ? `<c><f>${value.formula}</f></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const sheet = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
  return archive({
    'xl/workbook.xml': '<workbook><sheets><sheet name="survey" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="sheet1.xml"/></Relationships>',
    'xl/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...(more && { 'docProps/more.xml': more }),
  })
}

function archive(parts) {
  const locals = []
  const central = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(raw), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(raw.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.from('504b01021400', 'hex'), head, place, Buffer.from(name))
    locals.push(Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed)
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  const count = Object.keys(parts).length
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('504b0506', 'hex'), end])
}
