// The directory as a page without script: search form, filters, pages of results.

import { wordsFor } from '../../../plugin/api/messages/index.js'
import { type FieldIssue, isProblem } from '../../../plugin/api/problem.js'
import { saidBy } from '../../../plugin/api/respond.js'
import type { ListedMemberDto, MembersPageDto } from '../../../plugin/directory/dto.js'
import { skillName } from '../../../plugin/directory/labels.js'
import { provinces } from '../../../plugin/geo/index.js'
import { localized, pick } from '../../../plugin/i18n/localized.js'
import { pathTo } from '../../../plugin/pages/document.js'
import { type Html, html } from '../../../plugin/pages/html.js'
import type { Page, PageContext } from '../../../plugin/pages/serve.js'
import { skillLabels } from '../../skills/index.js'
import { availabilityOf, kindOf, placeOf } from '../publishing/profile-words.js'
import { members } from './list-route.js'

const number = (lang: string, value: number): string => new Intl.NumberFormat(lang).format(value)

const words = {
  it: {
    title: 'Chi fa parte della rete',
    q: 'Un mestiere, una capacità, una persona',
    near: 'Vicino a (comune)',
    province: 'Provincia',
    skill: 'Capacità',
    all: 'Tutte',
    go: 'Cerca',
    next: 'Mostra altri',
    none: 'Nessuno trovato. Prova con un’altra parola o con meno filtri, oppure manda una richiesta alla rete.',
    ask: 'Chiedi un lavoro',
    without: (setAside: string[]) => (setAside.length > 0 ? ` · senza «${setAside.join('», «')}»` : ''),
    distance: (km: number) => (km < 1 ? 'in zona' : `a ${number('it', km)} km`),
    comes: 'si sposta fin qui',
    nobodyNear: 'Nessuno abita lì vicino.',
    coming: 'Abitano più lontano, ma si spostano fin qui',
    everywhere: (value: number) =>
      value === 1 ? 'Una lavora in tutta Italia' : `${number('it', value)} lavorano in tutta Italia`,
    ranking: 'Nessuno è sempre primo: come è ordinato l’elenco',
  },
  en: {
    title: 'Who belongs to the network',
    q: 'A trade, a skill, a person',
    near: 'Near (municipality)',
    province: 'Province',
    skill: 'Skill',
    all: 'All',
    go: 'Search',
    next: 'Show more',
    none: 'Nobody found. Try another word or fewer filters, or send a request to the network.',
    ask: 'Ask for a job',
    without: (setAside: string[]) => (setAside.length > 0 ? ` · without “${setAside.join('”, “')}”` : ''),
    distance: (km: number) => (km < 1 ? 'nearby' : `${number('en', km)} km away`),
    comes: 'travels as far as here',
    nobodyNear: 'Nobody lives near there.',
    coming: 'They live farther away, but travel as far as here',
    everywhere: (value: number) =>
      value === 1 ? 'One works all over Italy' : `${number('en', value)} work all over Italy`,
    ranking: 'Nobody is always first: how people are ordered',
  },
}

export const directoryPage: Page = {
  path: '/pages/directory',
  name: 'directory',
  summary: 'The directory without script',
  card: {
    order: 1,
    title: localized('Cerca una persona o un mestiere', 'Look for a person or a trade'),
    text: localized('L’elenco di chi si può contattare.', 'The directory of those who can be contacted.'),
  },
  features: ['pages', 'directory'],
  secret: false,
  async show(context) {
    const { lang, search } = context
    const text = pick(lang, words)
    const { page, unclear } = await read(context)
    const { total, reach } = page
    const inside = page.members.filter((member) => !member.comes)
    const coming = page.members.filter((member) => member.comes)
    const everywhere = new URLSearchParams({ ...carried(search, ['q', 'province']), lang, travels: 'italy' })
    return {
      title: text.title,
      body: html`${await searchForm(context, unclear)}
${total && total.value > 0 && html`<p class="muted">${page.totalLabel}${text.without(page.setAside)}</p>`}
${total?.value === 0 && coming.length > 0 && html`<p class="muted">${text.nobodyNear}</p>`}
${
  page.members.length === 0
    ? unclear === null &&
      html`<div class="notice"><p>${text.none}</p>${context.options.features.commissions && html`<p><a href="${pathTo(context.options, '/pages/ask')}?lang=${lang}">${text.ask}</a></p>`}</div>`
    : inside.length > 0 && html`<ul class="plain cards">${inside.map((member) => card(member, lang))}</ul>`
}
${coming.length > 0 && html`<h2>${text.coming}</h2><ul class="plain cards">${coming.map((member) => card(member, lang))}</ul>`}
${reach && reach.everywhere > 0 && html`<p><a href="${pathTo(context.options, '/pages/directory')}?${everywhere.toString()}">${text.everywhere(reach.everywhere)}</a></p>`}
${page.next !== null && html`<p><a class="button" href="${pathTo(context.options, '/pages/directory')}?${following(search, lang, page.next)}">${text.next}</a></p>`}
<p class="small"><a href="${pathTo(context.options, '/pages/ranking')}?lang=${lang}">${text.ranking}</a></p>`,
    }
  },
}

