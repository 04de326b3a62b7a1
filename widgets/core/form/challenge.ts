// The proof of work of one form: asked at the first input, renewed by itself, never in the visitor's way.
import type { PowChallenge } from './solver.js'

/** Seconds that a challenge is relied upon, of the half hour it lasts: counted here, for a phone's clock may be wrong. */
const good = 1500
/** Seconds without asking ahead after it failed. */
const rest = 15

export class Challenge {
  #answer: Promise<string> | null = null
  #until = 0
  #restsUntil = 0

  constructor(
    private readonly ask: () => Promise<PowChallenge>,
    private readonly now: () => number = () => Date.now() / 1000,
  ) {}

  /** The answer to a challenge that is still good: the one at hand, or a new one. Fails as the asking does, and may be tried again. */
  answer(): Promise<string> {
    if (!this.#answer || this.#until < this.now()) {
      this.#until = this.now() + good
      this.#answer = this.#solve()
      this.#answer.catch(() => this.forget())
    }
    return this.#answer
  }

  /** Solves before it is needed, at any key; where the asking fails, not at the next keys. Fails as the asking does. */
  async ahead(): Promise<void> {
    if (this.now() < this.#restsUntil) return
    try {
      await this.answer()
    } catch (error) {
      this.#restsUntil = this.now() + rest
      throw error
    }
  }

  /** After it was spent. */
  forget(): void {
    this.#answer = null
  }

  async #solve(): Promise<string> {
    const [challenge, { solve }] = await Promise.all([this.ask(), import('./solver.js')])
    return solve(challenge)
  }
}
