import { CombinedGraphQLErrors } from '@apollo/client/errors'

/** The codes the API answers with, and OFFLINE when it could not be reached. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'BAD_INPUT',
  'CONFLICT',
  'TOO_MUCH',
  'TIMEOUT',
  'INTERNAL',
  'OFFLINE',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export interface InputProblem {
  field: string
  code: string
}

/** An answer that is an error, in one shape whatever the way it came. */
export class ApiError extends Error {
  override name = 'ApiError'
  constructor(
    readonly code: ErrorCode,
    readonly problems: InputProblem[] = [],
    /** Finds the event in the operator's log. */
    readonly errorId?: string,
    /** Of a CONFLICT: what changed. */
    readonly reason?: string,
  ) {
    super(code)
  }

  /** The problem code of a field, if the API named one. */
  problemOf(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.code
  }
}

/** Reads any thrown value as an ApiError. */
export function apiErrorOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (CombinedGraphQLErrors.is(error)) return fromExtensions(error.errors[0]?.extensions)
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'NetworkError'))
    return new ApiError('OFFLINE')
  return new ApiError('INTERNAL')
}

/** An answer that is not our API's: a proxy, or a server that is starting. */
export function errorOfStatus(status: number): ApiError {
  if (status === 401) return new ApiError('UNAUTHENTICATED')
  if (status === 429) return new ApiError('TOO_MUCH')
  if (status === 502 || status === 503 || status === 504) return new ApiError('OFFLINE')
  return new ApiError('INTERNAL')
}

function fromExtensions(extensions: Record<string, unknown> | undefined): ApiError {
  const given = extensions?.['code']
  const code = ERROR_CODES.find((known) => known === given) ?? 'INTERNAL'
  const text = (key: string) => (typeof extensions?.[key] === 'string' ? extensions[key] : undefined)
  const problems = Array.isArray(extensions?.['problems']) ? (extensions['problems'] as InputProblem[]) : []
  return new ApiError(code, problems, text('errorId'), text('reason'))
}
