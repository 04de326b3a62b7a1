// What the join form loads at the first input: its later steps and texts, and the view after sending.

import { html } from 'lit'
import { laterFields } from '../../collections/members/joining/form/later-fields.js'
import type { MokorForm } from '../core/form/form.js'
import type { FormRest } from '../core/form/form-host.js'
import { heading } from '../core/heading.js'

export const restOf = (form: MokorForm): FormRest => ({
  words: {
    it: () => import('../../collections/members/joining/form/later.it.js'),
    en: () => import('../../collections/members/joining/form/later.en.js'),
  },
  laterFields,
  path: '/members',
  renderDone: (_answer, words) =>
    html`${heading(form.headingLevel, words.done)}<p>${words.confirm}</p><p>${words.afterwards}</p>`,
})
