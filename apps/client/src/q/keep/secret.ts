// What makes drafts unreadable without the address: keys are derived from it on the device and never leave it.

const text = new TextEncoder()

/** False on a page that was not loaded safely (plain HTTP over a network): then nothing is kept. */
export const canSeal = (): boolean => typeof crypto !== 'undefined' && crypto.subtle !== undefined

export interface Secret {
  /** A name that tells nothing about the secret, 43 characters. */
  name: string
  key: CryptoKey
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  content: ArrayBuffer
}

/** Name and key from one secret; another purpose gives others. */
export async function deriveSecret(from: string, purpose: string): Promise<Secret> {
  const base = await crypto.subtle.importKey('raw', text.encode(from), 'HKDF', false, ['deriveBits', 'deriveKey'])
  const hkdf = (label: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: text.encode(`${purpose} ${label}`),
  })
  const [name, key] = await Promise.all([
    crypto.subtle.deriveBits(hkdf('name'), base, 256),
    crypto.subtle.deriveKey(hkdf('key'), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  ])
  return { name: toBase64Url(new Uint8Array(name)), key }
}

export async function seal({ key }: Secret, content: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, content: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, content) }
}

/** Fails when the secret is another one or the content was changed. */
export const unseal = ({ key }: Secret, { iv, content }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, content)

export const sealJson = (secret: Secret, value: unknown): Promise<Sealed> =>
  seal(secret, text.encode(JSON.stringify(value)))

export async function unsealJson<T>(secret: Secret, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await unseal(secret, sealed))) as T
}

/** One text of a sealed content, for the way to the server and back. */
export function pack({ iv, content }: Sealed): string {
  const bytes = new Uint8Array(iv.length + content.byteLength)
  bytes.set(iv)
  bytes.set(new Uint8Array(content), iv.length)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

export function unpack(packed: string): Sealed {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))
  return { iv: bytes.slice(0, 12), content: bytes.slice(12).buffer }
}

/** A new secret of 256 bits, as it stands in an address. */
export const newSecret = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(32)))

/** A random UUID, version 4; also where the browser offers none because the page was not loaded safely. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
