// Static pages: index, how to report.
import { pick } from '../i18n/localized.js'
import { mokor } from '../runtime.js'
import { pathTo } from './document.js'
import { html, telephone } from './html.js'
import type { Page, PageContext } from './serve.js'

const link = ({ options, lang }: PageContext, name: string) => `${pathTo(options, `/pages/${name}`)}?lang=${lang}`

export const indexPage: Page = {
  path: '/pages',
  name: null,
  summary: 'The network’s own pages: what there is',
  card: null,
  features: ['pages'],
  secret: false,
  async show(context) {
    const { options, lang, req } = context
    const { organisation } = options
    const text = pick(lang, {
      it: {
        intro: `${organisation.name} è una comunità di lavoro senza scopo di lucro: chi cerca e chi si presta si trovano, senza provvigioni. Prezzi e accordi restano tra le persone.`,
      },
      en: {
        intro: `${organisation.name} is a no-profit work community: those who look and those who work find each other, without commission. Prices and agreements stay between the people.`,
      },
    } as const)
    const ways = mokor(req.payload)
      .pages.flatMap(({ name, card }) => (name && card && options.pages.includes(name) ? [{ name, ...card }] : []))
      .toSorted((a, b) => a.order - b.order)
    return {
      title: organisation.name,
      body: html`<p>${text.intro}</p>
<ul class="plain cards">${ways.map(
        (way) =>
          html`<li><a class="card" href="${link(context, way.name)}"><span><strong>${pick(lang, way.title)}</strong><span class="muted">${pick(lang, way.text)}</span></span></a></li>`,
      )}</ul>`,
    }
  },
}

export const reportPage: Page = {
  path: '/pages/report',
  name: 'report',
  summary: 'Where to report abuse',
  card: null,
  features: ['pages'],
  secret: false,
  async show({ lang, options, search }) {
    const { reportContact, phone } = options.organisation
    const slug = search.get('member') ?? search.get('team')
    const about = slug !== null && /^[\w-]{1,120}$/.test(slug) ? slug : null
    const text = pick(lang, {
      it: {
        title: 'Segnala un abuso',
        paragraphs: [
          'Una scheda falsa, un comportamento scorretto, un contenuto offensivo: scrivici che cosa è successo, quando e dove si vede. Lo legge una persona.',
          'Rispondiamo per scritto, con i motivi. Chi è segnalato viene ascoltato prima di decidere; chi non è d’accordo può chiedere che decida un’altra persona.',
          'La rete non fa da arbitro sui soldi: per quelli valgono gli accordi tra le parti e, se serve, le autorità.',
        ],
        subject: 'Segnalazione',
        write: 'Scrivi a',
        call: 'Oppure chiama',
      },
      en: {
        title: 'Report abuse',
        paragraphs: [
          'A false profile, misconduct, offensive content: write to us what happened, when, and where it can be seen. A person reads it.',
          'We answer in writing, with reasons. Whoever is reported is heard before a decision; whoever disagrees may ask that another person decides.',
          'The network does not judge about money: there the agreement between the parties counts and, where needed, the authorities.',
        ],
        subject: 'Report',
        write: 'Write to',
        call: 'Or call',
      },
    })
    const subject = encodeURIComponent(about ? `${text.subject}: ${about}` : text.subject)
    return {
      title: text.title,
      body: html`${text.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
<p>${text.write} <a href="mailto:${reportContact}?subject=${subject}">${reportContact}</a>${phone && html`<br>${text.call} ${telephone(phone)}`}</p>`,
    }
  },
}
