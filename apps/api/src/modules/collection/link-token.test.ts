import { isLinkToken, linkAddress, linkToken, newNonce } from './link-token.ts'

const SECRET = 'a secret of the tests'

describe('T62 Link guessing: tokens', () => {
  const tokens = Array.from({ length: 5000 }, () => linkToken(SECRET, newNonce()))

  test('no token comes twice, and every letter comes at every place', () => {
    expect(new Set(tokens).size).toBe(5000)
    for (let place = 0; place < 26; place++) expect(new Set(tokens.map((token) => token[place])).size).toBe(32)
  })

  test('it carries 130 bits: 26 letters of 32, each as likely as the others', () => {
    const counts = new Map<string, number>()
    for (const letter of tokens.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    const mean = (5000 * 26) / 32
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
    // 31 degrees of freedom: one run in a million goes over 80.
    expect([counts.size, chiSquare < 80]).toEqual([32, true])
  })

  test('the same nonce gives the same token, another secret another one', () => {
    const nonce = newNonce()
    expect(linkToken(SECRET, nonce)).toBe(linkToken(SECRET, nonce))
    expect(linkToken('another', nonce)).not.toBe(linkToken(SECRET, nonce))
  })

  test.each([
    ['a token', (token: string) => token, true],
    ['a shortened one', (token: string) => token.slice(1), false],
    ['in capitals', (token: string) => `${token.slice(0, -1)}A`, false],
    ['with a blank', (token: string) => ` ${token}`, false],
    ['a UUID', () => crypto.randomUUID(), false],
    ['an object', () => ({ toString: () => tokens[0] }), false],
  ])('%s has the shape of a token: %s', (_what, make, good) => expect(isLinkToken(make(tokens[0]!))).toBe(good))

  test('T67 Token leak: in the address it stands behind the mark that browsers send to nobody', () => {
    const { pathname, search, hash } = new URL(linkAddress('https://vises.test', tokens[0]!))
    expect([pathname, search, hash]).toEqual(['/q/', '', `#${tokens[0]}`])
  })
})
