import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './load.mjs'

const { digitOn, readNumber, stepsOf, writeNumber } = await load('q/asking/numbers.ts')
const { richOf, plainText } = await load('q/asking/rich.ts')
const { findIn } = await load('q/asking/find.ts')
const language = await load('q/language.ts')
const secret = await load('q/keep/secret.ts')
const { pauseBefore, sendOnce, sendWhole } = await load('q/send/sender.ts')
const { Files } = await load('q/send/files.ts')
const { Session } = await load('q/asking/session.ts')
const { asText } = await load('q/asking/as-text.ts')
const { unseenIn } = await load('q/asking/unseen.ts')
const { wordsIn } = await load('q/words.ts')
const { dayInWords } = await load('q/days.ts')
const { compile } = await load('../../../packages/questionnaire/src/compile.ts')

test('a number is read as people write it', () => {
  for (const [written, read] of [
    ['', undefined],
    ['  ', undefined],
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['-3', -3],
    ['1 234,5', 1234.5],
    ['1\u202f234', 1234],
    ['1.234,50', 1234.5],
    ['1,234.5', 1234.5],
    ['.5', 0.5],
    ['12 km', Number.NaN],
    ['1,2,3', Number.NaN],
    ['douze', Number.NaN],
    ['1e3', Number.NaN],
  ])
    assert.ok(Object.is(readNumber(written), read), `${written}: ${readNumber(written)}`)
  assert.equal(readNumber('1.000', true), 1000, 'a thousand where whole numbers are asked')
  assert.equal(readNumber('1.000'), 1)
  assert.equal(writeNumber(1234.5, 'fr'), '1234,5')
  assert.equal(readNumber(writeNumber(1234.5, 'nl')), 1234.5)
})

