import { reachOf, ROLES } from '../src/modules/access/rules.ts'
import type { Action } from '../src/modules/access/rules.ts'
import { newId } from '../src/platform/id.ts'
import { fillerOf } from './asking.ts'
import { callsOf, expected, relationsOf } from './calls.ts'
import type { Asker } from './calls.ts'
import { aCast, hashOf } from './casting.ts'
import type { Cast } from './casting.ts'
import { aSite, aTokenOf, post, send } from './http-bench.ts'
import type { Answer, Site } from './http-bench.ts'
import { textOf, variablesOf } from './operations.ts'
import { aDraft, canariesOf } from './planted-rows.ts'
import { aWorld } from './world.ts'
import type { World } from './world.ts'

/** A picture of one dot. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
)
const CREATE = 'mutation Create($input: EnterpriseInput!) { createEnterprise(input: $input) { __typename } }'

let world: World
let cast: Cast
let site: Site
const tokens = {} as Record<Asker, string | undefined>

beforeAll(async () => {
  world = await aWorld()
  cast = await aCast(world)
  site = await aSite(world, [])
  for (const role of ROLES) tokens[role] = await aTokenOf(world, cast.actors[role])
}, 120_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const bearer = (asker: Asker): Record<string, string> =>
  tokens[asker] ? { authorization: `Bearer ${tokens[asker]}` } : {}
const errorOf = ({ json }: Answer): unknown => json?.errors?.[0]?.extensions?.code

describe('T14 Full matrix, over HTTP', () => {
  test('T14 Full matrix, over HTTP: the server that people reach decides as the rules say', async () => {
    const wrong: string[] = []
    let cells = 0
    for (const call of callsOf(cast)) {
      for (const asker of ROLES) {
        // Here nothing is undone: changes are tried on things of others only, where all of them are refused.
        for (const relation of relationsOf(call).filter((one) =>
          call.kind === 'query' ? one !== 'sameOther' : one === 'other',
        )) {
          cells++
          const variables = variablesOf(call, fillerOf(cast, call, asker, relation))
          const answer = await post(site, { query: textOf(call, 1), variables }, bearer(asker))
          const got = errorOf(answer) ?? (answer.json?.data ? 'allowed' : `HTTP ${answer.status}`)
          const want = expected(call, asker, relation)
          if (got !== want)
            wrong.push(`${call.name} as ${asker}, ${relation}: ${got} instead of ${want} ${answer.text.slice(0, 200)}`)
        }
      }
    }
    console.log(`T14 over HTTP: ${cells} cells`)
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThanOrEqual(600)
  }, 120_000)

  test('T6 Mass assignment / re-homing, over HTTP: fields that an input does not have are refused', async () => {
    const before = await hashOf(cast, cast.a)
    for (const smuggled of [
      'partnerId',
      'id',
      'role',
      'status',
      'createdAt',
      'recruitment',
      'is_demo',
      '__proto__',
      'constructor',
    ]) {
      const input = JSON.parse(`{"name":"Planted","country":"BE","${smuggled}":"11111111-1111-4111-8111-111111111111"}`)
      const answer = await post(site, { query: CREATE, variables: { input } }, bearer('partnerAdmin'))
      expect([smuggled, answer.status, answer.json.data]).toEqual([smuggled, 400, undefined])
    }
    expect(await hashOf(cast, cast.a)).toBe(before)
  })
})

interface FileDoor {
  action: Action | 'public'
  reach?: 'own' | 'partner'
  method?: string
  /** What is sent, and what comes of it where it is allowed. */
  body?: { text: string | Uint8Array<ArrayBuffer>; type: string; status: number }
  path: (who: 'own' | 'other') => string
}

const rowOf = (table: string, who: 'own' | 'other'): string =>
  (who === 'own' ? cast.a : cast.b).enterprises[0].rows[table]!['id']
const questionnaireOf = (who: 'own' | 'other'): string => rowOf('questionnaire', who)

