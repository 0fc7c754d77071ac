import { expect } from '@playwright/test'
import type { APIRequestContext } from '@playwright/test'

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Waits for a mail to this address and answers the address of the first page of ours it links to. */
export async function mailedLink(request: APIRequestContext, to: string, part: string): Promise<string> {
  let found: string | undefined
  await expect(async () => {
    const list = await (await request.get('/outbox?lang=fr')).text()
    const rows = list.split('<tr>').filter((row) => unescape(row).includes(`<td>${to}</td>`))
    const ids = rows.map((row) => /href="\/outbox\/([^?"]+)/.exec(row)?.[1] ?? '')
    for (const id of ids) {
      const mail = await (await request.get(`/outbox/${id}`)).text()
      const links = [...mail.matchAll(/href="(https?:[^"]+)"/g)].map(([, link]) => unescape(link!))
      found ??= links.find((link) => link.includes(part))
    }
    expect(found, `a mail to ${to} with a link to ${part}`).toBeDefined()
  }).toPass({ timeout: 20_000 })
  return found!
}