test('digits choose on a scale, ten by two keys', () => {
  const steps = stepsOf()
  assert.deepEqual(steps, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const one = digitOn(steps, '1', '')
  assert.deepEqual(one, { step: 1, typed: '1' })
  assert.deepEqual(digitOn(steps, '0', one.typed), { step: 10, typed: '10' })
  assert.deepEqual(digitOn(steps, '7', '1'), { step: 7, typed: '7' }, 'seventeen is not on it: seven is meant')
  assert.deepEqual(digitOn(stepsOf(1, 5), '9', ''), { typed: '' })
})

test('the page counts and dates as its readers do, in plain words where there are some', () => {
  const time = { minutes: 1, questions: 2 }
  assert.equal(wordsIn('fr', false)('start.time', time), 'Environ 1 minute, 2 questions')
  assert.equal(wordsIn('nl', false)('start.time', { minutes: 2, questions: 1 }), 'Ongeveer 2 minuten, 1 vraag')
  assert.equal(
    wordsIn('fr', false)('review.open', { count: 0 }).includes('une question'),
    true,
    'zero is one in French',
  )
  assert.equal(wordsIn('fr', true)('start.anonymous'), 'Personne ne voit votre nom')
  assert.equal(wordsIn('fr', true)('start.go'), 'Commencer', 'what has no plainer words keeps its own')
  assert.equal(wordsIn('en', false)('letters', { count: 1234, max: 20000 }), '1,234 of 20,000 characters')
  assert.equal(dayInWords('2018-02-01', 'fr'), '1er février 2018')
  assert.equal(dayInWords('2018-12-20', 'en'), '20 December 2018')
  assert.equal(dayInWords('soon', 'nl'), 'soon')
})

test('the marking of workbooks is read, and nothing else', () => {
  assert.deepEqual(richOf('a **b** c'), ['a ', { kind: 'strong', text: 'b' }, ' c'])
  assert.deepEqual(richOf('un_mot_entier'), ['un_mot_entier'])
  assert.deepEqual(richOf('<img onerror=x>'), ['<img onerror=x>'])
  assert.deepEqual(richOf('[x](javascript:alert(1))'), ['[x](javascript:alert(1))'])
  assert.equal(plainText('**Un**\n*deux*'), 'Un deux')
})

test('a place is found without accents, what begins so first', () => {
  const list = ['Beauraing', 'Liège', 'Saint-Liégeois', 'Ville de Liège'].map((text) => ({ text }))
  assert.deepEqual(
    findIn(list, 'liege').map(({ text }) => text),
    ['Liège', 'Saint-Liégeois', 'Ville de Liège'],
  )
  assert.deepEqual(findIn(list, 'zz'), [])
  assert.equal(findIn(list, '').length, 4)
})

test('languages are called by themselves, chosen by the device, written in their direction', () => {
  const { chooseLanguage, directionOf, ownName, sayIn, speechFor, spoken } = language
  assert.equal(ownName('nl'), 'Nederlands')
  assert.equal(ownName('pl'), 'Polski')
  assert.equal(ownName('not a tag'), 'not a tag')
  assert.deepEqual(spoken(['fr', 'fr-x-plain', 'nl']), ['fr', 'nl'])
  assert.equal(directionOf('ar'), 'rtl')
  assert.equal(directionOf('fr-x-plain'), 'ltr')
  assert.equal(chooseLanguage(['fr', 'nl'], ['de-BE', 'nl-BE']), 'nl')
  assert.equal(chooseLanguage(['fr', 'nl'], ['de']), 'fr')
  assert.equal(speechFor('ar', ['nl-BE', 'fr']), 'nl')
  assert.equal(speechFor('wa', ['nl']), 'fr', 'the neighbour of the language before the language of the device')
  assert.deepEqual(sayIn({ fr: 'a', 'fr-x-plain': 'b' }, 'fr-x-plain', 'fr'), { text: 'b', language: 'fr-x-plain' })
  assert.deepEqual(sayIn({ fr: 'a', nl: '' }, 'nl', 'fr'), { text: 'a', language: 'fr' })
  assert.equal(sayIn({}, 'nl', 'fr'), undefined)
})

test('a draft opens with its secret only, and tells when it was changed', async () => {
  const own = await secret.deriveSecret('a secret of one', 'test')
  const other = await secret.deriveSecret('a secret of two', 'test')
  assert.equal(own.name.length, 43)
  assert.notEqual(own.name, other.name)
  assert.notEqual(own.name, (await secret.deriveSecret('a secret of one', 'another purpose')).name)
  const packed = secret.pack(await secret.sealJson(own, { a: 'é' }))
  assert.deepEqual(await secret.unsealJson(own, secret.unpack(packed)), { a: 'é' })
  await assert.rejects(secret.unsealJson(other, secret.unpack(packed)))
  const broken = packed.slice(0, 20) + (packed[20] === 'A' ? 'B' : 'A') + packed.slice(21)
  await assert.rejects(secret.unsealJson(own, secret.unpack(broken)))
  assert.match(secret.newId(), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  assert.match(secret.newSecret(), /^[\w-]{43}$/)
})

test('sending goes on through a lost connection and a busy server, and stops at the first answer', async () => {
  const outcomes = [{ kind: 'later', offline: true }, { kind: 'later', offline: false, after: 7 }, { kind: 'accepted' }]
  const waited = []
  const outcome = await sendOnce(
    async () => outcomes.shift(),
    async (seconds, offline) => void waited.push([seconds, offline]),
  )
  assert.deepEqual(outcome, { kind: 'accepted' })
  assert.equal(outcomes.length, 0)
  assert.deepEqual(
    waited.map(([, offline]) => offline),
    [true, false],
  )
  assert.ok(waited[1][0] >= 7 * 0.8 && waited[1][0] <= 7 * 1.2, 'what the server asks for')
  assert.equal(
    pauseBefore(3, undefined, () => 0.5),
    8,
  )
  assert.equal(
    pauseBefore(50, undefined, () => 0.5),
    60,
    'never much longer than a minute',
  )
})

test('a file that the server had let go leaves once more with its answer; one that it has does not', async (t) => {
  const asked = []
  let made = 0
  let forgotten = true
  t.mock.method(globalThis, 'fetch', async (address, { body }) => {
    const door = address.split('/').at(-1)
    if (door === 'file') {
      asked.push(door)
      return Response.json({ id: `there-${++made}`, name: 'photo.jpg', type: 'image/jpeg', bytes: 3 }, { status: 201 })
    }
    const { id } = JSON.parse(body).answers.visits[0].photo
    asked.push(id)
    if (!forgotten) return Response.json({ accepted: true })
    forgotten = false
    const paths = [{ path: 'visits[0].photo', code: 'fileUnknown' }]
    return Response.json({ problem: 'invalid', paths }, { status: 422 })
  })
  const files = new Files()
  const photo = await files.add('photo.jpg', new Blob(['abc'], { type: 'image/jpeg' }))
  const submission = { token: 'a-token', id: 'an-id', version: 1, language: 'fr', answers: { visits: [{ photo }] } }
  const kept = []
  const send = () => sendWhole(submission, undefined, files, async () => kept.push(files.arrived[photo.id]?.id))
  assert.deepEqual(await send(), { kind: 'accepted' })
  assert.deepEqual(asked, ['file', 'there-1', 'file', 'there-2'])
  assert.deepEqual(kept, ['there-1', 'there-2'])
  assert.deepEqual(await send(), { kind: 'accepted' }, 'again, its acknowledgement lost')
  assert.deepEqual(asked.slice(4), ['there-2'])
})

// The page asks the browser for its languages; Node before 21 has none.
globalThis.navigator ??= { languages: ['fr-BE'] }

const T = (fr) => ({ fr })
const questionnaire = {
  title: T('Essai'),
  baseLanguage: 'fr',
  languages: ['fr', 'nl', 'fr-x-plain'],
  choiceLists: { help: [{ name: 'pairs', label: T('le binôme') }] },
  items: [
    { key: 'agree', kind: 'consent', label: T('D’accord ?'), required: true },
    { key: 'hello', kind: 'note', label: T('Bonjour') },
    { key: 'changed', kind: 'yesNo', label: T('Un changement ?') },
    { key: 'which', kind: 'longText', label: T('Lequel ?'), relevant: "${changed} = 'yes'" },
    {
      key: 'home',
      kind: 'group',
      label: T('Logement'),
      items: [
        { key: 'garden', kind: 'yesNo', label: T('Jardin ?') },
        { key: 'rooms', kind: 'integer', label: T('Pièces ?'), min: 1 },
      ],
    },
    {
      key: 'long',
      kind: 'group',
      label: T('Longue partie'),
      items: ['a', 'b', 'c', 'd'].map((key) => ({ key, kind: 'agreement', label: T(key) })),
    },
    { key: 'kids', kind: 'repeat', label: T('Enfant'), items: [{ key: 'age', kind: 'integer', label: T('Âge') }] },
    { key: 'clock', kind: 'hidden', default: '1' },
    { key: 'help', kind: 'single', choices: 'help', other: true, label: T('Quelle aide ?') },
  ],
}
const compiled = compile(questionnaire)
const kept = { language: 'fr', plain: false, at: 'start', seconds: 0 }
const newSession = (mode = 'answer', more = {}) =>
  new Session(compiled, mode, questionnaire.languages, { ...kept, ...more })
const idsOf = (session) => session.screens.map(({ id }) => id)

test('one question at a time, short groups together, follow-ups and notes beside their question', () => {
  const session = newSession()
  assert.deepEqual(idsOf(session), ['agree', 'hello', 'home', 'a', 'b', 'c', 'd', 'kids', 'help'])
  const keysOn = (id) => session.questions(session.screens.find((screen) => screen.id === id)).map(({ path }) => path)
  assert.deepEqual(keysOn('hello'), ['changed'])
  session.answer('changed', 'yes')
  assert.deepEqual(keysOn('hello'), ['changed', 'which'])
  assert.deepEqual(keysOn('home'), ['garden', 'rooms'])
  assert.deepEqual(
    session.screens.find(({ id }) => id === 'a').within.map(({ key }) => key),
    ['long'],
  )
  assert.deepEqual(idsOf(newSession('paper')), ['agree'], 'paper is typed on one page')
})

test('what hangs on a consent is counted before it is given, and no more once it is refused', () => {
  const page = { key: 'rest', kind: 'page', relevant: "${agree} = 'yes'", items: questionnaire.items.slice(2, 3) }
  const gated = compile({ ...questionnaire, items: [questionnaire.items[0], page] })
  const session = new Session(gated, 'answer', questionnaire.languages, kept)
  assert.equal(session.questions().length, 1, 'one is asked so far')
  assert.equal(session.screensAhead, 2)
  session.answer('agree', 'yes')
  assert.equal(session.screensAhead, 2)
  session.answer('agree', 'no')
  assert.equal(session.screensAhead, 1)
})

test('the way on stops once at what is missing, and can be passed; the review leads back to it', () => {
  const session = newSession()
  session.begin()
  assert.equal(session.next(), false)
  assert.equal(session.shownFault('agree'), 'required')
  assert.equal(session.next(true), true)
  assert.deepEqual(session.at, { screen: 'hello' })
  session.back()
  assert.deepEqual(session.at, { screen: 'agree' })
  session.go('review')
  assert.deepEqual(
    session.faults().map(({ path }) => path),
    ['agree'],
  )
  session.toQuestion('agree')
  session.answer('agree', 'yes')
  session.next()
  assert.equal(session.at, 'review')
})

test('without the consent that is needed, nothing is asked and nothing is sent', () => {
  const session = newSession()
  session.begin()
  session.answer('agree', 'no')
  session.next()
  assert.equal(session.at, 'withheld')
  session.go('review')
  assert.equal(session.at, 'withheld')
  session.back()
  assert.deepEqual(session.at, { screen: 'agree' })
})

test('a change of language or wording keeps answers and place; what cannot be read is no answer', () => {
  const session = newSession()
  session.begin()
  session.answer('agree', 'yes')
  session.answer('rooms', 3)
  session.speak('fr', true)
  assert.equal(session.tag, 'fr-x-plain')
  session.speak('nl', true)
  assert.equal(session.tag, 'nl', 'there is no plain Dutch')
  assert.deepEqual(session.at, { screen: 'agree' })
  assert.equal(session.form.answers().rooms, 3)
  session.cannotRead('rooms')
  assert.equal(session.faultOf('rooms'), 'unreadable')
  assert.equal('rooms' in session.form.answers(), false)
  session.answer('rooms', 0)
  assert.equal(session.faultOf('rooms'), 'belowMin')
})

test('the preview says why there is nothing to see of an item', () => {
  const items = [
    { key: 'who', kind: 'integer', label: T('Combien ?') },
    { key: 'sum', kind: 'calculated', calculation: '${who} * 2' },
    { key: 'told', kind: 'calculated', calculation: '${who} * 2', label: T('Le double') },
    { key: 'source', kind: 'hidden', default: "'web'" },
    { key: 'part', kind: 'group', items: [] },
    { key: 'why', kind: 'longText', label: T('Pourquoi ?'), relevant: '${who} > 3' },
  ]
  const session = new Session(compile({ ...questionnaire, items }), 'preview', questionnaire.languages, kept)
  const said = Object.fromEntries(items.map(({ key }) => [key, unseenIn(session, key)]))
  assert.deepEqual(said, {
    who: undefined,
    sum: 'calculated',
    told: undefined,
    source: 'hidden',
    part: 'empty',
    why: 'notAsked',
  })
})

test('a questionnaire that changed meanwhile keeps the answers to what it still asks', () => {
  const session = newSession()
  session.answer('help', 'other')
  session.answer('help_other', 'le calme')
  session.go({ screen: 'home' })
  const shorter = compile({ ...questionnaire, items: questionnaire.items.filter(({ key }) => key !== 'home') })
  session.change(shorter)
  assert.equal(session.form.answers().help_other, 'le calme')
  assert.equal(session.at, 'start', 'the screen is gone')
})

test('what was written can be taken along as a text', () => {
  const session = newSession()
  session.answer('agree', 'yes')
  session.answer('help', 'other')
  session.answer('help_other', 'le calme')
  session.addRow('kids')
  session.answer('kids[0].age', 4)
  assert.equal(
    asText(session.reading, session.form),
    'Essai\n\nD’accord ?\n- J’accepte\n\n1. Âge\n- 4\n\nQuelle aide ?\n- Autre\u00a0: le calme',
  )
})
