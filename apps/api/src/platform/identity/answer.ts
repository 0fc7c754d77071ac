import type { FastifyReply } from 'fastify'

/** Sends the library's answer on, without the session token it likes to repeat in the body: scripts must not see it. */
export async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status).header('cache-control', 'no-store')
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  for (const name of ['location', 'retry-after']) {
    const value = response.headers.get(name)
    if (value !== null) reply.header(name, value)
  }
  const text = await response.text()
  // Redirects call themselves JSON and are empty.
  if (text === '' || !response.headers.get('content-type')?.startsWith('application/json')) return reply.send()
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(withoutToken(JSON.parse(text))))
}

/** Sends a refusal of our own in the library's shape. */
export const refuse = (reply: FastifyReply, status: number, code: string): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ code, message: code.replaceAll('_', ' ').toLowerCase() })

function withoutToken(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const { token: _token, ...rest } = body as Record<string, unknown>
  return rest
}
