// The hand of an editor in Chromium: every click, tap and key press is counted, none is free.
import type { Locator, Page } from 'playwright-core'

export interface Effort {
  clicks: number
  keys: number
  /** Letters of words that only the editor can write; the same whichever way. */
  letters: number
  seconds: number
}

const patience = 60_000
/** Further than this the Tab key has lost its way. */
const farthest = 60

export class Hand {
  clicks = 0
  keys = 0
  letters = 0

  constructor(
    readonly page: Page,
    /** A finger where there is no mouse. */
    readonly isTouch = false,
  ) {}

  async click(target: Locator): Promise<void> {
    this.clicks += 1
    await (this.isTouch ? target.tap({ timeout: patience }) : target.click({ timeout: patience }))
  }

  async press(key: string): Promise<void> {
    this.keys += 1
    await this.page.keyboard.press(key)
  }

  /** By the Tab key, one press after the other, or backwards where that is nearer. @throws where it never gets there */
  async tabTo(target: Locator, key = 'Tab'): Promise<void> {
    await target.waitFor({ timeout: patience })
    for (let n = 0; n < farthest; n++) {
      if (await target.evaluate((found) => found === document.activeElement)) return
      await this.press(key)
    }
    throw new Error(`the ${key} key never reached ${target}`)
  }

  /** Into what has focus, or into a field that is clicked first. */
  async type(words: string, into?: Locator): Promise<void> {
    if (into) await this.click(into)
    this.letters += words.length
    await this.page.keyboard.type(words)
  }

  /** What a piece of work costs. */
  async count(work: () => Promise<void>): Promise<Effort> {
    const { clicks, keys, letters } = this
    const from = performance.now()
    await work()
    return {
      clicks: this.clicks - clicks,
      keys: this.keys - keys,
      letters: this.letters - letters,
      seconds: (performance.now() - from) / 1000,
    }
  }
}
