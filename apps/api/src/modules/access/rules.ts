/** The six roles; the first two belong to the programme, the next two to a partner, the last two to an enterprise. */
export const ROLES = ['platformLead', 'researcher', 'partnerAdmin', 'coach', 'manager', 'contributor'] as const
export type Role = (typeof ROLES)[number]

/**
 * How far a grant reaches:
 * - `all`: wherever the person's own partner (or the programme's shared tables) reaches
 * - `assigned`: enterprises the coach accompanies today
 * - `granted`: the same, once the enterprise has agreed
 * - `own`: the enterprise the person acts for
 */
export type Reach = 'all' | 'assigned' | 'granted' | 'own'

type Grants = Partial<Record<Role, Reach>>

const everyone: Grants = {
  platformLead: 'all',
  researcher: 'all',
  partnerAdmin: 'all',
  coach: 'all',
  manager: 'all',
  contributor: 'all',
}
const staff: Grants = { platformLead: 'all', researcher: 'all', partnerAdmin: 'all', coach: 'all' }

/**
 * Who may do what: the one table. Every use case asserts one of these actions on its first line; the apps are told the
 * answers and never repeat a rule. Principle: the enterprise owns its evaluation, the coach reads and comments, the
 * federation sees progress, the programme sees progress and what was shared.
 */
export const RULES = {
  // Oneself
  'apiToken:manage': everyone,
  // The programme: partners, platforms, agenda, library, method, territories
  'programme:read': everyone,
  'programmeProgress:read': { platformLead: 'all' },
  'sharedArtefact:read': { platformLead: 'all', researcher: 'all', partnerAdmin: 'all', coach: 'all' },
  'comparison:read': staff,
  'release:create': { platformLead: 'all' },
  // People and access
  'member:read': { partnerAdmin: 'all', platformLead: 'all', researcher: 'all', coach: 'all' },
  'member:manage': { partnerAdmin: 'all', platformLead: 'all' },
  'partner:invite': { platformLead: 'all' },
  'accessTable:read': { partnerAdmin: 'all', platformLead: 'all' },
  'audit:read': { partnerAdmin: 'all', platformLead: 'all' },
  // The cohort
  'cohort:read': { partnerAdmin: 'all', coach: 'all' },
  'cohort:manage': { partnerAdmin: 'all' },
  'cohort:remind': { partnerAdmin: 'all', coach: 'assigned' },
  'enterprise:create': { partnerAdmin: 'all' },
  'enterprise:read': { partnerAdmin: 'all', coach: 'all', manager: 'own', contributor: 'own' },
  'enterprise:edit': { partnerAdmin: 'all', coach: 'assigned', manager: 'own' },
  'enterprise:transfer': { partnerAdmin: 'all' },
  'enterprise:export': { manager: 'own', contributor: 'own' },
  'enterprise:import': { partnerAdmin: 'all' },
  'enterpriseMember:read': { partnerAdmin: 'all', coach: 'assigned', manager: 'own', contributor: 'own' },
  'enterpriseMember:manage': { partnerAdmin: 'all', coach: 'assigned', manager: 'own' },
  'supportSession:read': { partnerAdmin: 'all', coach: 'assigned' },
  'supportSession:write': { coach: 'assigned' },
  // The evaluation
  'evaluation:start': { partnerAdmin: 'all', coach: 'assigned', manager: 'own' },
  'evaluation:stop': { partnerAdmin: 'all', coach: 'assigned', manager: 'own' },
  'evaluation:readProgress': { partnerAdmin: 'all', coach: 'all', manager: 'own', contributor: 'own' },
  'evaluation:read': { coach: 'assigned', manager: 'own', contributor: 'own' },
  'evaluation:write': { manager: 'own', contributor: 'own' },
  'evaluation:comment': { coach: 'assigned', manager: 'own', contributor: 'own' },
  'gate:request': { manager: 'own' },
  'gate:cosign': { coach: 'assigned' },
  'sharing:choose': { manager: 'own' },
  // Questionnaires and what they bring in: the enterprise's own; single answers reach the coach by grant only
  'questionnaire:read': { coach: 'assigned', manager: 'own', contributor: 'own' },
  'questionnaire:write': { manager: 'own', contributor: 'own' },
  'template:read': { partnerAdmin: 'all', coach: 'all', manager: 'all', contributor: 'all' },
  'template:write': { partnerAdmin: 'all', coach: 'all' },
  'collection:read': { coach: 'assigned', manager: 'own', contributor: 'own' },
  'collection:write': { manager: 'own', contributor: 'own' },
  'result:read': { coach: 'assigned', manager: 'own', contributor: 'own' },
  'response:read': { coach: 'granted', manager: 'own', contributor: 'own' },
  'record:read': { coach: 'assigned', manager: 'own', contributor: 'own' },
  'record:write': { manager: 'own', contributor: 'own' },
} as const satisfies Record<string, Grants>

/** Every action a person can be allowed. */
export type Action = keyof typeof RULES

/** How far a role's grant of an action reaches; undefined when the role does not have it. */
export function reachOf(role: Role, action: Action): Reach | undefined {
  return (RULES[action] as Grants)[role]
}
