// The visitor without a mouse: where focus is, however deep in shadow roots, and the way to a field by the Tab key.
import type { Page } from 'playwright-core'

/** Id of what has focus, or its text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at?.id || at?.textContent?.trim() || ''
  })

/** @throws when focus never comes to the element of this id */
export async function tabTo(page: Page, id: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if ((await focused(page)) === id) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key never reached ${id}; it is at ${await focused(page)}`)
}
