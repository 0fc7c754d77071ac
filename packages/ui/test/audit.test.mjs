import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'

// What the API writes into the audit log has words on the page that shows it: the deed and the fields of its values.
const root = path.resolve(import.meta.dirname, '../../..')
const modules = path.join(root, 'apps/api/src/modules')
const area = path.join(root, 'apps/admin/src/areas/audit')
const words = JSON.parse(readFileSync(path.join(area, 'texts.fr.json'), 'utf8'))
const parse = (file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)

const sources = readdirSync(modules, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
  .map((entry) => parse(path.join(entry.parentPath, entry.name)))

function each(node, take) {
  take(node)
  ts.forEachChild(node, (child) => each(child, take))
}

/** The names in an object of the code, or in an interface. */
const keysOf = (node) =>
  (node.properties ?? node.members ?? []).flatMap((one) => (one.name ? [one.name.getText().replaceAll("'", '')] : []))

const interfaceKeys = (name) => {
  let keys
  for (const source of sources)
    each(source, (node) => {
      if (ts.isInterfaceDeclaration(node) && node.name.text === name) keys = keysOf(node)
    })
  return keys
}

/** Whatever a line of the log is made of: the objects given to `audit` and `auditAll`. */
function facts() {
  const found = []
  for (const source of sources)
    each(source, (node) => {
      if (!ts.isCallExpression(node) || !/^audit(All)?$/.test(node.expression.getText())) return
      each(node, (part) => {
        if (ts.isObjectLiteralExpression(part) && keysOf(part).includes('action')) found.push(part)
      })
    })
  return found
}

const valuesOf = (fact) =>
  fact.properties.flatMap((one) =>
    one.initializer && ['old', 'new'].includes(one.name.getText()) ? [one.initializer] : [],
  )

test('every field that the API writes into the audit log has a name and a way to be read', () => {
  const written = new Set([...interfaceKeys('EnterpriseRecord'), ...interfaceKeys('WaveSettings')])
  for (const fact of facts())
    for (const values of valuesOf(fact))
      each(values, (node) => {
        if (ts.isObjectLiteralExpression(node)) for (const key of keysOf(node)) written.add(key)
      })
  // Spread into their objects; links to territories are shown by the kind of link.
  for (const key of ['safe', 'breaksComparison', 'losesData', 'seat', 'site', 'serviceArea']) written.add(key)
  for (const key of ['code', 'link']) written.delete(key)
  assert.ok(written.size > 60)
  assert.deepEqual(
    [...written].filter((key) => !words[`field.${key}`]),
    [],
  )
  let known
  each(parse(path.join(area, 'audit-fields.ts')), (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'AUDIT_FIELDS') known = keysOf(node.initializer)
  })
  assert.deepEqual(known.toSorted(), [...written].toSorted())
})

test('every deed that the API writes into the audit log has words', () => {
  const named = new Set()
  for (const source of sources)
    each(source, (node) => {
      if (ts.isPropertyAssignment(node) && node.name.getText() === 'action')
        each(node.initializer, (part) => {
          if (ts.isStringLiteral(part) && /^\w+\.\w+$/.test(part.text)) named.add(part.text)
        })
    })
  assert.ok(named.size > 50)
  assert.deepEqual(
    [...named].filter((action) => !words[`action.${action}`]),
    [],
  )
})

test('every outcome and criterion of a gate has words in the audit log', () => {
  const codes = { outcomes: new Set(), criteria: new Set() }
  for (const source of sources.filter(({ fileName }) => /method[\\/]data/.test(fileName)))
    each(source, (node) => {
      const list = ts.isPropertyAssignment(node) && codes[node.name.getText()]
      if (list && ts.isArrayLiteralExpression(node.initializer))
        for (const one of node.initializer.elements)
          if (ts.isObjectLiteralExpression(one))
            for (const { name, initializer } of one.properties)
              if (name?.getText() === 'code') list.add(initializer.text)
    })
  assert.ok(codes.outcomes.size > 6 && codes.criteria.size > 8)
  const missing = (set, prefix) => [...set].filter((code) => !words[`${prefix}.${code}`])
  assert.deepEqual([...missing(codes.outcomes, 'value.outcome'), ...missing(codes.criteria, 'criterion')], [])
})
