// What the request form loads at the first input: later texts, and the view after sending.

import { html } from 'lit'
import type { CommissionReceiptDto } from '../../collections/commissions/dto.js'
import type { MokorForm } from '../core/form/form.js'
import type { FormRest } from '../core/form/form-host.js'
import { heading } from '../core/heading.js'

export const restOf = (form: MokorForm & { readonly member: string | null }): FormRest => ({
  words: {
    it: () => import('../../collections/commissions/form/later.it.js'),
    en: () => import('../../collections/commissions/form/later.en.js'),
  },
  path: '/commissions',
  get given() {
    return form.member ? { member: form.member } : {}
  },
  renderDone(answer, words) {
    const { network } = form.state
    return html`${heading(form.headingLevel, words.done)}
      <p>${words.confirm}</p>
      <p>${words.reference}: <strong>${(answer as CommissionReceiptDto).reference}</strong></p>
      <p>${words.answer?.replace('{n}', `${network?.answerDays}`).replace('{network}', network?.name ?? '')} ${words.free}</p>`
  },
})
