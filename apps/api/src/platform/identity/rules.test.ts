import { clientKey } from './client-key.ts'
import { createKnownDevices, KNOWN_DEVICE_SECONDS } from './known-device.ts'
import { passwordFault } from './password-rule.ts'

test.each([
  ['trop court', undefined],
  ['trop cour', 'PASSWORD_TOO_SHORT'],
  ['wachtwoord van de buren', undefined],
  ['Wachtwoord2026!', 'PASSWORD_TOO_COMMON'],
  ['!!motdepasse!!', 'PASSWORD_TOO_COMMON'],
  ['azertyuiop', 'PASSWORD_TOO_COMMON'],
  ['1q2w3e4r5t', 'PASSWORD_TOO_COMMON'],
  ['1234567890', 'PASSWORD_TOO_COMMON'],
  ['aaaaaaaaaaaa', 'PASSWORD_TOO_COMMON'],
  ['abcabcabcabc', 'PASSWORD_TOO_COMMON'],
  ['ada@example.org', 'PASSWORD_TOO_COMMON'],
  ['😀😁😂🤣😃', 'PASSWORD_TOO_SHORT'],
  ['😀😁😂🤣😃😄😅😆😉😊', undefined],
  ['!@#$%^&*()_', 'PASSWORD_TOO_COMMON'],
  ['x1'.repeat(3).padEnd(200, 'kangoeroe '), undefined],
  ['x1'.repeat(3).padEnd(201, 'kangoeroe '), 'PASSWORD_TOO_LONG'],
])('the password %j is judged %j', (password, fault) => {
  expect(passwordFault(password, 'ada@example.org')).toBe(fault)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the client at %s counts as %s', (address, key) => {
  expect(clientKey(address)).toBe(key)
})

test('a device stays known for half a year, to its own account and under its own secret', () => {
  const devices = createKnownDevices('secret')
  const now = Date.UTC(2026, 0, 1)
  const mark = devices.mark('ada@example.org', now)
  expect(devices.deviceOf(mark, 'ada@example.org', now)).toMatch(/^[\w-]{22}$/)
  expect(devices.deviceOf(mark, 'ada@example.org', now + (KNOWN_DEVICE_SECONDS + 1) * 1000)).toBeUndefined()
  expect(devices.deviceOf(mark, 'bo@example.org', now)).toBeUndefined()
  expect(createKnownDevices('another').deviceOf(mark, 'ada@example.org', now)).toBeUndefined()
  for (const cookie of ['', 'a.b.c', `${mark}.x`, null, undefined])
    expect(devices.deviceOf(cookie, 'ada@example.org', now)).toBeUndefined()
})
