import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { root } from './lib/project.mjs'

const read = (name) => readFileSync(path.join(root, name), 'utf8')
const pages = [
  'README.md',
  'infra/README.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
]

/** Headings as the anchors that GitHub and others make of them. */
const anchorsOf = (text) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe('the pages of the documentation', () => {
  for (const page of pages) {
    it(`${page} points to what is there`, () => {
      for (const [, target] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue
        const [file, anchor] = target.split('#')
        const place = file ? path.join(path.dirname(page), file) : page
        assert.ok(existsSync(path.join(root, place)), `${page} points to ${target}`)
        if (anchor)
          assert.ok(anchorsOf(read(place)).includes(anchor), `${page} points to a heading that is not there: ${target}`)
      }
    })
  }

  it('are all on the map', () => {
    const map = read('docs/README.md') + read('docs/user-guides/fr/README.md')
    const missing = pages
      .filter((page) => page.startsWith('docs/') && !/decisions|README/.test(page))
      .filter((page) => !map.includes(`(${path.basename(page)})`))
    assert.deepEqual(missing, [])
  })

  it('name only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const builtIn = ['install', 'ci', 'start', 'test', 'run']
    for (const page of pages) {
      for (const [, name] of read(page).matchAll(/npm (?:-s )?run (?:-s )?([a-z][a-z:-]*)/g)) {
        assert.ok(name in scripts || builtIn.includes(name), `${page} names npm run ${name}`)
      }
    }
  })
})

describe('the operator guide', () => {
  it('explains every setting that is read, and no other', () => {
    const sources = [
      'apps/api/src/platform/env.ts',
      'scripts/backup.mjs',
      'scripts/restore.mjs',
      'scripts/lib/checks.mjs',
    ]
    const settings = sources.flatMap((file) =>
      [...read(file).matchAll(/\benv(?:\.|\[')([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name),
    )
    const wanted = new Set(settings.filter((name) => name !== 'INIT_CWD'))
    const rows = [...read('docs/operator-guide.md').matchAll(/^\| (`[A-Z0-9_]+`(?:, `[A-Z0-9_]+`)*) \|/gm)]
    const explained = new Set(rows.flatMap(([, names]) => names.match(/[A-Z0-9_]+/g)))
    assert.deepEqual([...explained].toSorted(), [...wanted].toSorted())
  })

  it('makes the database roles that the compose file makes', () => {
    const statements = (text) =>
      [...text.matchAll(/^(?:CREATE|GRANT)[^;]+;/gm)]
        .map(([statement]) => statement.replace(/PASSWORD .*;/, 'PASSWORD;'))
        .toSorted()
    assert.deepEqual(statements(read('docs/operator-guide.md')), statements(read('infra/postgres/10-vises.sh')))
  })
})

describe('the page about the API', () => {
  const page = read('docs/api.md')

  it('gives the limits as they are set', () => {
    const numbersIn = (file, constant) => {
      const [, object] = new RegExp(`${constant} = (\\{[\\s\\S]*?\\})`).exec(read(file))
      return Object.fromEntries(
        [...object.matchAll(/(\w+): ([\d_]+)/g)].map(([, name, value]) => [name, Number(value.replaceAll('_', ''))]),
      )
    }
    const limits = {
      ...numbersIn('apps/api/src/platform/graphql-server.ts', 'LIMITS'),
      bodyBytes: numbersIn('apps/api/src/platform/large-bodies.ts', 'BODY_BYTES').usual,
    }
    const shown = {
      depth: 'depth',
      cost: 'cost',
      aliases: 'aliases',
      tokens: 'tokens',
      bodyBytes: 'body',
      page: 'rows of a page',
    }
    for (const [name, words] of Object.entries(shown)) {
      const [, value] = new RegExp(`^\\| ${words} \\| ([\\d ]+)`, 'm').exec(page)
      assert.equal(Number(value.replaceAll(' ', '')), limits[name], name)
    }
  })

  it('explains every error code', () => {
    const [, union] = /export type ErrorCode =([\s\S]*?)\n\n/.exec(read('apps/api/src/platform/errors.ts'))
    for (const [, code] of union.matchAll(/'([A-Z_]+)'/g)) assert.match(page, new RegExp(`^\\| \`${code}\` \\|`, 'm'))
  })

  it('asks for fields that the schema has', () => {
    const schema = read('packages/schema/schema.graphql')
    for (const name of ['cohort', 'viewer', 'inviteMember', 'saveAnswer', 'createApiToken']) {
      assert.match(schema, new RegExp(`^  ${name}\\b`, 'm'))
    }
  })
})

describe('the glossary', () => {
  it('has every word that the screens explain, with the same words in three languages', () => {
    const rows = new Map(
      [...read('docs/glossary.md').matchAll(/^\| `(\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|/gm)].map(
        ([, code, fr, nl, en]) => [code, { fr, nl, en }],
      ),
    )
    const missing = []
    for (const language of ['fr', 'nl', 'en']) {
      for (const [code, word] of Object.entries(JSON.parse(read(`packages/ui/src/glossary/texts.${language}.json`)))) {
        const shown = rows.get(code)?.[language]
        if (!shown?.includes(word)) missing.push(`${code} (${language}): ${word}, not ${shown}`)
      }
    }
    assert.deepEqual(missing, [])
  })
})

describe('the page about the journey', () => {
  it('gives the days after which an evaluation deserves a call', () => {
    const page = read('docs/journey.md')
    const sql = read('apps/api/src/migrations/20261121-0300-shared.ts')
    for (const [, days, reason] of sql.matchAll(/interval '(\d+) days' THEN '(\w+)'/g)) {
      assert.match(page, new RegExp(`\\| \`${reason}\` \\|.*more than ${days} days`))
    }
  })
})
