/** Carries the client's key from Fastify, which knows the proxies, to the rules; never taken over from a request. */
export const CLIENT_HEADER = 'x-vises-client'
