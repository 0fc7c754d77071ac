import { idOf } from '../../platform/id.ts'
import { momentOf } from './demo-calendar.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { inventedPerson } from './demo-cast.ts'
import type { DemoPerson } from './demo-cast.ts'
import type { TableRows } from './demo-rows.ts'
import type { DemoCollection } from './responses/index.ts'
import { shuffled } from './responses/spread.ts'

/** The columns that say whose a row is. */
export interface Owner {
  partner_id: string
  enterprise_id: string
}

/** The links of a wave, whom they were mailed to, and which of those that work once are spent. */
export function linkRows(
  name: string,
  { opensOn, links = [], mailed }: DemoCollection,
  at: { own: Owner; wave_id: string; writer: DemoPerson; calendar: DemoCalendar; groupId: (index: number) => string },
): TableRows {
  const { own, wave_id, writer, calendar, groupId } = at
  const id = (part: string) => idOf(`demo ${part} ${name}`)
  const opens = calendar.day(opensOn)
  const link = (part: string, kind: 'open' | 'personal', group: number, label: string, position: number | null) => ({
    ...own,
    id: id(part),
    wave_id,
    batch_id: kind === 'open' ? id(part) : id('invitations'),
    group_id: groupId(group),
    kind,
    label,
    language: null,
    // The token follows from this and the server's secret, so that knowing the demo opens no link.
    nonce: id(`${part} nonce`),
    position,
    accepted: 0,
    created_at: momentOf(opens),
  })
  const people = Array.from({ length: mailed?.people ?? 0 }, (_, index) => index)
  const round = (kind: string, day: string, count: number) => ({
    ...own,
    id: id(kind),
    wave_id,
    kind,
    sent_on: calendar.day(day),
    count,
    finished: true,
    by_name: writer.name,
  })
  return {
    wave_spent: [
      {
        ...own,
        wave_id,
        spent: shuffled(
          `spent ${name}`,
          people.map((index) => (index < mailed!.answered ? '1' : '0')),
        ).join(''),
      },
    ],
    collection_link: [
      ...links.map(({ group, label }, index) => link(`link ${index}`, 'open', group, label, null)),
      ...people.map((index) => link(`personal link ${index}`, 'personal', mailed!.group, '', index)),
    ],
    invitee: people.map((index) => {
      const person = inventedPerson(`${name} invitee ${index}`, 'fr')
      return {
        ...own,
        id: id(`invitee ${index}`),
        wave_id,
        group_id: groupId(mailed!.group),
        link_id: id(`personal link ${index}`),
        name: person.name,
        email: person.email,
        language: 'fr',
        mailed: true,
        unsubscribed: false,
      }
    }),
    wave_mailing: mailed
      ? [round('invitation', mailed.on, mailed.people), round('reminder', mailed.remindedOn, mailed.reminders)]
      : [],
  }
}
