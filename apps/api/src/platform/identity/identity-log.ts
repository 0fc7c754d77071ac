/** The part of a pino logger that identity uses; no secret, token or address is ever handed to it. */
export interface IdentityLog {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Names of errors, never their texts: those may quote an address, a query or a token. */
export const kindOf = (details: unknown[]): string[] =>
  details.map((detail) => {
    if (!(detail instanceof Error)) return typeof detail
    const { code } = detail as { code?: unknown }
    return code === undefined ? detail.name : `${detail.name} ${String(code)}`
  })
