import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { runnerImport } from 'vite'

// What the map of places draws, without a screen.
const folder = path.resolve(import.meta.dirname, '../src/results/map')
const load = async (file) => (await runnerImport(path.join(folder, file))).module
const [map, area, reference] = await Promise.all([
  load('place-circles.ts'),
  load('project-area.ts'),
  load('../../../../../apps/api/src/modules/programme/data/territories.ts'),
])

const cell = (count, ...values) => ({ values, count, share: null, from: null, to: null, largest: null, atLeast: null })
/** The whole area. */
const whole = map.frameOf([])
const line = (...cells) => ({ by: '', groups: [], part: '', cells, ranks: [], words: [] })

test('every territory of the programme has its middle on the sheet, near that of what it lies in', () => {
  const byCode = new Map(reference.territories.map((one) => [one.code, one]))
  assert.deepEqual(Object.keys(area.CENTRES).toSorted(), [...byCode.keys()].toSorted())
  for (const [code, { parent }] of byCode) {
    const { x, y } = map.spotOf(area.CENTRES[code], whole)
    assert.ok(x > 0 && x < map.SHEET.width && y > 0 && y < map.SHEET.height, code)
    if (!parent) continue
    const other = map.spotOf(area.CENTRES[parent], whole)
    assert.ok(Math.hypot(x - other.x, y - other.y) < 180, `${code} is far from ${parent}`)
  }
})

test('Lille lies west of Charleroi and north of it, as on any map', () => {
  const [lille, charleroi] = ['FR-595', 'BE-52'].map((code) => map.spotOf(area.CENTRES[code], whole))
  assert.ok(lille.x < charleroi.x && lille.y < charleroi.y)
})

test('a circle is as large as its count: four times as many answers, twice as wide', () => {
  const told = line(cell(40, 'BE-52'), cell(10, 'BE-53'), cell(7, '@others'))
  const most = map.mostOf([told])
  assert.equal(most, 40)
  const [charleroi, mons] = map.circlesOf(told, most, whole)
  assert.deepEqual([charleroi.value, charleroi.count, mons.value, mons.count], ['BE-52', 40, 'BE-53', 10])
  assert.equal(charleroi.radius, 2 * mons.radius)
  const [alone] = map.circlesOf(line(cell(10, 'BE-53')), most, whole)
  assert.equal(alone.radius, mons.radius, 'the map of a group is drawn to the same scale')
})

test('what may not be told by itself has no circle: sums, secrets, and places that the map does not know', () => {
  const told = line(cell(29, 'BE-52'), cell(17, 'BE-53', '@others'), cell(null, 'BE-57'), cell(9, 'Atlantis'))
  assert.deepEqual(
    map.circlesOf(told, 29, whole).map(({ value }) => value),
    ['BE-52'],
  )
  assert.deepEqual(
    map.besidesMap(told).map(({ values }) => values),
    [['BE-53', '@others'], ['BE-57'], ['Atlantis']],
  )
  assert.deepEqual(
    map.untoldPlaces([{ value: 'BE-52' }, { value: 'BE-53' }, { value: 'BE-57' }, { value: 'BE-91' }], told),
    ['BE-53', 'BE-57', 'BE-91'],
  )
})

test('nothing told: no circle, no error', () => {
  assert.equal(map.mostOf([line()]), 0)
  assert.deepEqual(map.circlesOf(line(cell(12, 'Atlantis')), 0, whole), [])
  assert.equal(map.radiusOf(0, 0), 0)
})

test('a map comes closer to where the answers are, the same for all groups, and never so close that nothing is around', () => {
  const lines = [line(cell(40, 'BE-34'), cell(8, 'FR-595')), line(cell(9, 'BE-57'))]
  const frame = map.frameOf(lines)
  assert.ok(frame.degree > 2 * whole.degree)
  for (const { x, y } of lines.flatMap((one) => map.circlesOf(one, 40, frame)))
    assert.ok(x > 100 && x < map.SHEET.width - 100 && y > 100 && y < map.SHEET.height - 100)
  assert.equal(map.frameOf([line(cell(40, 'BE-34'))]).degree, map.SHEET.height / 1.1)
  assert.ok(map.frameOf([line(cell(9, 'BE-31'), cell(9, 'FR-51'), cell(9, 'BE-81'), cell(9, 'FR-80'))]).degree < 180)
})

test('names stand beside their circles and never on another name or off the sheet', () => {
  const codes = Object.keys(area.CENTRES)
  const circles = map.circlesOf(line(...codes.map((code, index) => cell(5 + index, code))), 70, whole)
  const names = map.namesOf(circles, (value) => `Territoire ${value}`)
  assert.ok(names.length > 3 && names.length < codes.length)
  const boxes = names.map(({ value, x, y, anchor }) => {
    const width = `Territoire ${value}`.length * 9.5
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
    return { left, right: left + width, top: y - 15, bottom: y + 5 }
  })
  for (const [index, one] of boxes.entries()) {
    assert.ok(one.left >= 0 && one.right <= map.SHEET.width)
    for (const other of boxes.slice(index + 1))
      assert.ok(
        one.left >= other.right || other.left >= one.right || one.top >= other.bottom || other.top >= one.bottom,
      )
  }
})
