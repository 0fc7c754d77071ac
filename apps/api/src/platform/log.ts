import { pino } from 'pino'

/** The log of the process: JSON lines, secrets struck out. */
export const log = pino({
  level: process.env['VISES_LOG_LEVEL'] ?? (process.env['NODE_ENV'] === 'production' ? 'info' : 'warn'),
  // Only what helps: errors of the database carry their whole connection otherwise.
  serializers: { err: narrowError },
  redact: {
    paths: [
      '*.password',
      '*.token',
      '*.authorization',
      '*.cookie',
      'req.headers.authorization',
      'req.headers.cookie',
      '*.email',
    ],
    censor: '[hidden]',
  },
})

function narrowError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, stack } = error
  const code = 'code' in error ? error.code : undefined
  return { type: name, message, code, stack }
}
