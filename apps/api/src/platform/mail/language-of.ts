import type { FastifyRequest } from 'fastify'
import { LANGUAGES, type Language } from '../tri-text.ts'

/** The reader's language: what the address asks for, else the first the browser names that we speak, else French. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { lang?: unknown }).lang
  const named = String(request.headers['accept-language'] ?? '')
    .split(',')
    .map((entry) => entry.trim().slice(0, 2).toLowerCase())
  return [asked, ...named].find(isLanguage) ?? 'fr'
}

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value)
