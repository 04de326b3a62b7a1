// A public team as a page without script: what it is for, and those of its people whom the public sees.

import { publicLoad } from '../../plugin/api/concurrency.js'
import { Problem } from '../../plugin/api/problem.js'
import { pick } from '../../plugin/i18n/localized.js'
import { pathTo } from '../../plugin/pages/document.js'
import { html } from '../../plugin/pages/html.js'
import type { Page } from '../../plugin/pages/serve.js'
import { isolated } from '../../plugin/values/isolate.js'
import { publicTeam } from './public-team.js'

const words = {
  it: {
    people: 'Chi ne fa parte',
    nobody: 'In questo momento nessuna scheda è pubblica.',
    ask: 'Chiedi un lavoro attraverso la rete',
    back: 'Torna all’elenco',
    report: 'Segnala questa squadra',
  },
  en: {
    people: 'Who is in it',
    nobody: 'No profile is public at the moment.',
    ask: 'Ask for a job through the network',
    back: 'Back to the directory',
    report: 'Report this team',
  },
}

export const teamPage: Page = {
  path: '/pages/teams/:slug',
  name: null,
  summary: 'A public team, with those of its people who are public',
  card: null,
  features: ['pages', 'directory', 'teams'],
  secret: false,
  async show({ req, params, lang, options }) {
    const slug = params.slug ?? ''
    const team = await publicLoad(req.payload).reads.run(() => publicTeam(req, slug, lang))
    if (!team) throw new Problem('not-found')
    const text = pick(lang, words)
    const to = (path: string, more = '') => `${pathTo(options, path)}?lang=${lang}${more}`
    return {
      title: isolated(team.name),
      body: html`${team.purpose !== '' && html`<p>${team.purpose}</p>`}
<h2>${text.people}</h2>
${team.members.length === 0 && html`<p class="muted">${text.nobody}</p>`}
${
  team.members.length > 0 &&
  html`<ul class="plain cards">${team.members.map(
    ({ name, page, role }) =>
      html`<li>${page === null ? html`<strong><bdi>${name}</bdi></strong>${role !== '' && html`<br>${role}`}` : html`<a class="card" href="${page}"><span><strong><bdi>${name}</bdi></strong>${role !== '' && html`<span class="muted">${role}</span>`}</span></a>`}</li>`,
  )}</ul>`
}
<p class="muted">${team.note}</p>
${options.features.commissions && html`<p><a class="button" href="${to('/pages/ask')}">${text.ask}</a></p>`}
<p><a href="${to('/pages/directory')}">${text.back}</a></p>
<p class="small"><a href="${to('/pages/report', `&team=${encodeURIComponent(slug)}`)}">${text.report}</a></p>`,
    }
  },
}
