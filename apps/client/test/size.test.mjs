import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'

// What a browser must fetch before the first page stands, gzip, in kB of 1000 bytes. Needs a build.
const dist = path.resolve(import.meta.dirname, '../dist')
const assets = path.join(dist, 'assets')
const skip = existsSync(path.join(dist, 'index.html')) ? false : 'the app is not built'

/** A page's own scripts and all they import before they run. */
function scriptsOf(page, more = []) {
  const html = readFileSync(path.join(dist, page), 'utf8')
  const files = new Set()
  const add = (file) => {
    if (files.has(file)) return
    files.add(file)
    const code = readFileSync(path.join(assets, file), 'utf8')
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) add(imported)
  }
  for (const [, file] of html.matchAll(/assets\/([\w.-]+\.js)/g)) add(file)
  for (const start of more)
    for (const file of readdirSync(assets).filter((name) => name.startsWith(start) && name.endsWith('.js'))) add(file)
  return [...files]
}

const kilobytes = (files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(assets, file)), { level: 9 }).length, 0) / 1000

test('the signed-in app starts with at most 165 kB of JavaScript, its home page and texts included', { skip }, (t) => {
  const size = kilobytes(scriptsOf('index.html', ['texts-fr', 'HomePage']))
  t.diagnostic(`${size.toFixed(1)} kB`)
  assert.ok(size <= 165, `${size.toFixed(1)} kB`)
})

/** The scripts that stand in the questionnaire page itself. */
const inPage = () =>
  [...readFileSync(path.join(dist, 'q.html'), 'utf8').matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(
    ([, code]) => code,
  )

test('the questionnaire page has at most 60 kB, its service worker included', { skip }, (t) => {
  const scripts = [...inPage(), readFileSync(path.join(dist, 'q-sw.js'), 'utf8')]
  const size = scripts.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000
  t.diagnostic(`${size.toFixed(1)} kB`)
  assert.equal(scripts.length, 3)
  assert.ok(size <= 60, `${size.toFixed(1)} kB`)
})

test('the questionnaire page is whole: no other script, style or import is fetched', { skip }, () => {
  const html = readFileSync(path.join(dist, 'q.html'), 'utf8')
  assert.match(html, /<style>[^<]/)
  assert.doesNotMatch(html, /<script[^>]* src=|<link rel="(stylesheet|modulepreload)"|\bimport\(|@import/)
})

test('the questionnaire page is made without React', { skip }, () => {
  for (const code of inPage()) assert.doesNotMatch(code, /react\.(transitional\.)?element|__REACT/)
})

test('every text file of the build has its smaller copies, of the same content', { skip }, () => {
  const names = readdirSync(dist, { recursive: true }).filter((name) => /(\.html|^assets.*\.(js|css))$/.test(name))
  assert.ok(names.length > 10)
  for (const name of names) {
    const source = readFileSync(path.join(dist, name))
    if (source.length < 1000) continue
    assert.ok(gunzipSync(readFileSync(path.join(dist, `${name}.gz`))).equals(source), `${name}.gz`)
    assert.ok(brotliDecompressSync(readFileSync(path.join(dist, `${name}.br`))).equals(source), `${name}.br`)
  }
})

test('the welcome page has no framework: at most 10 kB', { skip }, (t) => {
  const size = kilobytes(scriptsOf('welcome.html'))
  t.diagnostic(`${size.toFixed(1)} kB`)
  assert.ok(size <= 10, `${size.toFixed(1)} kB`)
})
