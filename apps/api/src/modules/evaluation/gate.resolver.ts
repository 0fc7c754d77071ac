import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import { chooseSharing, sharingPreview, SharingPreview } from './choose-sharing.ts'
import { cosignGate, returnGate } from './cosign-gate.ts'
import { Gate, Sharing } from './evaluation.types.ts'
import { gateCriteria, gateHistory } from './gate-criteria-of.ts'
import {
  GateCriteria,
  GateHistoryEntry,
  GateInput,
  GatePayload,
  RequestGateInput,
  ReturnGateInput,
} from './gate.types.ts'
import './mail-evaluation.ts'
import { EvaluationPayload } from './payloads.ts'
import { questionHints } from './question-hints.ts'
import { QuestionHint, QuestionSheet } from './question-sheet.types.ts'
import { requestGate, withdrawGateRequest } from './request-gate.ts'
import { questionSheet } from './show-question-sheet.ts'

registerDoors({
  'Query.questionSheet': 'evaluation:read',
  'Query.questionHints': 'programme:read',
  'Query.gateCriteria': 'evaluation:read',
  'Query.gateHistory': 'evaluation:read',
  'Query.sharingPreview': 'evaluation:read',
  'Mutation.requestGate': 'gate:request',
  'Mutation.withdrawGateRequest': 'gate:request',
  'Mutation.cosignGate': 'gate:cosign',
  'Mutation.returnGate': 'gate:cosign',
  'Mutation.chooseSharing': 'sharing:choose',
})

@Resolver()
export class GateResolver {
  @Query(() => QuestionSheet, { description: 'The evaluation question sheet as it stands.' })
  questionSheet(@Arg('evaluationId', () => ID) evaluationId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => questionSheet(db, actor, evaluationId))
  }

  @Query(() => [QuestionHint], {
    description: 'Lines of the checklist that look unmet from the words of a question alone.',
  })
  questionHints(@Arg('text', () => String) text: string) {
    return questionHints(text)
  }

  @Query(() => GateCriteria, { description: 'What holds at a gate and what is missing.' })
  gateCriteria(
    @Arg('evaluationId', () => ID) evaluationId: string,
    @Arg('gate', () => Gate) gate: Gate,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => gateCriteria(db, actor, evaluationId, gate))
  }

  @Query(() => [GateHistoryEntry], {
    description: 'Every record of the gates, newest first, with the question as it stood.',
  })
  gateHistory(@Arg('evaluationId', () => ID) evaluationId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => gateHistory(db, actor, evaluationId))
  }

  @Query(() => SharingPreview, { description: 'Exactly what others would see at a level of sharing.' })
  sharingPreview(
    @Arg('evaluationId', () => ID) evaluationId: string,
    @Arg('sharing', () => Sharing) sharing: Sharing,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => sharingPreview(db, actor, evaluationId, sharing))
  }

  @Mutation(() => GatePayload, { description: 'The enterprise decides at a gate and asks its coach to co-sign.' })
  requestGate(@Arg('input', () => RequestGateInput) input: RequestGateInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => requestGate(db, actor, input))
  }

  @Mutation(() => GatePayload, { description: 'The enterprise takes its request back.' })
  withdrawGateRequest(@Arg('input', () => GateInput) input: GateInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => withdrawGateRequest(db, actor, input))
  }

  @Mutation(() => GatePayload, { description: 'The coach co-signs; from then on the outcome counts.' })
  cosignGate(@Arg('input', () => GateInput) input: GateInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => cosignGate(db, actor, input))
  }

  @Mutation(() => GatePayload, { description: 'The coach hands a request back, with what should come first.' })
  returnGate(@Arg('input', () => ReturnGateInput) input: ReturnGateInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => returnGate(db, actor, input))
  }

  @Mutation(() => EvaluationPayload, { description: 'Says how far the evaluation question may be seen.' })
  chooseSharing(
    @Arg('evaluationId', () => ID) evaluationId: string,
    @Arg('sharing', () => Sharing) sharing: Sharing,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => chooseSharing(db, actor, evaluationId, sharing))
  }
}
