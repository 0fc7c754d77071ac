import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import './move-enterprise.ts'
import {
  decideTransfer,
  IncomingTransfer,
  incomingTransfers,
  requestTransfer,
  TransferPayload,
  withdrawTransfer,
} from './transfer.ts'

registerDoors({
  'Query.incomingTransfers': 'enterprise:transfer',
  'Mutation.requestTransfer': 'enterprise:transfer',
  'Mutation.withdrawTransfer': 'enterprise:transfer',
  'Mutation.decideTransfer': 'enterprise:transfer',
})

@Resolver()
export class TransferResolver {
  @Query(() => [IncomingTransfer], { description: 'Enterprises other partners want to hand over to us, oldest first.' })
  incomingTransfers(@Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => incomingTransfers(db, actor))
  }

  @Mutation(() => TransferPayload, {
    description: 'Asks another partner to take over an enterprise with everything it has.',
  })
  requestTransfer(
    @Arg('enterpriseId', () => ID) enterpriseId: string,
    @Arg('toPartnerCode', () => String) toPartnerCode: string,
    @Arg('reason', () => String) reason: string,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => requestTransfer(db, actor, enterpriseId, toPartnerCode, reason))
  }

  @Mutation(() => TransferPayload, {
    description: 'Takes a request back, as long as the other partner has not decided.',
  })
  withdrawTransfer(@Arg('transferId', () => ID) transferId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => withdrawTransfer(db, actor, transferId))
  }

  @Mutation(() => TransferPayload, {
    description:
      'Accepts an enterprise of another partner, with the coach who will accompany it, or refuses it. It is carried out a moment later.',
  })
  decideTransfer(
    @Arg('offerId', () => ID) offerId: string,
    @Arg('accept', () => Boolean) accept: boolean,
    @Arg('coachMembershipId', () => ID, { nullable: true }) coachMembershipId: string | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => decideTransfer(db, actor, offerId, accept, coachMembershipId ?? undefined))
  }
}
