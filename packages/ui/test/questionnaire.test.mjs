import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { runnerImport } from 'vite'

// The rules of the questionnaire editor without its screen.
const folder = path.resolve(import.meta.dirname, '../src/questionnaire')
const CONDITIONS = '../../../questionnaire/src/conditions.ts'
const load = async (file) => (await runnerImport(path.join(folder, file))).module
const [items, keys, kinds, edits, merge, conditions, store, operands] = await Promise.all(
  ['items.ts', 'keys.ts', 'kinds.ts', 'edits.ts', 'merge.ts', CONDITIONS, 'draft-store.ts', 'operands.ts'].map(load),
)

const question = (key, more = {}) => ({ key, kind: 'integer', label: { fr: `Question ${key}` }, ...more })
const group = (key, ...inside) => ({ key, kind: 'group', label: { fr: key }, items: inside })
const draftOf = (...list) => ({
  title: { fr: 'Titre' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists: {},
  items: list,
})
const shapeOf = (list) => list.map((one) => (one.items ? [one.key, ...shapeOf(one.items)] : one.key))

test('a step of the keyboard goes over a neighbour, into the container before, and out at the ends', () => {
  const start = [question('a'), group('g', question('b'), question('c')), question('d')]
  const after = (key, step) => {
    const place = items.placeAfterStep(start, key, step)
    return place && shapeOf(items.moveItem(start, key, place))
  }
  assert.deepEqual(after('b', 'down'), ['a', ['g', 'c', 'b'], 'd'])
  assert.deepEqual(after('b', 'up'), ['a', 'b', ['g', 'c'], 'd'])
  assert.deepEqual(after('c', 'down'), ['a', ['g', 'b'], 'c', 'd'])
  assert.deepEqual(after('c', 'out'), ['a', ['g', 'b'], 'c', 'd'])
  assert.deepEqual(after('d', 'in'), ['a', ['g', 'b', 'c', 'd']])
  assert.equal(after('a', 'up'), undefined)
  assert.equal(after('a', 'in'), undefined)
})

test('nothing moves into itself, and a page stays at the top', () => {
  const start = [{ ...group('p', question('a')), kind: 'page' }, group('g', group('h', question('b')))]
  assert.deepEqual(shapeOf(items.moveItem(start, 'g', { parent: 'h', index: 0 })), shapeOf(start))
  assert.deepEqual(shapeOf(items.moveItem(start, 'p', { parent: 'g', index: 0 })), shapeOf(start))
})

test('a new key is none that stands there or was ever published', () => {
  assert.equal(keys.newKey('single', new Set(['q1', 'q2'])), 'q3')
  assert.equal(keys.newKey('single', new Set(['q1', 'q7', 'gender'])), 'q8')
  assert.equal(keys.newKey('page', new Set(['q1'])), 'page1')
})

test('a renamed question is called by its new key wherever expressions speak of it, its parts included', () => {
  const pair = question('mood', { kind: 'thenNow' })
  const draft = draftOf(pair, question('b', { relevant: "${mood_now} > 5 and ${moody} = 1 and ${ mood } != ''" }))
  const renamed = keys.renameKey(draft, 'mood', 'humeur')
  assert.equal(renamed.items[0].key, 'humeur')
  assert.equal(renamed.items[1].relevant, "${humeur_now} > 5 and ${moody} = 1 and ${humeur} != ''")
})

test('a copy brings its lists, gets keys of its own, and leaves behind what speaks of absent questions', () => {
  const list = [{ name: 'c1', label: { fr: 'Oui', nl: 'Ja' } }]
  const copied = {
    items: [
      question('a', { kind: 'single', choices: 'l' }),
      question('b', { relevant: "${a} = 'c1'" }),
      question('c', { relevant: '${far_away} > 1' }),
    ],
    choiceLists: { l: list },
    origin: { source: 'other', version: 2 },
  }
  const into = { ...draftOf(question('a')), choiceLists: { l: [{ name: 'x', label: { fr: 'Autre chose' } }] } }
  const { questionnaire, key, leftBehind } = edits.insertCopies(into, copied, { index: 1 }, new Set(['q1']))
  assert.equal(key, 'q2')
  assert.deepEqual(shapeOf(questionnaire.items), ['a', 'q2', 'b', 'c'])
  assert.equal(questionnaire.items[1].choices, 'l_2')
  assert.deepEqual(questionnaire.choiceLists.l_2, list)
  assert.equal(questionnaire.items[2].relevant, "${q2} = 'c1'")
  assert.equal(questionnaire.items[3].relevant, undefined)
  assert.equal(leftBehind, 1)
  assert.deepEqual(questionnaire.items[1].origin, { source: 'other', version: 2, key: 'a' })
})

test('a deleted question takes along the lists that nothing else uses', () => {
  const draft = {
    ...draftOf(question('a', { kind: 'single', choices: 'own' }), question('b', { kind: 'single', choices: 'shared' })),
    choiceLists: { own: [], shared: [] },
  }
  draft.items.push(question('c', { kind: 'multiple', choices: 'shared' }))
  assert.deepEqual(Object.keys(edits.deleteItem(draft, 'a').choiceLists), ['shared'])
  assert.deepEqual(Object.keys(edits.deleteItem(draft, 'b').choiceLists), ['own', 'shared'])
})

test('another kind keeps what it uses and gets what it needs', () => {
  const text = question('a', { kind: 'shortText', min: 3, hint: { fr: 'h' } })
  assert.deepEqual(kinds.changeKind(draftOf(text), text, 'longText').item, { ...text, kind: 'longText' })
  const { item, choiceLists } = kinds.changeKind(draftOf(text), text, 'single')
  assert.equal(item.min, undefined)
  assert.deepEqual(item.hint, { fr: 'h' })
  assert.equal(choiceLists[item.choices].length, 2)
})

test('what the builder shows and what stands in the text are the same', () => {
  const kindOf = (name) => ({ age: 'integer', day: 'date', help: 'multiple', way: 'single', mood: 'decimal' })[name]
  for (const [text, join, count] of [
    ["${way} = 'car'", 'all', 1],
    ["${way} != 'car' and ${age} >= 18", 'all', 2],
    ["selected(${help}, 'pairs') or not(selected(${help}, 'coach'))", 'any', 2],
    ["${way} != '' and ${mood} < 2.5", 'all', 2],
    ["${day} > date('2018-01-31') or ${age} = -3", 'any', 2],
    ['contains(${way}, "l\'école")', 'all', 1],
  ]) {
    const read = conditions.readConditions(text)
    assert.equal(read?.join, join, text)
    assert.equal(read.conditions.length, count, text)
    assert.equal(conditions.writeConditions(read, kindOf), text)
  }
  for (const text of [
    '${a} = 1 and (${b} = 2 or ${c} = 3)',
    '${a} + 1 = 2',
    'count(${r}) > 1',
    '${a} = ${b}',
    '${a} =',
  ]) {
    assert.equal(conditions.readConditions(text), undefined, text)
  }
})

const relabelled = (draft, key, label) => ({
  ...draft,
  items: items.updateItem(draft.items, key, (item) => ({ ...item, label: { ...item.label, ...label } })),
})

test('changes of two people in different places are brought together, moves and additions included', () => {
  const base = draftOf(question('a'), group('g', question('b')), question('c'))
  const mine = relabelled(base, 'a', { fr: 'La mienne' })
  const moved = items.moveItem(base.items, 'c', { parent: 'g', index: 1 })
  const theirs = relabelled({ ...base, items: [...moved, question('d')] }, 'a', { nl: 'De hunne' })
  const { questionnaire, conflicts } = merge.mergeDrafts(base, mine, theirs)
  assert.deepEqual(conflicts, [])
  assert.deepEqual(shapeOf(questionnaire.items), ['a', ['g', 'b', 'c'], 'd'])
  assert.deepEqual(questionnaire.items[0].label, { fr: 'La mienne', nl: 'De hunne' })
})

test('one passage changed by both is a conflict that the person decides, and nothing is lost meanwhile', () => {
  const base = draftOf(question('a'), question('b'))
  const mine = relabelled(base, 'a', { fr: 'La mienne' })
  const theirs = relabelled(base, 'a', { fr: 'La leur' })
  const { questionnaire, conflicts } = merge.mergeDrafts(base, mine, theirs)
  assert.deepEqual(
    conflicts.map(({ name, path, mine: m, theirs: t }) => [name, path, m, t]),
    [['a', ['label', 'fr'], 'La mienne', 'La leur']],
  )
  assert.equal(questionnaire.items[0].label.fr, 'La mienne')
  const pick = new Map([[merge.idOfConflict(conflicts[0]), 'theirs']])
  assert.equal(merge.mergeDrafts(base, mine, theirs, pick).questionnaire.items[0].label.fr, 'La leur')
})

test('what I deleted and they changed stays until I decide', () => {
  const base = draftOf(question('a'), question('b'))
  const mine = { ...base, items: [base.items[1]] }
  const theirs = relabelled(base, 'a', { fr: 'Plus claire' })
  const { questionnaire, conflicts } = merge.mergeDrafts(base, mine, theirs)
  assert.equal(conflicts.length, 1)
  assert.deepEqual(shapeOf(questionnaire.items), ['a', 'b'])
})

/** A server that keeps one draft, and a journal in memory. */
function aServer(draft) {
  const server = { draft, revision: 1, online: true, done: new Map(), sent: 0 }
  const send = async ({ questionnaire, baseRevision, operationId }) => {
    server.sent++
    if (!server.online) return { kind: 'unreachable' }
    if (!server.done.has(operationId)) {
      if (baseRevision !== server.revision)
        return {
          kind: 'conflict',
          theirs: { questionnaire: server.draft, revision: server.revision, authorName: 'Ada' },
        }
      server.draft = questionnaire
      server.revision++
      server.done.set(operationId, server.revision)
    }
    if (server.losesAnswers) return { kind: 'unreachable' }
    return { kind: 'saved', revision: server.done.get(operationId), savedAt: '2018-03-14T10:00:00Z' }
  }
  const journal = { kept: undefined, read: () => journal.kept, write: (entry) => (journal.kept = entry) }
  const open = () => new store.DraftStore({ questionnaire: server.draft, revision: server.revision }, send, journal)
  return { server, journal, open }
}

test('a condition speaks of the moments of a question as its page does, named or not', () => {
  const draft = draftOf(
    question('mood', { kind: 'thenNow', label: { fr: 'Moral', nl: 'Moreel' }, nowLabel: { fr: 'Ces jours-ci' } }),
    question('next'),
  )
  const offered = (language) => operands.operandsBefore(draft, 'next', language).map(({ name, label }) => [name, label])
  assert.deepEqual(offered('fr'), [
    ['mood_then', 'Moral · Avant'],
    ['mood_now', 'Moral · Ces jours-ci'],
  ])
  assert.equal(offered('nl')[0][1], 'Moreel · Vroeger')
})

test('typing without a pause is undone at once, other changes one by one, and redo brings them back', async () => {
  const { open } = aServer(draftOf(question('a')))
  const one = open()
  for (const text of ['Q', 'Qu', 'Qui']) one.change((draft) => relabelled(draft, 'a', { fr: text }), 'label a')
  one.change((draft) => edits.deleteItem(draft, 'a'))
  one.undo()
  assert.equal(one.snapshot().questionnaire.items[0].label.fr, 'Qui')
  one.undo()
  assert.equal(one.snapshot().questionnaire.items[0].label.fr, 'Question a')
  assert.equal(one.snapshot().canUndo, false)
  one.redo()
  assert.equal(one.snapshot().questionnaire.items[0].label.fr, 'Qui')
  await one.flush()
})

test('what others saved meanwhile is joined, and undoing takes back only what is mine', async () => {
  const { server, open } = aServer(draftOf(question('a'), question('b')))
  const one = open()
  server.draft = relabelled(server.draft, 'b', { fr: 'De Ada' })
  server.revision++
  one.change((draft) => relabelled(draft, 'a', { fr: 'De moi' }))
  await one.flush()
  await one.flush()
  assert.deepEqual(
    server.draft.items.map((item) => item.label.fr),
    ['De moi', 'De Ada'],
  )
  assert.equal(one.snapshot().joined.authorName, 'Ada')
  one.undo()
  await one.flush()
  assert.deepEqual(
    server.draft.items.map((item) => item.label.fr),
    ['Question a', 'De Ada'],
  )
})

test('a save whose answer was lost is made once, also when the tab is closed in between', async () => {
  const { server, journal, open } = aServer(draftOf(question('a')))
  const one = open()
  server.losesAnswers = true
  one.change((draft) => relabelled(draft, 'a', { fr: 'Perdu en route' }))
  await one.flush()
  one.change((draft) => relabelled(draft, 'a', { fr: 'Perdu en route, puis la suite' }))
  await one.flush()
  assert.equal(server.revision, 2)
  assert.ok(journal.kept.sending, 'what is not known to have arrived is kept')
  server.losesAnswers = false
  const again = open()
  again.open()
  await again.flush()
  await again.flush()
  assert.equal(server.draft.items[0].label.fr, 'Perdu en route, puis la suite')
  assert.equal(server.revision, 3)
  assert.equal(again.snapshot().conflict, undefined)
  assert.equal(journal.kept, undefined)
  // The first tab would try again by itself.
  one.retry()
  await one.flush()
})

test('a translation typed letter by letter stays whole, and what somebody else wrote meanwhile is shown beside it', async () => {
  const { TranslationStore } = await load('translation-store.ts')
  const journal = { read: () => [], write: () => undefined }
  const sent = []
  const send = async (texts) => {
    sent.push(...texts)
    const faults = sent.length > 1 ? [{ path: texts[0].path, code: 'changedMeanwhile', current: 'Vraag van Ada' }] : []
    return { kind: 'saved', savedAt: '2018-03-14T10:00:00Z', faults }
  }
  const one = new TranslationStore(draftOf(question('a')), {}, 'nl', send, journal)
  const labelOf = () => one.snapshot().questionnaire.items[0].label.nl
  for (const text of ['V', 'Vr', 'Vraag a']) one.write('item/a/label', text, 'hash')
  assert.equal(labelOf(), 'Vraag a')
  await one.flush()
  assert.deepEqual(sent[0], { path: 'item/a/label', text: 'Vraag a', sourceHash: 'hash', was: '' })
  one.write('item/a/label', 'Vraag A', 'hash')
  await one.flush()
  assert.equal(sent[1].was, 'Vraag a')
  assert.equal(one.snapshot().status, 'conflict')
  assert.equal(labelOf(), 'Vraag A')
  one.settle('item/a/label', 'theirs', 'Vraag A', 'hash')
  assert.equal(labelOf(), 'Vraag van Ada')
})
