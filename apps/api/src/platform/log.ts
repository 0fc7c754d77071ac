import { pino } from 'pino'

/** The log of the process: JSON lines, secrets struck out. */
export const log = pino({
  level: process.env['VISES_LOG_LEVEL'] ?? (process.env['NODE_ENV'] === 'production' ? 'info' : 'warn'),
  redact: {
    paths: ['*.password', '*.token', '*.authorization', '*.cookie', 'req.headers.authorization', 'req.headers.cookie', '*.email'],
    censor: '[hidden]',
  },
})
