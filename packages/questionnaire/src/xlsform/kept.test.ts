import { keep, readKept, restore, same, writeKept } from './kept.ts'

describe('what is kept of a row', () => {
  it('is only what the plain row does not say', () => {
    const plain = { key: 'q', kind: 'single', choices: 'l', label: { fr: 'Q' } }
    expect(keep(plain, plain)).toBeUndefined()
    const item = { key: 'q', kind: 'agreement', label: { fr: 'Q' }, declinable: false }
    const kept = keep(item, plain)!
    expect(kept).toEqual({
      is: { kind: 'agreement', choices: null, declinable: false },
      was: { kind: 'single', choices: 'l' },
    })
    expect(restore(plain, readKept(writeKept(kept))!)).toEqual(item)
  })

  it('gives way, property by property, to what somebody wrote since', () => {
    const kept = { is: { hint: { fr: 'ours' }, min: 1 }, was: { hint: { fr: 'written' } } }
    expect(restore({ kind: 'scale', hint: { fr: 'changed' } }, kept)).toEqual({
      kind: 'scale',
      hint: { fr: 'changed' },
      min: 1,
    })
    expect(restore({ kind: 'scale', min: 3 }, kept)).toEqual({ kind: 'scale', min: 3 })
  })

  it('is nothing when the row became another kind, though a group is a page or not by where it stands', () => {
    const kept = { is: { kind: 'matrix' }, was: { kind: 'page' } }
    expect(restore({ kind: 'group' }, kept)).toEqual({ kind: 'matrix' })
    expect(restore({ kind: 'repeat' }, kept)).toBeUndefined()
  })

  it.each([
    [{ a: [1, { b: undefined }] }, { a: [1, {}] }, true],
    [{ a: 1 }, { a: '1' }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [null, {}, false],
  ])('knows whether %j and %j say the same', (one, other, expected) => {
    expect(same(one, other)).toBe(expected)
  })
})
