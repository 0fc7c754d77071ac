import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import ts from 'typescript'
import { root } from './lib/project.mjs'
import { newArea } from './new/area.mjs'
import { newUseCase } from './new/use-case.mjs'

const copied = [
  'apps/api/src/modules/access',
  'apps/api/src/modules/evaluation',
  'apps/admin/src/areas/people',
  'apps/client/src/areas/home',
]
const copies = []
after(() => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true })))

/** A copy of what the command reads, so that nothing is written into the project. */
function aCopy() {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'vises-new-'))
  copies.push(copy)
  for (const folder of copied) {
    cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true })
  }
  return copy
}

const read = (copy, name) => readFileSync(path.join(copy, name), 'utf8')

const textsOf = (copy, files) => Object.fromEntries(files.map((name) => [name, read(copy, name)]))

/** What TypeScript says of files as if they stood in the project. */
function faultsOf(project, files) {
  const overlay = new Map(Object.entries(files).map(([name, text]) => [path.join(root, name), text]))
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, project, 'tsconfig.json'),
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (fault) => assert.fail(String(fault.messageText)),
    },
  )
  const host = ts.createCompilerHost(config.options)
  const { directoryExists, fileExists, getSourceFile, readFile } = host
  const folders = new Set([...overlay.keys()].map((name) => path.dirname(name)))
  host.directoryExists = (name) => folders.has(name) || directoryExists(name)
  host.fileExists = (name) => overlay.has(name) || fileExists(name)
  host.readFile = (name) => overlay.get(name) ?? readFile(name)
  host.getSourceFile = (name, target, ...rest) =>
    overlay.has(name) ? ts.createSourceFile(name, overlay.get(name), target) : getSourceFile(name, target, ...rest)
  const program = ts.createProgram([...overlay.keys()], config.options, host)
  return [...overlay.keys()].flatMap((name) => {
    const source = program.getSourceFile(name)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
    )
  })
}

describe('a new use case', () => {
  const file = 'apps/api/src/modules/evaluation/close-collection'

  it('lacks nothing but its rule, its door and its resolver', () => {
    for (const about of ['enterprise', 'evaluation']) {
      const copy = aCopy()
      const { files } = newUseCase(copy, { module: 'evaluation', name: 'close-collection', about })
      const faults = faultsOf('apps/api', textsOf(copy, files))
      assert.equal(faults.length, 1, faults.join('\n'))
      assert.match(faults[0], /'"collection:close"' is not assignable/)
    }
  })

  it('asks for permission on its first line', () => {
    const copy = aCopy()
    newUseCase(copy, { module: 'evaluation', name: 'close-collection' })
    const body = read(copy, `${file}.ts`).split('Promise<CloseCollectionPayload> {\n')[1]
    assert.match(
      body.split('\n')[0],
      /= await demandForEnterprise\(db, actor, 'collection:close', input\.enterpriseId\)$/,
    )
  })

  it('tells the three lines that people add, and where', () => {
    const lines = newUseCase(aCopy(), { module: 'evaluation', name: 'close-collection' }).left.join('\n')
    assert.match(lines, /access\/rules\.ts:\n +'collection:close': \{/)
    assert.match(lines, /evaluation\/evaluation\.resolver\.ts:\n +'Mutation\.closeCollection': 'collection:close',/)
    assert.match(lines, /return tenant\.write\(\(db\) => closeCollection\(db, actor, input\)\)/)
  })

  it('does not offer a rule that is there already', () => {
    const lines = newUseCase(aCopy(), { module: 'evaluation', name: 'write-evaluation' }).left.join('\n')
    assert.match(lines, /The rule 'evaluation:write' is in .* already/)
  })

  it('takes no name twice, in whatever module, and then writes nothing', () => {
    const copy = aCopy()
    assert.throws(() => newUseCase(copy, { module: 'access', name: 'start-evaluation' }), {
      name: 'Sentence',
      message: /startEvaluation is there already, in .*evaluation\/start-evaluation\.ts: nothing was written/,
    })
    writeFileSync(path.join(copy, `${file}.test.ts`), '')
    assert.throws(
      () => newUseCase(copy, { module: 'evaluation', name: 'close-collection' }),
      /is there already: nothing was written/,
    )
    assert.equal(existsSync(path.join(copy, `${file}.ts`)), false)
  })

  const refused = {
    closeCollection: /small letters/,
    close: /small letters/,
    'update-participation': /does not say what happens/,
    'close-company': /We say "enterprise", not "company"/,
    'close-collection-helper': /does not end in "helper"/,
    '../close-collection': /small letters/,
  }
  for (const [name, why] of Object.entries(refused)) {
    it(`is not called ${name}`, () => {
      assert.throws(() => newUseCase(aCopy(), { module: 'evaluation', name }), { name: 'Sentence', message: why })
    })
  }

  it('goes into a module that is there', () => {
    const copy = aCopy()
    assert.throws(
      () => newUseCase(copy, { module: 'collection', name: 'close-collection' }),
      /no module "collection". There are: access, evaluation/,
    )
    mkdirSync(path.join(copy, 'apps/api/src/modules/collection'))
    const lines = newUseCase(copy, { module: 'collection', name: 'close-collection' }).left.join('\n')
    assert.match(lines, /collection\.resolver\.ts \(new: list it in apps\/api\/src\/schema\.ts\)/)
  })
})

describe('a new area', () => {
  for (const app of ['admin', 'client']) {
    it(`of ${app} lacks nothing`, () => {
      const copy = aCopy()
      const { files } = newArea(copy, { app, name: 'test-meetings' })
      assert.deepEqual(
        files.map((file) => path.relative(`apps/${app}/src/areas/test-meetings`, file)),
        ['area.tsx', 'TestMeetingsPage.tsx', 'texts.fr.json', 'texts.nl.json', 'texts.en.json'],
      )
      assert.deepEqual(faultsOf(`apps/${app}`, textsOf(copy, files)), [])
    })
  }

  it('has its words in three languages', () => {
    const copy = aCopy()
    newArea(copy, { app: 'client', name: 'meetings' })
    const keys = ['fr', 'nl', 'en'].map((language) =>
      Object.keys(JSON.parse(read(copy, `apps/client/src/areas/meetings/texts.${language}.json`))),
    )
    assert.deepEqual(
      keys,
      ['fr', 'nl', 'en'].map(() => ['nav', 'title', 'emptyTitle', 'empty']),
    )
  })

  it('comes last in the navigation', () => {
    const copy = aCopy()
    const [, place] = /order: (\d+)/.exec(read(copy, 'apps/admin/src/areas/people/area.tsx'))
    newArea(copy, { app: 'admin', name: 'meetings' })
    assert.match(read(copy, 'apps/admin/src/areas/meetings/area.tsx'), new RegExp(`order: ${Number(place) + 1},`))
  })

  it('does not take the place of another one', () => {
    assert.throws(() => newArea(aCopy(), { app: 'admin', name: 'people' }), {
      name: 'Sentence',
      message: /areas\/people is there already/,
    })
  })

  it('belongs to one of the apps and has a plain name', () => {
    assert.throws(() => newArea(aCopy(), { app: 'mobile', name: 'meetings' }), /belongs to admin or to client/)
    assert.throws(() => newArea(aCopy(), { app: 'admin', name: 'Meetings' }), /small letters/)
    assert.throws(() => newArea(aCopy(), { app: 'admin', name: 'organisation' }), /We say "partner"/)
  })
})
