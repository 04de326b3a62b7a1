// What the donation form loads at the first input: later texts, and the slip after sending.

import { html } from 'lit'
import type { MokorForm } from '../core/form/form.js'
import type { FormRest } from '../core/form/form-host.js'
import { heading } from '../core/heading.js'

export const restOf = (form: MokorForm): FormRest => ({
  words: {
    it: () => import('../../collections/donations/form/later.it.js'),
    en: () => import('../../collections/donations/form/later.en.js'),
  },
  path: '/donations',
  keeps: true,
  // The slip must be at hand before the pledge is sent: afterwards it would be too late to say that it is not.
  prepare: () => import('./mokor-donation-slip.js').then((slip) => slip.prepare(form.language)),
  renderDone(slip, words) {
    // At hand already, but where a reload brings the slip of before.
    import('./mokor-donation-slip.js').catch(() => null)
    return html`${heading(form.headingLevel, words.done)}<mokor-donation-slip .slip=${slip}></mokor-donation-slip>`
  },
})
