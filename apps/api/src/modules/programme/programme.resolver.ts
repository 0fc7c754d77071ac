import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import { BudgetByTerritory, budgetByTerritory, Partner, partners } from './partners.ts'
import {
  agenda,
  AgendaEvent,
  library,
  LibraryItem,
  Programme,
  programme,
  ProgrammeFact,
  programmeFacts,
} from './programme.ts'
import { territories, Territory } from './territories.ts'
import { TestPlatform, testPlatform, testPlatforms } from './test-platforms.ts'

registerDoors({
  'Query.programme': 'programme:read',
  'Query.programmeFacts': 'programme:read',
  'Query.partners': 'programme:read',
  'Query.budgetByTerritory': 'programme:read',
  'Query.testPlatforms': 'programme:read',
  'Query.testPlatform': 'programme:read',
  'Query.agenda': 'programme:read',
  'Query.library': 'programme:read',
  'Query.territories': 'programme:read',
})

@Resolver()
export class ProgrammeResolver {
  @Query(() => Programme, { nullable: true, description: 'The programme as its project sheet describes it.' })
  programme(@Ctx() { reference, actor }: Context) {
    return programme(reference, actor)
  }

  @Query(() => [ProgrammeFact], {
    description: 'Published counts with day and source; those that disagree stand side by side.',
  })
  programmeFacts(@Ctx() { reference, actor }: Context) {
    return programmeFacts(reference, actor)
  }

  @Query(() => [Partner], { description: 'The partners in the order of the project sheet.' })
  partners(@Ctx() { reference, actor }: Context) {
    return partners(reference, actor)
  }

  @Query(() => BudgetByTerritory, { description: 'The approved budget by territory, with totals and shares.' })
  budgetByTerritory(@Ctx() { reference, actor }: Context) {
    return budgetByTerritory(reference, actor)
  }

  @Query(() => [TestPlatform], { description: 'The test platforms, with who works there and how far.' })
  testPlatforms(@Ctx() { reference, actor }: Context) {
    return testPlatforms(reference, actor)
  }

  @Query(() => TestPlatform, { description: 'One test platform.' })
  testPlatform(@Arg('code', () => String) code: string, @Ctx() { reference, actor }: Context) {
    return testPlatform(reference, actor, code)
  }

  @Query(() => [AgendaEvent], { description: 'Meetings and milestones of the programme, oldest first.' })
  agenda(@Ctx() { reference, actor }: Context) {
    return agenda(reference, actor)
  }

  @Query(() => [LibraryItem], { description: 'What the programme published, oldest first.' })
  library(@Ctx() { reference, actor }: Context) {
    return library(reference, actor)
  }

  @Query(() => [Territory], { description: 'The territories of the programme area, parents before their children.' })
  territories(
    @Ctx() { reference, actor }: Context,
    @Arg('level', () => String, { nullable: true, description: 'country, region, province or arrondissement' })
    level?: string,
  ) {
    return territories(reference, actor, level)
  }
}
