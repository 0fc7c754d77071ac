import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchema, getMetadataStorage } from 'type-graphql'
import { AccessResolver } from './modules/access/access.resolver.ts'
import { ComparisonResolver } from './modules/comparison/comparison.resolver.ts'
import { EvaluationResolver } from './modules/evaluation/evaluation.resolver.ts'
import { GateResolver } from './modules/evaluation/gate.resolver.ts'
import { StepResolver } from './modules/evaluation/step.resolver.ts'
import { MethodResolver } from './modules/method/method.resolver.ts'
import { CohortResolver } from './modules/cohort/cohort.resolver.ts'
import { EnterpriseResolver } from './modules/enterprise/enterprise.resolver.ts'
import { TransferResolver } from './modules/enterprise/transfer.resolver.ts'
import { ImportResolver } from './modules/import/import.resolver.ts'
import { SupportSessionResolver } from './modules/support-session/support-session.resolver.ts'
import { PeopleResolver } from './modules/people/people.resolver.ts'
import { ProgrammeResolver } from './modules/programme/programme.resolver.ts'
import { SharingResolver } from './modules/sharing/sharing.resolver.ts'
import { PublicationResolver } from './modules/questionnaire/publication.resolver.ts'
import { QuestionnaireResolver } from './modules/questionnaire/questionnaire.resolver.ts'
import { RecordResolver } from './modules/record/record.resolver.ts'
import { ResultResolver } from './modules/result/result.resolver.ts'
import { AnswerImportResolver } from './modules/collection/answer-import/answer-import.resolver.ts'
import { EntryResolver } from './modules/collection/entry.resolver.ts'
import { CollectionResolver } from './modules/collection/collection.resolver.ts'
import { lockDoors } from './modules/access/guard.ts'

/** The whole schema of the API. A new resolver is added to the list. */
export async function makeSchema(): Promise<GraphQLSchema> {
  // Fields without a resolver of their own are read by graphql itself: nothing runs between the row and the answer.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true
  const schema = await buildSchema({
    resolvers: [
      AccessResolver,
      PeopleResolver,
      ProgrammeResolver,
      SharingResolver,
      ComparisonResolver,
      MethodResolver,
      EvaluationResolver,
      StepResolver,
      GateResolver,
      CohortResolver,
      EnterpriseResolver,
      TransferResolver,
      ImportResolver,
      SupportSessionResolver,
      QuestionnaireResolver,
      PublicationResolver,
      RecordResolver,
      ResultResolver,
      CollectionResolver,
      EntryResolver,
      AnswerImportResolver,
    ],
    validate: { forbidUnknownValues: false, stopAtFirstError: false },
  })
  return lockDoors(schema)
}