/** Every route that is no part of GraphQL, and the action it asks. */
const FILE_DOORS: Record<string, FileDoor> = {
  'GET /api/site': { action: 'public', path: () => '/api/site' },
  'GET /api/exports/programme.:format': { action: 'programmeProgress:read', path: () => '/api/exports/programme.csv' },
  'GET /api/exports/partners.:format': { action: 'programme:read', path: () => '/api/exports/partners.csv' },
  'GET /api/exports/release.:format': { action: 'comparison:read', path: () => '/api/exports/release.csv?number=1' },
  'GET /api/exports/cohort.:format': { action: 'cohort:read', path: () => '/api/exports/cohort.csv' },
  'GET /api/exports/enterprise/:name': {
    action: 'enterprise:export',
    reach: 'own',
    path: (who) => `/api/exports/enterprise/${(who === 'own' ? cast.a : cast.b).enterprises[0].id}.json`,
  },
  'POST /api/imports': { action: 'enterprise:import', method: 'POST', path: () => '/api/imports?name=planted.csv' },
  'GET /api/imports/:id/faulty.:format': {
    action: 'enterprise:import',
    reach: 'partner',
    path: (who) => `/api/imports/${(who === 'own' ? cast.a : cast.b).rows['import_batch']!['id']}/faulty.csv`,
  },
  'GET /api/questionnaires/:id/translation.:format': {
    action: 'questionnaire:read',
    reach: 'own',
    path: (who) => `/api/questionnaires/${questionnaireOf(who)}/translation.xlf?language=fr`,
  },
  'POST /api/questionnaires/:id/translation': {
    action: 'questionnaire:write',
    reach: 'own',
    method: 'POST',
    body: { text: '<xliff version="2.1" trgLang="fr"></xliff>', type: 'application/xliff+xml', status: 200 },
    path: (who) => `/api/questionnaires/${questionnaireOf(who)}/translation?language=fr`,
  },
  'POST /api/questionnaires/:id/media': {
    action: 'questionnaire:write',
    reach: 'own',
    method: 'POST',
    body: { text: PNG, type: 'application/octet-stream', status: 201 },
    path: (who) => `/api/questionnaires/${questionnaireOf(who)}/media?kind=image`,
  },
  'GET /api/q/media/:id': { action: 'public', path: (who) => `/api/q/media/${rowOf('questionnaire_media', who)}` },
  'POST /api/answer-imports/:waveId': {
    action: 'collection:write',
    reach: 'own',
    method: 'POST',
    path: (who) => `/api/answer-imports/${rowOf('wave', who)}?name=planted.csv`,
  },
  'POST /api/answer-files/:waveId': {
    action: 'collection:write',
    reach: 'own',
    method: 'POST',
    body: { text: '%PDF-1.4', type: 'application/octet-stream', status: 201 },
    path: (who) => `/api/answer-files/${rowOf('wave', who)}`,
  },
  'GET /api/answer-files/:id': {
    action: 'response:read',
    reach: 'own',
    path: (who) => `/api/answer-files/${rowOf('answer_file', who)}`,
  },
  'GET /api/paper-forms/:waveId': {
    action: 'collection:read',
    reach: 'own',
    path: (who) => `/api/paper-forms/${rowOf('wave', who)}`,
  },
  'GET /api/exports/results.:format': {
    action: 'result:read',
    reach: 'own',
    path: (who) => `/api/exports/results.csv?wave=${rowOf('wave', who)}`,
  },
  'GET /api/questionnaires/:id/workbook.:format': {
    action: 'questionnaire:read',
    reach: 'own',
    path: (who) => `/api/questionnaires/${questionnaireOf(who)}/workbook.json`,
  },
  'POST /api/questionnaires/workbook': {
    action: 'questionnaire:write',
    reach: 'own',
    method: 'POST',
    body: { text: JSON.stringify(aDraft('Planted')), type: 'application/json', status: 201 },
    path: (who) =>
      `/api/questionnaires/workbook?language=fr&enterpriseId=${(who === 'own' ? cast.a : cast.b).enterprises[0].id}`,
  },
  'GET /api/response-exports/:id/:name': {
    action: 'response:read',
    reach: 'own',
    // The planted export is somebody else's: a file is for the person who asked for it.
    body: { text: '', type: '', status: 404 },
    path: (who) => `/api/response-exports/${rowOf('response_export', who)}/answers.csv`,
  },
  // The public page: no account opens more than none.
  ...Object.fromEntries(
    Object.entries({ open: 200, submit: 400, draft: 400, reach: 400, stop: 404, file: 400 }).map(([name, status]) => [
      `POST /api/q/${name}`,
      {
        action: 'public' as const,
        method: 'POST',
        body: { text: '{"token":"x"}', type: name === 'file' ? 'text/csv' : 'application/json', status },
        path: () => `/api/q/${name}`,
      },
    ]),
  ),
}

