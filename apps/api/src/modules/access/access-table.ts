import { DOORS } from './doors.ts'
import { reachOf, ROLES, RULES } from './rules.ts'
import type { Action } from './rules.ts'

/** The access table as a page of the docs, printed by `npm run generate`. */
export function accessTableMarkdown(): string {
  const actions = Object.keys(RULES) as Action[]
  const lines = [
    '# Who may do what',
    '',
    'Printed from `apps/api/src/modules/access/rules.ts`. `all`: as far as the own partner reaches; `assigned`: enterprises',
    'the coach accompanies; `granted`: these, once the enterprise agrees; `own`: the own enterprise; empty: no.',
    '',
    `| action | ${ROLES.join(' | ')} | doors |`,
    `| --- | ${ROLES.map(() => '---').join(' | ')} | --- |`,
  ]
  for (const action of actions) {
    const doors = Object.keys(DOORS).filter((door) => [DOORS[door]].flat().includes(action))
    lines.push(
      `| ${action} | ${ROLES.map((role) => reachOf(role, action) ?? '').join(' | ')} | ${doors.sort().join(', ')} |`,
    )
  }
  const open = Object.keys(DOORS).filter((door) => DOORS[door] === 'public' || DOORS[door] === 'signedIn')
  lines.push('', 'Without an action:', '', ...open.sort().map((door) => `- ${door}: ${DOORS[door]}`), '')
  return lines.join('\n')
}
