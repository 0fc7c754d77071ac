import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { load } from './load.mjs'

const { choicesOf, lineAbout } = await load('areas/collection/population-words.ts')

test('a finding about the population names the answer it speaks of', () => {
  const label = { fr: 'Vous élevez votre enfant' }
  const lines = [
    { key: 'family', label, values: ['alone'], valueLabels: [{ fr: 'Seul·e', nl: 'Alleen' }] },
    { key: 'family', label, values: ['couple', 'shared'], valueLabels: [{ fr: 'En couple' }, {}] },
  ]
  const said = (about, language) => choicesOf(lineAbout(lines, about), language)
  assert.deepEqual(said('family/alone', 'fr'), ['Seul·e'])
  assert.deepEqual(said('family/alone', 'nl'), ['Alleen'])
  assert.deepEqual(said('family/couple shared', 'fr'), ['En couple', 'shared'], 'a choice without words by its name')
  assert.equal(lineAbout(lines, 'family'), undefined)
  for (const language of ['fr', 'nl', 'en']) {
    const texts = path.resolve(import.meta.dirname, `../src/areas/collection/texts.${language}.json`)
    assert.match(JSON.parse(readFileSync(texts, 'utf8'))['rule.populationBias'], /\{about\}.*\{choice\}/)
  }
})
