// Writes to a person through the network: no address is revealed until they answer. Loaded when somebody wants to write.
import { html } from 'lit'
import { contactFields } from '../../collections/members/relay/form/fields.js'
import { define } from '../core/define.js'
import { MokorForm } from '../core/form/form.js'
import type { FormRest } from '../core/form/form-host.js'
import { heading } from '../core/heading.js'

class MokorContactForm extends MokorForm {
  static override properties = { ...MokorForm.properties, slug: {}, page: {} }

  static override vocabulary = {
    it: () => import('../../collections/members/relay/form/it.js'),
    en: () => import('../../collections/members/relay/form/en.js'),
  }

  /** Slug of the person written to. */
  declare slug: string
  /** Address of their page on the network, for a site that may not send. */
  declare page: string

  readonly feature = 'relay'
  readonly purpose = 'directory'
  readonly fields = contactFields

  /** What was begun for one person is not shown to another. */
  override get draftKey(): string {
    return `${super.draftKey} ${this.slug}`
  }

  async rest(): Promise<FormRest> {
    return {
      words: {
        it: () => import('../../collections/members/relay/form/later.it.js'),
        en: () => import('../../collections/members/relay/form/later.en.js'),
      },
      path: `/members/${this.slug}/contact`,
      renderDone: (_answer, words) => html`${heading(this.headingLevel, words.done)}<p>${words.confirm}</p>`,
    }
  }
}

define('mokor-contact-form', MokorContactForm)
