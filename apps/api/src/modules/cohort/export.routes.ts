import { LIMITS } from '@vises/schema/limits'
import { makeContext } from '../../platform/context.ts'
import { BadInput } from '../../platform/errors.ts'
import { answerWithError, answerWithTable } from '../../platform/export-request.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import { exportEnterprise } from '../enterprise/export-enterprise.ts'
import { CohortColumn } from './cohort-filter.ts'
import type { CohortFilter } from './cohort-filter.ts'
import { CohortSort } from './cohort-list.ts'
import { exportCohort } from './export-cohort.ts'

/** The cohort and single enterprises as files. */
export const cohortRoutes: RouteRegistrar = (app, services) => {
  app.get('/api/exports/cohort.:format', (request, reply) =>
    answerWithTable(services, request, reply, async ({ tenant, reference, actor }, language) => {
      const { filter, sort, descending } = orderOf(request.query as Query)
      const { table, rowCount } = await exportCohort(tenant, reference, actor, filter, sort, descending, language)
      reply.header('x-row-count', rowCount)
      return table
    }),
  )

  app.get('/api/exports/enterprise/:name', async (request, reply) => {
    try {
      const { actor, tenant } = await makeContext(services, request, reply)
      const id = (request.params as { name: string }).name.replace(/\.json$/, '')
      const file = await tenant.write((db) => exportEnterprise(db, actor, id))
      return await reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="enterprise.json"')
        .header('cache-control', 'no-store')
        .send(JSON.stringify(file, null, 2))
    } catch (error) {
      return answerWithError(reply, error)
    }
  })
}

type Query = Record<string, string | string[] | undefined>

/** The filter of the screen as it stands in the address; lists may repeat or be written with commas. */
export function orderOf(query: Query): { filter: CohortFilter; sort: CohortSort; descending: boolean } {
  const one = (name: string) => [query[name] ?? []].flat()[0] || undefined
  const many = (name: string) =>
    [query[name] ?? []]
      .flat()
      .flatMap((text) => text.split(','))
      .filter(Boolean)
  const flag = (name: string) => one(name) === 'true'
  const sort = one('sort') ?? CohortSort.NAME
  const column = one('column')
  const phases = many('phases').map(Number)
  const problems = [
    ...(Object.values(CohortSort).some((known) => known === sort) ? [] : ['sort']),
    ...(column && !Object.hasOwn(CohortColumn, column) ? ['column'] : []),
    ...(phases.every((phase) => [1, 2, 3].includes(phase)) ? [] : ['phases']),
    ...((one('text')?.length ?? 0) > LIMITS.searchText ? ['text'] : []),
  ]
  if (problems.length > 0) throw new BadInput(problems.map((field) => ({ field, code: 'invalid' })))
  return {
    sort: sort as CohortSort,
    descending: flag('descending'),
    filter: {
      text: one('text'),
      phases,
      statuses: many('statuses'),
      platform: one('platform'),
      territory: one('territory'),
      coachMembershipId: one('coachMembershipId'),
      mine: flag('mine'),
      withoutCoach: flag('withoutCoach'),
      recruitments: many('recruitments'),
      stalled: flag('stalled'),
      stallReason: one('stallReason'),
      column: column as CohortColumn | undefined,
    },
  }
}
