import { gather } from './gather.ts'

/** A look-up that says what it was asked, each time. */
function aLookUp() {
  const groups: string[][] = []
  const question = gather(async (keys) => {
    groups.push(keys)
    return new Map(keys.map((key) => [key, `${key}${groups.length}`]))
  })
  return { groups, question }
}

test('nothing is looked up before an answer is wanted', () => {
  const { groups, question } = aLookUp()
  question('a')
  expect(groups).toEqual([])
})

test('whoever wants an answer first takes along all that wait, each key once', async () => {
  const { groups, question } = aLookUp()
  const [a, b, again] = [question('a'), question('b'), question('a')]
  expect(await b()).toBe('b1')
  expect(await Promise.all([a(), again(), b()])).toEqual(['a1', 'a1', 'b1'])
  expect(groups).toEqual([['a', 'b']])
})

test('a question put after a look-up has left is not answered by it', async () => {
  const { groups, question } = aLookUp()
  const first = question('a')()
  const second = question('a')
  expect([await first, await second()]).toEqual(['a1', 'a2'])
  expect(groups).toEqual([['a'], ['a']])
})

test('a look-up that fails fails for all it was for, and for nobody else', async () => {
  let broken = true
  const question = gather(async (keys) => {
    if (broken) throw new Error('no database')
    return new Map(keys.map((key) => [key, key]))
  })
  const [a, b] = [question('a'), question('b')]
  await expect(a()).rejects.toThrow('no database')
  broken = false
  await expect(b()).rejects.toThrow('no database')
  expect(await question('b')()).toBe('b')
})
