import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Half a year: a device used less often than that counts as new. */
export const KNOWN_DEVICE_SECONDS = 15_552_000

/**
 * Remembers, in a signed cookie, that someone signed in to this account on this device before. It opens no door: it only
 * gives the device a count of its own, so that strangers who guess wrong cannot use up the owner's attempts.
 */
export function createKnownDevices(secret: string) {
  const sign = (device: string, email: string) =>
    createHmac('sha256', secret).update(`known-device:${device}:${email}`).digest()

  return {
    /** The cookie's value for a device that just proved itself. */
    mark(email: string, now = Date.now()): string {
      const device = `${randomBytes(16).toString('base64url')}.${Math.floor(now / 1000).toString(36)}`
      return `${device}.${sign(device, email).toString('base64url')}`
    },

    /** The device's name, when the cookie is ours, of this account and not too old. */
    deviceOf(cookie: string | null | undefined, email: string, now = Date.now()): string | undefined {
      const [id, since, signature, ...rest] = cookie?.split('.') ?? []
      if (!id || !since || !signature || rest.length > 0) return undefined
      if (now / 1000 - Number.parseInt(since, 36) > KNOWN_DEVICE_SECONDS) return undefined
      const given = Buffer.from(signature, 'base64url')
      const ours = sign(`${id}.${since}`, email)
      return given.length === ours.length && timingSafeEqual(given, ours) ? id : undefined
    },
  }
}

export type KnownDevices = ReturnType<typeof createKnownDevices>
