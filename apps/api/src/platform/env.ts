import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Settings of one process, read once from the environment; documented in docs/operator-guide.md. */
export interface Settings {
  port: number
  host: string
  dataDir: string
  /** The owner's connection string of an external PostgreSQL; undefined: the embedded one. */
  databaseUrl?: string
  /** The address people use; links in mails start with it. */
  baseUrl: string
  secret: string
  production: boolean
  /** Whether demo accounts may sign in and the outbox page exists. */
  demo: boolean
  require2fa: boolean
  smtpUrl?: string
  mailFrom: string
  oidc?: { issuer: string; clientId: string; clientSecret: string; name: string }
  /** How many proxies stand before us: from that many hops the client's address is believed. */
  trustProxy: number | false
  /** Started with `--empty`: no demo, a one-time link for the first administrator. */
  empty: boolean
  /** Whether this process also runs the jobs. */
  runJobs: boolean
  logLevel: string
}

/** Reads the settings; the secret is made and kept in the data folder when none is given. */
export function readSettings(env: NodeJS.ProcessEnv, args: string[]): Settings {
  const port = Number(env['PORT'] ?? 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a number up to 65535, not "${env['PORT']}".`)
  const dataDir = path.resolve(env['VISES_DATA_DIR'] ?? '.data')
  const production = env['NODE_ENV'] === 'production'
  const oidc = env['VISES_OIDC_ISSUER']
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir,
    databaseUrl: env['DATABASE_URL'] || undefined,
    baseUrl: (env['VISES_BASE_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    secret: env['VISES_SECRET'] ?? keptSecret(dataDir),
    production,
    demo: env['VISES_DEMO'] ? env['VISES_DEMO'] === 'true' || env['VISES_DEMO'] === '1' : !production,
    require2fa: env['VISES_REQUIRE_2FA'] === 'true',
    smtpUrl: env['SMTP_URL'] || undefined,
    mailFrom: env['VISES_MAIL_FROM'] ?? 'VISES <no-reply@vises.example>',
    oidc: oidc
      ? {
          issuer: oidc,
          clientId: env['VISES_OIDC_CLIENT_ID'] ?? '',
          clientSecret: env['VISES_OIDC_CLIENT_SECRET'] ?? '',
          name: env['VISES_OIDC_NAME'] ?? 'OIDC',
        }
      : undefined,
    trustProxy: env['VISES_TRUST_PROXY'] === 'true' ? 1 : Number(env['VISES_TRUST_PROXY'] ?? 0) || false,
    empty: args.includes('--empty'),
    runJobs: env['VISES_JOBS'] !== 'off',
    logLevel: env['VISES_LOG_LEVEL'] ?? (production ? 'info' : 'warn'),
  }
}

function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, secret, { mode: 0o600 })
  return secret
}

/** A key of its own for each purpose, from the one secret. */
export function deriveKey(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url')
}
