import 'reflect-metadata'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { contextOf } from './platform/context.ts'
import type { Context, MembershipRow, Services } from './platform/context.ts'
import { openAppDataSource, roleUrl } from './platform/database.ts'
import { readSettings } from './platform/env.ts'
import { ownerUrlOf } from './platform/owner-url.ts'
import { Reference } from './platform/tenant.ts'
import { createApiToken } from './modules/people/api-token.ts'

// npm run -s token -- --user <email> [--membership <id>]: prints a new API token for that person.
try {
  const { values } = parseArgs({ options: { user: { type: 'string' }, membership: { type: 'string' } } })
  if (!values.user) throw new Error('Say for whom: npm run -s token -- --user <email> [--membership <id>]')
  console.log(await newToken(values.user, values.membership))
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

async function newToken(email: string, membershipId?: string): Promise<string> {
  const settings = readSettings(process.env, [])
  const ownerUrl = ownerUrlOf(settings)
  const auth = new pg.Client({
    connectionString: roleUrl(ownerUrl, 'vises_auth', settings.secret),
    options: '-c search_path=auth',
  })
  await auth.connect()
  const { rows } = await auth.query('SELECT id FROM auth."user" WHERE lower(email) = lower($1)', [email])
  await auth.end()
  if (rows.length === 0) throw new Error(`Nobody has an account with the address ${email}.`)
  const app = await openAppDataSource(roleUrl(ownerUrl, 'vises_app', settings.secret), 1)
  try {
    const reference = new Reference(app)
    const memberships = await reference.rows<MembershipRow>('SELECT * FROM memberships_of($1)', [rows[0].id])
    const chosen = membershipId ? memberships.find(({ id }) => id === membershipId) : memberships[0]
    if (!chosen) {
      const places = memberships.map((row) => `  ${row.id}  ${row.role} at ${row.enterprise_name ?? row.partner_name}`)
      throw new Error(`${email} has no such membership. There are:\n${places.join('\n')}`)
    }
    const services = { settings, app, reference } as Services
    const context = contextOf(services, {} as Context['reply'], 'en', rows[0].id, memberships, chosen.id, 'token', true)
    const { secret } = await context.tenant.write((db) =>
      createApiToken(db, context.actor, { name: 'made by an operator', days: 90 }),
    )
    return secret
  } finally {
    await app.destroy()
  }
}
