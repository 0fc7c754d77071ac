import { deflateSync } from 'node:zlib'
import { aPartner, anActor, aWorld } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { aServer } from '../cohort/test-builders.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import { MOST_MEDIA_BYTES } from './keep-media.ts'
import { aDraft, aQuestion, aQuestionnaire, aTemplate, look, publish } from './test-builders.ts'

let world: World
let server: Awaited<ReturnType<typeof aServer>>
let enterprise: EnterpriseOfTest
beforeAll(async () => {
  world = await aWorld()
  server = await aServer(world)
  enterprise = await anEnterprise(world)
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const chunk = (name: string, content: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content, Buffer.alloc(4)])
}
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010806000000', 'hex')),
  chunk('tEXt', Buffer.from('Author\0CANARY', 'latin1')),
  chunk('IDAT', deflateSync(Buffer.alloc(5))),
  chunk('IEND', Buffer.alloc(0)),
])
/** Silence, as long as asked. */
const aWav = (bytes: number) => {
  const head = Buffer.from(
    'RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0',
    'latin1',
  )
  head.writeUInt32LE(36 + bytes, 4)
  head.writeUInt32LE(bytes, 40)
  return Buffer.concat([head, Buffer.from(Array.from({ length: bytes }, (_, at) => at % 251))])
}
const MP4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp42', 'latin1'), Buffer.alloc(64)])

const upload = (actor: Actor | undefined, id: string, kind: string, body: Buffer, type = 'application/octet-stream') =>
  server.ask(actor, `/api/questionnaires/${id}/media?kind=${kind}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': type },
  })
const read = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  server.ask(undefined, address, { method, headers })
const json = async (response: Response) => (await response.json()) as Record<string, any>
const kept = async (actor: Actor, id: string, kind: string, body: Buffer): Promise<string> => {
  const response = await upload(actor, id, kind, body)
  expect(response.status).toBe(201)
  return (await json(response))['address']
}

describe('a picture, sound or film for a question', () => {
  test('is kept without what the camera wrote, and everybody who knows its address sees it, without a cookie', async () => {
    const { id } = await aQuestionnaire(world, enterprise)
    const response = await upload(enterprise.contributor, id, 'image', PNG)
    expect(response.status).toBe(201)
    const { address, type, bytes } = await json(response)
    expect(address).toMatch(/^\/api\/q\/media\/[0-9a-f-]{36}$/)
    const seen = await read(address)
    const picture = Buffer.from(await seen.arrayBuffer())
    expect([seen.status, seen.headers.get('content-type'), picture.length]).toEqual([200, type, bytes])
    expect(picture.includes('CANARY')).toBe(false)
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(seen.headers.get('set-cookie')).toBeNull()
  })

  test('is what it is by its content, not by its name: what can carry a script or is too large is refused', async () => {
    const { id } = await aQuestionnaire(world, enterprise)
    const outcome = async (kind: string, body: Buffer, type?: string) => {
      const response = await upload(enterprise.manager, id, kind, body, type)
      return [response.status, (await json(response))['error'] ?? 'taken']
    }
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    expect(await outcome('image', svg)).toEqual([415, 'FILE_TYPE'])
    expect(await outcome('image', Buffer.from('<html><script>'))).toEqual([415, 'FILE_TYPE'])
    expect(await outcome('image', PNG.subarray(0, 60))).toEqual([415, 'FILE_TYPE'])
    expect(await outcome('image', MP4)).toEqual([415, 'FILE_TYPE'])
    expect(await outcome('audio', MP4)).toEqual([415, 'FILE_TYPE'])
    expect(await outcome('image', PNG, 'text/html')).toEqual([415, 'FILE_TYPE'])
    expect(await outcome('image', Buffer.alloc(0))).toEqual([422, 'EMPTY'])
    expect(await outcome('audio', aWav(10_000_001))).toEqual([413, 'FILE_TOO_LARGE'])
    expect(await outcome('video', Buffer.concat([MP4, Buffer.alloc(25_000_000)]))).toEqual([413, 'FILE_TOO_LARGE'])
    expect(await outcome('constructor', PNG)).toEqual([400, 'BAD_INPUT'])
    expect(await outcome('video', MP4)).toEqual([201, 'taken'])
  })

  test('is read in parts where a player asks for parts, and every part is the right one', async () => {
    const { id } = await aQuestionnaire(world, enterprise)
    const wav = aWav(700_000)
    const address = await kept(enterprise.manager, id, 'audio', wav)
    const whole = await read(address)
    expect(Buffer.from(await whole.arrayBuffer()).equals(wav)).toBe(true)
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    for (const [range, from, to] of [
      ['bytes=0-1', 0, 1],
      ['bytes=262140-262150', 262_140, 262_150],
      ['bytes=300000-', 300_000, wav.length - 1],
      ['bytes=-10', wav.length - 10, wav.length - 1],
    ] as const) {
      const part = await read(address, { range })
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/${wav.length}`])
      expect(Buffer.from(await part.arrayBuffer()).equals(wav.subarray(from, to + 1))).toBe(true)
    }
    expect((await read(address, { range: `bytes=${wav.length}-` })).status).toBe(416)
    const head = await read(address, {}, 'HEAD')
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(wav.length)])
  })

  test('comes from who writes the questionnaire only; all others see nothing there', async () => {
    const { id } = await aQuestionnaire(world, enterprise)
    const template = await aTemplate(world, enterprise.coach)
    const neighbour = await anEnterprise(world, { partner: enterprise.partner })
    const stranger = await anActor(world, 'partnerAdmin', { partner: await aPartner(world) })
    const absent = await upload(enterprise.manager, newId(), 'image', PNG)
    expect(absent.status).toBe(404)
    const nothing = await absent.text()
    for (const [actor, questionnaire] of [
      [enterprise.coach, id],
      [neighbour.manager, id],
      [stranger, id],
      [stranger, template.id],
      [enterprise.manager, template.id],
      [enterprise.manager, 'x'],
    ] as const) {
      const response = await upload(actor, questionnaire, 'image', PNG)
      expect([response.status, await response.text()]).toEqual([404, nothing])
    }
    expect((await upload(undefined, id, 'image', PNG)).status).toBe(401)
    expect((await upload(enterprise.coach, template.id, 'image', PNG)).status).toBe(201)
    for (const address of [`/api/q/media/${newId()}`, '/api/q/media/x', '/api/q/media/..%2f..'])
      expect((await read(address)).status).toBe(404)
  })

  test('finds no more room once an enterprise keeps its most; its neighbours do', async () => {
    const own = await anEnterprise(world)
    const { id } = await aQuestionnaire(world, own)
    await kept(own.manager, id, 'image', PNG)
    await world.root.query('UPDATE questionnaire_media SET bytes = $2 WHERE enterprise_id = $1', [
      own.id,
      MOST_MEDIA_BYTES - 10,
    ])
    const full = await upload(own.manager, id, 'image', PNG)
    expect([full.status, await json(full)]).toEqual([409, { error: 'FULL' }])
    const neighbour = await anEnterprise(world, { partner: own.partner })
    await kept(neighbour.manager, (await aQuestionnaire(world, neighbour)).id, 'image', PNG)
  })

  test('is an enterprise’s own where its people keep it: the database refuses them a file of the templates', async () => {
    const database = await world.root.connect()
    const keep = (owner: string | null) =>
      database.query(
        `BEGIN; SET LOCAL ROLE vises_app; SET LOCAL app.partner_id = '${enterprise.partner.id}';
         SET LOCAL app.enterprise_id = '${enterprise.id}';
         INSERT INTO questionnaire_media (partner_id, id, enterprise_id, media_type, bytes, content, created_by_name)
         VALUES ('${enterprise.partner.id}', '${newId()}', ${owner ? `'${owner}'` : 'NULL'}, 'image/png', 1, '\\x00', 'A')`,
      )
    const after = () => database.query('ROLLBACK')
    const neighbour = await anEnterprise(world, { partner: enterprise.partner })
    for (const other of [null, neighbour.id])
      await expect(keep(other).finally(after)).rejects.toMatchObject({ code: '42501' })
    await keep(enterprise.id).finally(after)
    database.release()
  })

  test('stands for good: neither the API changes it nor does a move to another partner lose it', async () => {
    const own = await anEnterprise(world)
    const { id } = await aQuestionnaire(world, own)
    const address = await kept(own.manager, id, 'image', PNG)
    for (const deed of ['UPDATE questionnaire_media SET bytes = 1', 'DELETE FROM questionnaire_media'])
      await expect(world.owner.query(`SET ROLE vises_app; ${deed}; RESET ROLE`)).rejects.toMatchObject({
        code: '42501',
      })
    const elsewhere = await aPartner(world)
    await world.root.query('UPDATE enterprise SET partner_id = $2 WHERE id = $1', [own.id, elsewhere.id])
    expect((await read(address)).status).toBe(200)
    const { rows } = await world.root.query('SELECT partner_id FROM questionnaire_media WHERE enterprise_id = $1', [
      own.id,
    ])
    expect(rows).toEqual([{ partner_id: elsewhere.id }])
  })
})

