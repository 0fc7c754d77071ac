import { Reference202611210100 } from './20261121-0100-reference.ts'
import { Tenant202611210200 } from './20261121-0200-tenant.ts'
import { Shared202611210300 } from './20261121-0300-shared.ts'
import { Questionnaire202611220400 } from './20261122-0400-questionnaire.ts'
import { Collection202611220410 } from './20261122-0410-collection.ts'
import { Result202611220420 } from './20261122-0420-result.ts'
import { Record202611220430 } from './20261122-0430-record.ts'
import { QuestionnaireMedia202611220440 } from './20261122-0440-questionnaire-media.ts'
import { CoachesWhoLeft202611220450 } from './20261122-0450-coaches-who-left.ts'
import { StepsThatStand202611220460 } from './20261122-0460-steps-that-stand.ts'

/** Every migration, oldest first. */
export const migrations = [
  Reference202611210100,
  Tenant202611210200,
  Shared202611210300,
  Questionnaire202611220400,
  Collection202611220410,
  Result202611220420,
  Record202611220430,
  QuestionnaireMedia202611220440,
  CoachesWhoLeft202611220450,
  StepsThatStand202611220460,
]
