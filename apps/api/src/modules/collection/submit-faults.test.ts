import { aWorld } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { aLink, aPage, aSheet, aSubmission, aWave, responsesOf } from './test-builders.ts'
import type { PageOfTest } from './test-builders.ts'

let world: World
let page: PageOfTest
beforeAll(async () => {
  world = await aWorld()
  page = await aPage(world)
}, 60_000)
afterAll(async () => {
  await page?.close()
  await world?.close()
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends the same words until they are taken, as a phone does; tells how often it had to. */
async function sendUntilTaken(
  body: Record<string, unknown>,
  impatient: boolean,
): Promise<{ id: unknown; tries: number }> {
  for (let tries = 1; tries < 500; tries++) {
    try {
      const response = await fetch(`${page.site.url}/api/q/submit`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': `81.7.${tries & 255}.${Math.floor(Math.random() * 255)}`,
        },
        body: JSON.stringify(body),
        // The phone loses its network at any moment between request and answer.
        signal: impatient && tries < 6 ? AbortSignal.timeout(Math.random() * 25) : undefined,
      })
      if (((await response.json()) as { accepted?: boolean }).accepted) return { id: body['id'], tries }
    } catch {
      // no answer
    }
    await wait(5 + Math.random() * 20)
  }
  throw new Error('never taken')
}

describe('T92 Autosave kill: answers', () => {
  test('that are cut off on the way and sent again are stored once each, those of links that work once too', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const { tokens } = await aSheet(world, wave, 60)
    const bodies = [...Array.from({ length: 60 }, () => token), ...tokens].map((one) => aSubmission(one))
    const sent = await Promise.all(bodies.map((body) => sendUntilTaken(body, true)))
    expect(sent.some(({ tries }) => tries > 1)).toBe(true)
    const stored = await responsesOf(world, wave.waveId)
    expect(stored.map(({ id }) => id).sort()).toEqual(bodies.map(({ id }) => id).sort())
    const { rows } = await world.root.query(
      `SELECT (SELECT bit_count(spent)::int FROM wave_spent WHERE wave_id = $1) AS spent,
         (SELECT count(*)::int FROM response_pending WHERE wave_id = $1) AS waiting`,
      [wave.waveId],
    )
    expect(rows).toEqual([{ spent: 60, waiting: 120 }])
  }, 60_000)

  test('whose connections to the database are ended again and again are stored once each, and nobody is told wrong', async () => {
    const wave = await aWave(world, { settings: { quota: 100 } })
    const { token } = await aLink(world, wave)
    const bodies = Array.from({ length: 100 }, () => aSubmission(token))
    const state = { over: false }
    let ended = 0
    const ending = (async () => {
      while (!state.over) {
        const { rowCount } = await world.root.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vises-api' AND datname = current_database()`,
        )
        ended += rowCount ?? 0
        await wait(50)
      }
    })()
    await Promise.all(bodies.map((body) => sendUntilTaken(body, false)))
    state.over = true
    await ending
    expect(ended).toBeGreaterThan(5)
    expect((await responsesOf(world, wave.waveId)).map(({ id }) => id).sort()).toEqual(
      bodies.map(({ id }) => id).sort(),
    )
    const { rows } = await world.root.query('SELECT accepted FROM wave WHERE id = $1', [wave.waveId])
    expect(rows).toEqual([{ accepted: 100 }])
  }, 60_000)
})