/** The route's own answer, so that page and widgets never differ. */
async function read({ req, lang, search }: PageContext): Promise<{ page: MembersPageDto; unclear: FieldIssue | null }> {
  const asked = carried(search, [...kept, 'cursor'])
  const query = members.query.safeParse({ ...asked, skill: search.getAll('skill') })
  // A province that does not exist, or what is no skill: nobody is there.
  const nobody: MembersPageDto = {
    members: [],
    total: null,
    totalLabel: null,
    facets: null,
    reach: null,
    next: null,
    setAside: [],
  }
  if (!query.success) return { page: nobody, unclear: null }
  try {
    const answer = await members.handle({ req, params: {}, lang, query: query.data, ifNoneMatch: null })
    return { page: saidBy(answer) as MembersPageDto, unclear: null }
  } catch (error) {
    // A place that nobody knows, or that may be several.
    const unclear = isProblem(error) && error.issues.find(({ parameter }) => parameter === 'near')
    if (!unclear) throw error
    return { page: nobody, unclear }
  }
}

/** What a question without script may hold, besides trades. */
const kept = ['q', 'near', 'radius', 'province', 'travels'] as const

const carried = (search: URLSearchParams, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name) as string]] : [])))

async function searchForm(context: PageContext, unclear: FieldIssue | null): Promise<Html> {
  const { options, lang, search } = context
  const text = pick(lang, words)
  const chosen = (search.get('province') ?? '').toUpperCase()
  return html`<form method="get" action="${pathTo(options, '/pages/directory')}" role="search">
<input type="hidden" name="lang" value="${lang}">
<div class="row">
<div class="field"><label class="over" for="q">${text.q}</label><input type="search" id="q" name="q" value="${search.get('q') ?? ''}" maxlength="200"></div>
<div class="field"><label class="over" for="near">${text.near}</label><input type="text" id="near" name="near" value="${search.get('near') ?? ''}" maxlength="80"${unclear && html` aria-invalid="true" aria-describedby="near-wrong"`}>
${unclear && html`<p class="wrong-text" id="near-wrong">${wordsFor(lang).message(unclear.code)}</p>`}
${unclear?.choices && html`<ul class="plain">${unclear.choices.map(({ value, label }) => html`<li><a href="?${new URLSearchParams({ ...carried(search, kept), lang, near: value }).toString()}">${label}</a></li>`)}</ul>`}</div>
<div class="field"><label class="over" for="province">${text.province}</label><select id="province" name="province">
<option value="">${text.all}</option>
${provinces().map(({ sigla, name }) => html`<option value="${sigla}"${sigla === chosen && html` selected`}>${name}</option>`)}
</select></div>
</div>
${await chosenSkills(context)}
<button>${text.go}</button>
</form>`
}

/** The skills that the address asks for; whoever does not want one any more takes its tick away. */
async function chosenSkills({ req, lang, search }: PageContext): Promise<Html | null> {
  const chosen = new Set(search.getAll('skill').filter((slug) => slug !== ''))
  if (chosen.size === 0) return null
  const names = await skillLabels(req)
  return html`<fieldset><legend>${pick(lang, words).skill}</legend>
${[...chosen].map(
  (slug) =>
    html`<label class="choice"><input type="checkbox" name="skill" value="${slug}" checked><span>${skillName(slug, lang, names)}</span></label>`,
)}
</fieldset>`
}

function card(member: ListedMemberDto, lang: string): Html {
  const text = pick(lang, words)
  const where = [
    placeOf(member.place, lang),
    ...(member.distanceKm === null ? [] : [text.distance(member.distanceKm)]),
    ...(member.comes ? [text.comes] : []),
  ].join(' · ')
  const skills = member.skills.map(({ name }) => name).join(' · ')
  const more = member.skillsTotal - member.skills.length
  return html`<li><a class="card" href="${member.page}">
${member.picture && html`<img src="${member.picture.url}" width="64" height="64" alt="" loading="lazy">`}
<span><strong><bdi>${member.name}</bdi></strong>
<span lang="${member.lang}">${member.headline}</span>
<span class="muted small">${kindOf(member.kind, lang)} · ${where} · ${availabilityOf(member.availability, lang)}</span>
<span class="small">${skills}${more > 0 && ` · +${more}`}</span></span>
</a></li>`
}

function following(search: URLSearchParams, lang: string, cursor: string): string {
  const query = new URLSearchParams({ lang, ...carried(search, kept) })
  for (const skill of search.getAll('skill')) query.append('skill', skill)
  query.set('cursor', cursor)
  return query.toString()
}
