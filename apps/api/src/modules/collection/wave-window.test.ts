import { dayIn, GRACE_MINUTES, isTimeZone, reasonToRefuse, statusOf } from './wave-window.ts'
import type { WaveWindow } from './wave-window.ts'

const at = (text: string) => new Date(text)
const OPENED: WaveWindow = {
  openedAt: at('2027-03-01T08:00:00Z'),
  closedAt: null,
  opensOn: null,
  closesOn: null,
  timeZone: 'Europe/Brussels',
}

// In winter Brussels is one hour ahead of UTC: its 31 March ends, in summer time, at 22:00.
test.each<[string, Partial<WaveWindow>, string, string, string | undefined]>([
  ['not opened yet', { openedAt: null }, '2027-03-02T10:00:00Z', 'planned', 'notYet'],
  ['opened, without days', {}, '2027-03-02T10:00:00Z', 'open', undefined],
  ['opened before its first day', { opensOn: '2027-03-03' }, '2027-03-02T22:59:59Z', 'planned', 'notYet'],
  ['its first day begins at its own midnight', { opensOn: '2027-03-03' }, '2027-03-02T23:00:00Z', 'open', undefined],
  ['the last second of its last day', { closesOn: '2027-03-31' }, '2027-03-31T21:59:59Z', 'open', undefined],
  ['midnight after its last day', { closesOn: '2027-03-31' }, '2027-03-31T22:00:00Z', 'closed', undefined],
  ['the last second of the grace', { closesOn: '2027-03-31' }, '2027-03-31T22:14:59Z', 'closed', undefined],
  ['the end of the grace', { closesOn: '2027-03-31' }, '2027-03-31T22:15:00Z', 'closed', 'closed'],
  [
    'closed by hand, a moment ago',
    { closedAt: at('2027-03-10T10:00:00Z') },
    '2027-03-10T10:14:59Z',
    'closed',
    undefined,
  ],
  [
    'closed by hand, the grace over',
    { closedAt: at('2027-03-10T10:00:00Z') },
    '2027-03-10T10:15:00Z',
    'closed',
    'closed',
  ],
  [
    'closed before it was ever opened',
    { openedAt: null, closedAt: at('2027-03-01T10:00:00Z') },
    '2027-03-10T10:00:00Z',
    'closed',
    'closed',
  ],
])('a wave %s', (_what, wave, now, status, reason) => {
  expect([statusOf({ ...OPENED, ...wave }, at(now)), reasonToRefuse({ ...OPENED, ...wave }, at(now))]).toEqual([
    status,
    reason,
  ])
})

test('the grace is a quarter of an hour, as the documents say', () => expect(GRACE_MINUTES).toBe(15))

test('a day is that of the place, in winter, in summer and on the other side of the world', () => {
  expect(dayIn('Europe/Brussels', at('2027-01-31T23:30:00Z'))).toBe('2027-02-01')
  expect(dayIn('Europe/Brussels', at('2027-07-31T21:59:00Z'))).toBe('2027-07-31')
  expect(dayIn('Pacific/Auckland', at('2027-07-31T12:00:00Z'))).toBe('2027-08-01')
})

test.each([
  ['Europe/Paris', true],
  ['Mars/Olympus', false],
  ['', false],
])('%s is a time zone: %s', (name, known) => expect(isTimeZone(name)).toBe(known))
