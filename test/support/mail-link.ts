// A mail's link as whoever got the mail opens it, over HTTP: its page, and the button there.
import type { ReceivedMail } from './mailbox.js'

/** @throws where the mail has none */
export function linkIn(mail: ReceivedMail): string {
  const found = /http\S+\/pages\/link\/\S+/.exec(mail.text)
  if (!found) throw new Error(`no link in «${mail.subject}»`)
  return found[0]
}

interface Opened {
  status: number
  text: string
  /** @param button its name; the first of the page unless given */
  press(button?: string, fields?: Record<string, string>): Promise<{ status: number; text: string }>
}

export async function openLink(address: string): Promise<Opened> {
  const page = await fetch(address)
  const text = await page.text()
  return {
    status: page.status,
    text,
    async press(button = /name="do" value="([^"]+)"/.exec(text)?.[1] ?? '', fields = {}) {
      const action = /action="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const pressed = await fetch(new URL(action, address), {
        method: 'POST',
        // What a browser says of a form on the same site's page.
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        body: new URLSearchParams({ do: button, ...fields }),
      })
      return { status: pressed.status, text: await pressed.text() }
    },
  }
}
