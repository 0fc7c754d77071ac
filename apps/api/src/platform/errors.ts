import { GraphQLError } from 'graphql'

/** The closed list of error codes the API answers with; the apps hold the words for each. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  /** Absent, deleted and forbidden look the same. */
  | 'NOT_FOUND'
  | 'BAD_INPUT'
  | 'CONFLICT'
  | 'TOO_MUCH'
  | 'TIMEOUT'
  | 'INTERNAL'

/** One thing that is wrong with an input: where, and a code the apps have words for. */
export interface InputProblem {
  field: string
  code: string
}

/** An error the reader is meant to see: a code, and for a bad input the fields. */
export class PublicError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extra: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...extra } })
  }
}

/** Answers alike for what is absent, deleted, of another partner, or not allowed. */
export class NotFound extends PublicError {
  constructor() {
    super('NOT_FOUND', 'Not found.')
  }
}

export class Unauthenticated extends PublicError {
  constructor(extra: Record<string, unknown> = {}) {
    super('UNAUTHENTICATED', 'Sign in first.', extra)
  }
}

export class BadInput extends PublicError {
  constructor(problems: InputProblem[]) {
    super('BAD_INPUT', 'The input cannot be taken.', { problems })
  }
}

export class Conflict extends PublicError {
  constructor(reason: string) {
    super('CONFLICT', 'It changed in the meantime.', { reason })
  }
}

export class Timeout extends PublicError {
  constructor() {
    super('TIMEOUT', 'It took too long.')
  }
}