describe('T58 Download authorisation', () => {
  const ask = (asker: Asker, door: FileDoor, who: 'own' | 'other') =>
    send(
      site,
      door.path(who),
      door.method
        ? {
            method: door.method,
            body: door.body?.text ?? 'Nom\nUne',
            headers: { ...bearer(asker), 'content-type': door.body?.type ?? 'text/csv' },
          }
        : { headers: bearer(asker) },
    )

  test('T58 Download authorisation: every route of the server is known here', () => {
    // The outbox exists where mails are not sent, and nowhere else.
    const own = site.routes.filter((route) => !route.startsWith('HEAD ') && !route.includes(' /outbox'))
    expect([...new Set(own)].sort()).toEqual(Object.keys(FILE_DOORS).sort())
  })

  test.each(Object.entries(FILE_DOORS))(
    'T58 Download authorisation: %s answers each role as the rules say',
    async (_route, door) => {
      for (const asker of [...ROLES, 'visitor'] as const) {
        const allowed = door.action === 'public' || (asker !== 'visitor' && reachOf(asker, door.action) !== undefined)
        const answer = await ask(asker, door, 'own')
        expect([asker, answer.status]).toEqual([
          asker,
          allowed ? (door.body?.status ?? (door.method ? 201 : 200)) : asker === 'visitor' ? 401 : 404,
        ])
        expect(canariesOf('B', answer.text)).toEqual([])
        if (!allowed) expect(canariesOf('A', answer.text)).toEqual([])
        if (!door.reach || !allowed) continue
        const foreign = await ask(asker, door, 'other')
        const absent = await send(site, door.path('other').replace(/[0-9a-f-]{36}/, newId()), {
          headers: bearer(asker),
        })
        expect([foreign.status, foreign.text]).toEqual([404, absent.text])
      }
    },
  )

  test('T58 Download authorisation: an enterprise is taken away by its own people, and by them alone', async () => {
    const [own, neighbour] = cast.a.enterprises
    const path = (id: string) => `/api/exports/enterprise/${id}.json`
    const file = await send(site, path(own.id), { headers: bearer('manager') })
    expect(canariesOf('A1', file.text).length).toBeGreaterThan(5)
    expect(canariesOf('(A2|B)', file.text)).toEqual([])
    const outcomes = await Promise.all(
      [neighbour.id, newId(), 'x', '..%2f..', `${own.id}'--`].map((id) =>
        send(site, path(id), { headers: bearer('manager') }),
      ),
    )
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([404]))
  })

  test('T58 Download authorisation: odd addresses and headers are refused, and never make the server fail', async () => {
    const odd = [
      '/api/exports/cohort.csv?text=%00',
      '/api/exports/cohort.csv?platform=%00&statuses=%00',
      '/api/exports/cohort.csv?coachMembershipId=x',
      '/api/exports/cohort.csv?phases=1e99',
      '/api/exports/cohort.csv?text=a&text=b',
      '/api/exports/cohort.csv?sort=constructor',
      '/api/exports/cohort.exe',
      '/api/exports/cohort.csv?lang=constructor',
      '/api/exports/release.csv?number=1e9',
      '/api/exports/release.csv?number=999999999999',
      '/api/exports/release.csv',
      '/api/exports/programme.csv?partner=%00',
      '/api/imports/x/faulty.csv',
      '/api/imports/%00/faulty.csv',
      '/api/exports/%E0%A4%A',
      `/api/exports/${'x'.repeat(9000)}`,
      '/outbox/..%2f..%2fsecret',
      '/outbox/%00',
      '/admin/..%2f..%2fpackage.json',
    ]
    for (const path of odd)
      expect([path, (await send(site, path, { headers: bearer('platformLead') })).status < 500]).toEqual([path, true])
    for (const path of odd)
      expect([path, (await send(site, path, { headers: bearer('partnerAdmin') })).status < 500]).toEqual([path, true])
    for (const name of ['%00', '%', '%E0%A4%A', '../../x', 'x'.repeat(3000), '%ED%A0%80']) {
      const answer = await send(site, '/api/imports', {
        method: 'POST',
        body: 'Nom\nUne',
        headers: { ...bearer('partnerAdmin'), 'content-type': 'text/csv', 'x-file-name': name },
      })
      expect([name.slice(0, 20), answer.status < 500]).toEqual([name.slice(0, 20), true])
    }
  })
})
