// What the join form asks later: for whom, what you can do, how to find you; and how all of it is sent.

import { html } from 'lit'
import { joinFields } from '../../collections/members/joining/form/complete.js'
import type { MokorForm } from '../core/form/form.js'
import type { FormRest } from '../core/form/form-host.js'
import { heading } from '../core/heading.js'

export const restOf = (form: MokorForm): FormRest => ({
  words: {
    it: () => import('../../collections/members/joining/form/later.it.js'),
    en: () => import('../../collections/members/joining/form/later.en.js'),
  },
  fields: joinFields,
  path: '/members',
  renderDone: (_answer, words) =>
    html`${heading(form.headingLevel, words.done)}<p>${words.confirm}</p><p>${words.afterwards}</p>`,
})
