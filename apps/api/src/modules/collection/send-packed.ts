import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const pack = promisify(gzip)

/** Shorter texts travel in the same number of packets either way. */
const WORTH_IT = 2000
const MOST_KEPT = 60
const kept = new Map<string, Promise<Buffer>>()

/** Sends JSON, packed for who takes it: a questionnaire is much text for a phone. What many ask for is packed once. */
export async function sendPacked(request: FastifyRequest, reply: FastifyReply, json: string): Promise<FastifyReply> {
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  if (json.length < WORTH_IT || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
    return reply.send(json)
  let packed = kept.get(json)
  if (!packed) {
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
    kept.set(json, (packed = pack(json)))
  }
  return reply.header('content-encoding', 'gzip').send(await packed)
}