describe('a questionnaire with files', () => {
  const withPicture = (image: string) =>
    aDraft([aQuestion('first', { media: { image: { fr: image }, alt: { fr: 'Le jardin', nl: 'De tuin' } } })])

  test('is not published while one of them is only a name, or was never kept here', async () => {
    for (const image of ['plan.png', `/api/q/media/${crypto.randomUUID()}`]) {
      const made = await aQuestionnaire(world, enterprise, withPicture(image))
      const { problem, preview } = await publish(world, enterprise.manager, made)
      expect([problem, preview.problems]).toEqual([
        'hasProblems',
        [{ key: 'first', place: 'media', code: 'missingFile', detail: { file: image } }],
      ])
    }
    const { id } = await aQuestionnaire(world, enterprise)
    const made = await aQuestionnaire(world, enterprise, withPicture(await kept(enterprise.manager, id, 'image', PNG)))
    const { problem, version } = await publish(world, enterprise.manager, made)
    expect([problem, version.number]).toEqual([null, 1])
    expect((await look(world, enterprise.manager, made.id)).problems).toEqual([])
  })

  test('asks for its words in each language', async () => {
    const { id } = await aQuestionnaire(world, enterprise)
    const image = await kept(enterprise.manager, id, 'image', PNG)
    const draft = aDraft([aQuestion('first', { media: { image: { fr: image }, alt: { fr: 'Le jardin' } } })])
    const made = await aQuestionnaire(world, enterprise, draft)
    expect(made.coverage).toContainEqual({ language: 'nl', total: 3, translated: 2, stale: 0 })
  })
})
