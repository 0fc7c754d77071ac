import { DOORS } from '../src/modules/access/doors.ts'
import { ROLES, RULES } from '../src/modules/access/rules.ts'
import type { Action, Reach, Role } from '../src/modules/access/rules.ts'
import type { Cast } from './casting.ts'
import { doorsOf, slotsOf, takesId } from './operations.ts'
import type { Door, Slot } from './operations.ts'

/** Whose things an operation is about, seen from the person who asks. */
export const RELATIONS = ['own', 'sameOther', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

export type Asker = Role | 'visitor'
export const ASKERS: readonly Asker[] = [...ROLES, 'visitor']

/** The kinds of things that an identifier can name, and how far the person who asks may reach. */
type Kind = 'enterprise' | 'partner' | 'person'

/** What an identifier names: by its coordinate, else by its name. A new name without a row here fails the coverage gate. */
export const ID_NAMES: Record<string, { thing: string; kind: Kind; secondary?: true }> = {
  enterpriseId: { thing: 'enterprise', kind: 'enterprise' },
  enterpriseIds: { thing: 'enterprise', kind: 'enterprise' },
  evaluationId: { thing: 'evaluation', kind: 'enterprise' },
  commentId: { thing: 'step_comment', kind: 'enterprise' },
  affiliationId: { thing: 'affiliation', kind: 'enterprise' },
  invitationId: { thing: 'invitation', kind: 'enterprise' },
  transferId: { thing: 'enterprise_transfer', kind: 'partner' },
  offerId: { thing: 'offer', kind: 'partner' },
  tokenId: { thing: 'api_token', kind: 'person' },
  membershipId: { thing: 'membership', kind: 'enterprise' },
  questionnaireId: { thing: 'questionnaire', kind: 'enterprise' },
  templateId: { thing: 'questionnaire_template', kind: 'partner' },
  'Mutation.createQuestionnaire.input.from.templateId': {
    thing: 'questionnaire_template',
    kind: 'partner',
    secondary: true,
  },
  'Mutation.createTemplate.input.from.templateId': {
    thing: 'questionnaire_template',
    kind: 'partner',
    secondary: true,
  },
  waveId: { thing: 'wave', kind: 'enterprise' },
  'Query.wave.id': { thing: 'wave', kind: 'enterprise' },
  groupId: { thing: 'respondent_group', kind: 'enterprise', secondary: true },
  linkId: { thing: 'collection_link', kind: 'enterprise', secondary: true },
  linkIds: { thing: 'collection_link', kind: 'enterprise', secondary: true },
  inviteeId: { thing: 'invitee', kind: 'enterprise' },
  importId: { thing: 'answer_import', kind: 'enterprise' },
  entryId: { thing: 'paper_entry', kind: 'enterprise' },
  coachMembershipId: { thing: 'coach', kind: 'partner', secondary: true },
  exportId: { thing: 'response_export', kind: 'person' },
  recordId: { thing: 'field_record', kind: 'enterprise' },
  excerptId: { thing: 'excerpt', kind: 'enterprise' },
  codeId: { thing: 'field_code', kind: 'enterprise' },
  codeIds: { thing: 'field_code', kind: 'enterprise', secondary: true },
  'Query.enterprise.id': { thing: 'enterprise', kind: 'enterprise' },
  'Mutation.editEnterprise.id': { thing: 'enterprise', kind: 'enterprise' },
  'Mutation.reopenEnterprise.id': { thing: 'enterprise', kind: 'enterprise' },
  'Query.evaluation.id': { thing: 'evaluation', kind: 'enterprise' },
  'Mutation.editSession.id': { thing: 'support_session', kind: 'enterprise' },
  'Query.import.id': { thing: 'import_batch', kind: 'partner' },
  'Query.importRows.id': { thing: 'import_batch', kind: 'partner' },
  'Mutation.checkImport.id': { thing: 'import_batch', kind: 'partner' },
  'Mutation.applyImport.id': { thing: 'import_batch', kind: 'partner' },
  'Mutation.undoImport.id': { thing: 'import_batch', kind: 'partner' },
  'Mutation.switchMembership.membershipId': { thing: 'ownMembership', kind: 'person' },
}

/** Identifiers that name nothing of a tenant: made by the client, or of the public list of partners. */
export const FREE_IDS = ['operationId', 'partnerId']

/** What a slot's identifier names. */
export const idNameOf = (door: Door, slot: Slot) => ID_NAMES[`${door.coordinate}.${slot.path}`] ?? ID_NAMES[slot.name]

/** Doors of questionnaires that open templates of a partner as well. */
const DESIGNS = [
  'Query.questionnaire',
  'Mutation.duplicateQuestionnaire',
  'Mutation.saveDraft',
  'Mutation.archiveQuestionnaire',
  'Mutation.restoreQuestionnaire',
  'Mutation.saveTranslations',
  'Mutation.addLanguage',
  'Mutation.removeLanguage',
  'Mutation.setBaseLanguage',
]
const verbOf = (coordinate: string) => (coordinate.startsWith('Query') ? 'read' : 'write')

/** What a use case asks beyond its door; all of them. */
const FINER: Record<string, Action[]> = {
  ...Object.fromEntries(
    DESIGNS.map((coordinate): [string, Action[]] => [coordinate, [`questionnaire:${verbOf(coordinate)}`]]),
  ),
  'Query.questionBank': ['questionnaire:read'],
  'Mutation.inviteMember': ['enterpriseMember:manage'],
  'Mutation.resendInvitation': ['enterpriseMember:manage'],
  'Mutation.revokeInvitation': ['enterpriseMember:manage'],
  'Mutation.changeMemberRole': ['enterpriseMember:manage'],
  'Mutation.endMembership': ['enterpriseMember:manage'],
}

/** Doors that lead to two kinds of things: called once more with the other kind. */
const VARIANTS: Record<
  string,
  { ids: Record<string, { thing: string; kind: Kind }>; values?: Record<string, unknown>; finer: Action[] }
> = {
  ...Object.fromEntries(
    DESIGNS.map((coordinate) => [
      coordinate,
      {
        ids: { questionnaireId: { thing: 'questionnaire_template', kind: 'partner' as const } },
        finer: [`template:${verbOf(coordinate)}` as const],
      },
    ]),
  ),
  'Mutation.inviteMember': {
    ids: { enterpriseId: { thing: '', kind: 'partner' } },
    values: { role: 'coach' },
    finer: ['member:manage'],
  },
  'Mutation.resendInvitation': {
    ids: { invitationId: { thing: 'staffInvitation', kind: 'partner' } },
    finer: ['member:manage'],
  },
  'Mutation.revokeInvitation': {
    ids: { invitationId: { thing: 'staffInvitation', kind: 'partner' } },
    finer: ['member:manage'],
  },
  'Mutation.changeMemberRole': {
    ids: { membershipId: { thing: 'staffMembership', kind: 'partner' } },
    values: { role: 'partnerAdmin' },
    finer: ['member:manage'],
  },
  'Mutation.endMembership': {
    ids: { membershipId: { thing: 'staffMembership', kind: 'partner' } },
    finer: ['member:manage'],
  },
}

/** Every action that a use case asks beyond its door. */
export const FINER_ACTIONS: string[] = [
  ...Object.values(FINER).flat(),
  ...Object.values(VARIANTS).flatMap(({ finer }) => finer),
]

/** Doors that are open to all, but shut for good once somebody is in. */
const SHUT = ['Mutation.setUpFirstAdministrator']

/** A door as it is called: each variant of it once. */
export interface Call extends Door {
  name: string
  demands: Action[]
  idOf: (slot: Slot) => { thing: string; kind: Kind; secondary?: true } | undefined
  values: Record<string, unknown>
}

/** Every call of the matrix: the doors of the schema, and the variants of some. */
export function callsOf(cast: Pick<Cast, 'world'>): Call[] {
  return doorsOf(cast.world.schema).flatMap((door) => {
    const call: Call = {
      ...door,
      name: door.coordinate,
      demands: FINER[door.coordinate] ?? [],
      idOf: (slot) => idNameOf(door, slot),
      values: {},
    }
    const variant = VARIANTS[door.coordinate]
    if (!variant) return [call]
    return [
      call,
      {
        ...call,
        name: `${door.coordinate} (staff)`,
        demands: variant.finer,
        idOf: (slot: Slot) => variant.ids[slot.name] ?? idNameOf(door, slot),
        values: variant.values ?? {},
      },
    ]
  })
}

/** The rules as they are written; a test that changes `RULES` still expects by these. */
const WRITTEN = structuredClone(RULES) as Record<Action, Partial<Record<Role, Reach>>>

/** What must come of a call, from the tables alone. */
export function expected(call: Call, asker: Asker, relation: Relation): 'allowed' | 'NOT_FOUND' | 'UNAUTHENTICATED' {
  const rule = DOORS[call.coordinate]
  if (!rule) return 'NOT_FOUND'
  if (rule === 'public') return SHUT.includes(call.coordinate) ? 'NOT_FOUND' : 'allowed'
  if (asker === 'visitor') return 'UNAUTHENTICATED'
  const subject = kindOf(call)
  const actions = rule === 'signedIn' ? [] : [rule].flat()
  if (actions.length && !actions.some((action) => WRITTEN[action][asker])) return 'NOT_FOUND'
  if (relation !== 'own' && subject === 'person') return 'NOT_FOUND'
  if (relation === 'other' && subject) return 'NOT_FOUND'
  // A door with several actions leaves the choice to the use case, which asks the finer ones.
  for (const action of actions.length === 1 ? [...actions, ...call.demands] : call.demands) {
    const reach = WRITTEN[action][asker]
    if (!reach) return 'NOT_FOUND'
    if (relation === 'sameOther' && subject === 'enterprise' && reach !== 'all') return 'NOT_FOUND'
  }
  return 'allowed'
}

/** What the call is about: the widest reach among its identifiers; undefined when it names nothing. */
export function kindOf(call: Call): Kind | undefined {
  const kinds = slotsOf(call).flatMap((slot) => {
    const named = takesId(slot) ? call.idOf(slot) : undefined
    return named && !named.secondary && named.thing ? [named.kind] : []
  })
  return kinds.includes('enterprise') ? 'enterprise' : kinds[0]
}

/** The relations that make a difference to a call: one when it names nothing. */
export const relationsOf = (call: Call): readonly Relation[] => (kindOf(call) ? RELATIONS : ['own'])
