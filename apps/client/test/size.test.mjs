import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'

// What a browser must fetch before the first page stands, gzip, in kB of 1000 bytes. Needs a build.
const dist = path.resolve(import.meta.dirname, '../dist')
const assets = path.join(dist, 'assets')
const skip = existsSync(path.join(dist, 'index.html')) ? false : 'the app is not built'

/** A page's own scripts and all they import before they run; with `later` also what they fetch while in use. */
function scriptsOf(page, more = [], later = false) {
  const html = readFileSync(path.join(dist, page), 'utf8')
  const files = new Set()
  const add = (file) => {
    if (files.has(file)) return
    files.add(file)
    const code = readFileSync(path.join(assets, file), 'utf8')
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) add(imported)
    if (later) for (const [, lazy] of code.matchAll(/import\(\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) add(lazy)
  }
  for (const [, file] of html.matchAll(/assets\/([\w.-]+\.js)/g)) add(file)
  for (const start of more)
    for (const file of readdirSync(assets).filter((name) => name.startsWith(start) && name.endsWith('.js'))) add(file)
  return [...files]
}

const kilobytes = (files, folder = assets) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length, 0) / 1000

test('the signed-in app starts with at most 165 kB of JavaScript, its home page and texts included', { skip }, (t) => {
  const size = kilobytes(scriptsOf('index.html', ['texts-fr', 'HomePage']))
  t.diagnostic(`${size.toFixed(1)} kB`)
  assert.ok(size <= 165, `${size.toFixed(1)} kB`)
})

test(
  'the questionnaire page has at most 60 kB in all, its service worker and what it fetches later included',
  {
    skip,
  },
  (t) => {
    const first = kilobytes(scriptsOf('q.html'))
    // A respondent never fetches what our own apps use to show the page in a frame.
    const visited = scriptsOf('q.html', [], true).filter((file) => !file.startsWith('EmbeddedPage'))
    const all = kilobytes(visited) + kilobytes(['q-early.js', 'q-sw.js'], dist)
    t.diagnostic(`${first.toFixed(1)} kB at first, ${all.toFixed(1)} kB in all`)
    assert.ok(all > first, 'what is fetched later is found')
    assert.ok(all <= 60, `${all.toFixed(1)} kB`)
  },
)

test('the questionnaire page is made without React', { skip }, () => {
  for (const file of scriptsOf('q.html', [], true))
    assert.doesNotMatch(readFileSync(path.join(assets, file), 'utf8'), /react\.(transitional\.)?element|__REACT/, file)
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
