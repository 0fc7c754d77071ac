import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import ts from 'typescript'

// Walks every texts file of the apps and the shared parts: three languages alike, each text used, each used text there.
const root = path.resolve(import.meta.dirname, '../../..')
const LANGUAGES = ['fr', 'nl', 'en']
const SAME_AT_MOST = 25
// A plural may say more in one language (French "many"); these carry the meaning and must be everywhere.
const FREE_BRANCHES = new Set(['zero', 'two', 'few', 'many'])

const sources = ['apps/admin/src', 'apps/client/src', 'packages/ui/src'].map((folder) => path.join(root, folder))
const files = sources.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name)),
)
const folders = [
  ...new Set(files.filter((file) => /[\\/]texts\.\w+\.json$/.test(file)).map((file) => path.dirname(file))),
].toSorted()
const show = (file) => path.relative(root, file)

function readTexts(folder, language) {
  const file = path.join(folder, `texts.${language}.json`)
  assert.ok(existsSync(file), `${show(file)} is missing`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** The arguments of a message with their kinds and the branches of their choices, in one comparable text. */
function structureOf(message) {
  const found = new Set()
  const walk = (tokens) => {
    for (const token of tokens) {
      if (typeof token === 'string') continue
      const [name, kind, choices] = token
      if (name === '#' || name === '') continue
      const branches =
        choices && typeof choices === 'object'
          ? Object.keys(choices)
              .filter((branch) => branch !== 'offset' && !FREE_BRANCHES.has(branch))
              .toSorted()
          : []
      found.add([name, kind ?? '', ...branches].join(' '))
      for (const branch of Object.values(choices && typeof choices === 'object' ? choices : {}))
        if (Array.isArray(branch)) walk(branch)
    }
  }
  walk(compileMessageOrThrow(message))
  return [...found].toSorted().join('; ')
}

/** All words of a message without its placeholders. */
const wordsOf = (message) => message.replace(/\{[^{}]*\}/g, '')

for (const folder of folders) {
  test(`${show(folder)}: three languages alike`, () => {
    const texts = Object.fromEntries(LANGUAGES.map((language) => [language, readTexts(folder, language)]))
    const keys = Object.keys(texts.fr)
    for (const language of LANGUAGES) {
      assert.deepEqual(
        Object.keys(texts[language]).toSorted(),
        [...keys].toSorted(),
        `keys of texts.${language}.json differ from fr`,
      )
    }
    for (const key of keys) {
      for (const language of LANGUAGES) {
        const text = texts[language][key]
        const where = `${key} (${language})`
        assert.ok(typeof text === 'string' && text.trim() !== '', `${where} is empty`)
        assert.ok(!/!/.test(text), `${where} has an exclamation mark`)
        assert.equal(
          structureOf(text),
          structureOf(texts.fr[key]),
          `${where} has other placeholders or plurals than fr`,
        )
      }
      const same = texts.fr[key] === texts.nl[key] && wordsOf(texts.fr[key]).trim().length > SAME_AT_MOST
      assert.ok(!same, `${key} is the same in fr and nl: "${texts.fr[key]}"`)
    }
  })
}

/** The folder whose texts a file means by `useTexts<typeof import('../texts.fr.json')>`. */
const folderOf = (file, specifier) =>
  specifier.startsWith('@vises/ui/')
    ? path.join(root, 'packages/ui/src', path.dirname(specifier.slice('@vises/ui/'.length)))
    : path.resolve(path.dirname(file), path.dirname(specifier))

/** The keys a key argument can be: exact ones, and patterns for what is put together. */
function keysOf(node) {
  if (ts.isStringLiteralLike(node)) return [{ exact: node.text }]
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return [...keysOf(node.left), ...keysOf(node.right)]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
    return keysOf(node.expression)
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
    return [{ pattern: new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`) }]
  }
  return []
}

/** What one file uses: the keys of its calls by folder, and every text in it that could be a key. */
function usesOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const calls = []
  const strings = []
  const patterns = []
  const isTexts = (node) =>
    ts.isCallExpression(node) && /^use(Late)?Texts$/.test(node.expression.getText(source)) && node.typeArguments
  const visit = (node, bound) => {
    let names = bound
    if (ts.isBlock(node) || ts.isSourceFile(node)) {
      names = new Map(bound)
      for (const statement of node.statements) {
        if (!ts.isVariableStatement(statement)) continue
        for (const { name, initializer } of statement.declarationList.declarations) {
          if (!initializer || !isTexts(initializer)) continue
          const specifier = /import\(['"](.+?)['"]\)/.exec(initializer.typeArguments[0].getText(source))?.[1]
          if (!specifier) continue
          const folder = folderOf(file, specifier)
          if (ts.isIdentifier(name)) names.set(name.text, folder).set(`${name.text}.t`, folder)
          else
            for (const part of name.elements)
              if ((part.propertyName ?? part.name).getText(source) === 't') names.set(part.name.getText(source), folder)
        }
      }
    }
    if (ts.isStringLiteralLike(node)) strings.push(node.text)
    if (ts.isTemplateExpression(node)) patterns.push(...keysOf(node))
    if (ts.isCallExpression(node) && node.arguments[0]) {
      const folder = names.get(node.expression.getText(source))
      if (folder)
        for (const key of keysOf(node.arguments[0]))
          calls.push({ folder, ...key, line: source.getLineAndCharacterOfPosition(node.pos).line + 1 })
    }
    // A property of a texts object: `t.lead`.
    if (ts.isPropertyAccessExpression(node)) strings.push(node.name.text)
    ts.forEachChild(node, (child) => visit(child, names))
  }
  visit(source, new Map())
  return { calls, strings: new Set(strings), patterns }
}

const code = files.filter((file) => /\.tsx?$/.test(file)).map((file) => ({ file, ...usesOf(file) }))

test('every used key exists', () => {
  for (const { file, calls } of code) {
    for (const { folder, exact, pattern, line } of calls) {
      const keys = Object.keys(readTexts(folder, 'fr'))
      const found = exact === undefined ? keys.some((key) => pattern.test(key)) : keys.includes(exact)
      assert.ok(found, `${show(file)}:${line} uses ${exact ?? pattern} which is not in ${show(folder)}/texts.fr.json`)
    }
  }
})

test('every key is used', () => {
  const unused = []
  for (const folder of folders) {
    // Errors and glossary words are looked up by data: the code of the API, the word of the page.
    if (/[\\/]glossary([\\/]meanings)?$/.test(folder)) continue
    const area = folder.endsWith(path.join('ui', 'src')) ? 'ui' : path.basename(folder)
    const near = code.filter(({ file }) => file.startsWith(folder + path.sep))
    const direct = code.flatMap(({ calls }) => calls.filter((call) => call.folder === folder))
    const says =
      (key) =>
      ({ exact, pattern }) =>
        exact === undefined ? pattern.test(key) : exact === key
    // A pattern with nothing fixed in it, such as `${a}.${b}`, says nothing.
    const fixed = ({ pattern }) => pattern.source.replace(/[^a-z]/gi, '').length > 2
    for (const key of Object.keys(readTexts(folder, 'fr'))) {
      if (area === 'ui' && key.startsWith('problem.')) continue
      if (key === 'navText') continue
      const id = `${area}.${key}`
      const used =
        direct.some(says(key)) ||
        near.some(
          ({ strings, patterns }) => strings.has(key) || patterns.some((one) => fixed(one) && says(key)(one)),
        ) ||
        code.some(({ strings, patterns }) => strings.has(id) || patterns.some((one) => fixed(one) && says(id)(one)))
      if (!used) unused.push(`${show(folder)}: ${key}`)
    }
  }
  assert.deepEqual(unused, [])
})

test('an area has one folder: its name is not taken twice in an app', () => {
  const areaOf = (folder) => path.basename(folder)
  const shared = folders
    .filter((folder) => folder.startsWith(path.join(root, 'packages/ui/src') + path.sep))
    .map(areaOf)
  for (const app of ['admin', 'client']) {
    const own = folders.filter((folder) => folder.startsWith(path.join(root, 'apps', app, 'src/areas'))).map(areaOf)
    const all = ['ui', 'app', ...shared, ...own]
    assert.deepEqual(
      all.filter((area, index) => all.indexOf(area) !== index),
      [],
      `${app}: rename the folder`,
    )
  }
})

test('the access table names each of its actions in words', () => {
  const rules = readFileSync(path.join(root, 'apps/api/src/modules/access/rules.ts'), 'utf8')
  const actions = [...rules.matchAll(/^ {2}'(\w+:\w+)':/gm)].map(([, action]) => action)
  assert.ok(actions.length > 30)
  const words = readTexts(path.join(root, 'apps/admin/src/areas/access'), 'fr')
  assert.deepEqual(
    actions.filter((action) => !words[`do.${action}`]),
    [],
  )
})

test('the glossary explains each of its words', async () => {
  const folder = path.join(root, 'packages/ui/src/glossary')
  const words = [...readFileSync(path.join(folder, 'glossary.ts'), 'utf8').matchAll(/^ {2}'(\w+)',$/gm)].map(
    ([, word]) => word,
  )
  assert.deepEqual(Object.keys(readTexts(folder, 'fr')), words)
  assert.deepEqual(Object.keys(readTexts(path.join(folder, 'meanings'), 'fr')), words)
})
