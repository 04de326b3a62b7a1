// The slip of a pledge: what to copy into one's own bank, each line by itself, and the QR. Loaded when the pledge is sent.
import { html, nothing, svg, type TemplateResult } from 'lit'
import type { DonationSlipDto } from '../../collections/donations/dto.js'
import { controls } from '../core/controls.js'
import { define } from '../core/define.js'
import { MokorElement, type Vocabulary } from '../core/element.js'
import { theme } from '../core/theme.js'
import { euros, typed } from './euros.js'
import { ibanGroups } from './iban.js'
import { slipStyles } from './mokor-donation-slip.styles.js'

type Words = typeof import('../../collections/donations/form/slip.it.js').words

const vocabulary: Vocabulary<Words> = {
  it: () => import('../../collections/donations/form/slip.it.js'),
  en: () => import('../../collections/donations/form/slip.en.js'),
}

/** Fetches the slip's words ahead, so that it can be drawn even if the connection then fails. */
export const prepare = async (language: string): Promise<unknown> => vocabulary[language]?.()

/** Modules of white that a reader needs around the code. */
const quiet = 4

/**
 * Part of `mokor-donate`: the details of the transfer, each with its button to copy.
 * @tagname mokor-donation-slip
 */
export class MokorDonationSlip extends MokorElement<Words> {
  static override properties = { slip: { attribute: false }, told: { state: true } }
  static override styles = [theme, controls, slipStyles]
  static override vocabulary = vocabulary

  declare slip: DonationSlipDto | null
  /** What was last copied, and how that went. */
  declare protected told: { line: string; how: 'copied' | 'selected' } | null

  constructor() {
    super()
    this.slip = this.told = null
  }

  override render(): unknown {
    const { slip, words, language, told } = this
    if (!slip) return nothing
    const { beneficiary, iban, remittance, qr } = slip.payment
    const amount = euros(slip.amountCents, language)
    // With its weekday: "fino a martedì 8" stands where a bare 8 or 11 would want another article.
    const date = new Intl.DateTimeFormat(language === 'it' ? 'it' : 'en-GB', {
      dateStyle: 'full',
      timeZone: 'Europe/Rome',
    }).format(new Date(slip.expiresAt))
    return html`
      <p>${words[slip.frequency]}</p>
      <dl>
        ${this.#line('beneficiary', beneficiary)}${this.#line('iban', ibanGroups(iban), iban)}
        ${this.#line('amount', amount, typed(slip.amountCents, language))}${this.#line('remittance', remittance)}
      </dl>
      <p class="aloud" role="status">${told ? `${words[told.line as 'iban']}: ${words[told.how]}` : ''}</p>
      <details ?open=${!matchMedia('(max-width: 600px)').matches}>
        <summary>${words.qr}</summary>
      </details>
      <svg class="code" role="img" aria-label=${words.qrName} viewBox="${-quiet} ${-quiet} ${qr.size + 2 * quiet} ${qr.size + 2 * quiet}">
        ${svg`<path d=${qr.path} />`}
      </svg>
      ${slip.taxNote ? html`<p>${slip.taxNote}</p>` : nothing}
      <p class="muted small">${words.until.replace('{date}', date.replace(/ 1 (?=[a-z])/, ' 1º '))}</p>
      <p><button class="button" @click=${() => print()}>${words.print}</button></p>
    `
  }

  #line(name: 'beneficiary' | 'iban' | 'amount' | 'remittance', shown: string, copied = shown): TemplateResult {
    const { words, told } = this
    return html`<div>
      <dt class="muted small">${words[name]}</dt>
      <dd><span id=${name}>${shown}</span>
        <button class="button" aria-label="${words.copy}: ${words[name]}" @click=${() => this.#copy(name, copied)}>${
          told?.line === name ? words[told.how] : words.copy
        }</button></dd>
    </div>`
  }

  async #copy(line: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      this.told = { line, how: 'copied' }
    } catch {
      // Clipboards may be denied to a page: the line is selected for the visitor's own copy.
      const value = this.renderRoot.querySelector(`#${line}`)
      if (value) getSelection()?.selectAllChildren(value)
      this.told = { line, how: 'selected' }
    }
  }
}

define('mokor-donation-slip', MokorDonationSlip)
