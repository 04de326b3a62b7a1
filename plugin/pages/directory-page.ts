// The directory without script: words and province, pages of results in the same fair order as everywhere.
import type { MemberCardDto, MembersPageDto } from '../api/dto.js'
import { members } from '../api/routes/members.js'
import { provinces } from '../geo/index.js'
import { inLang } from '../words.js'
import { pathTo } from './document.js'
import { type Html, html } from './html.js'
import { availabilityOf, kindOf, placeOf } from './member-words.js'
import type { Page, PageContext } from './serve.js'

const words = {
  it: {
    title: 'Chi fa parte della rete',
    q: 'Un mestiere, una capacità, una persona',
    province: 'Provincia',
    all: 'Tutte',
    go: 'Cerca',
    next: 'Mostra altri',
    none: 'Nessuno trovato. Prova con un’altra parola o senza provincia, oppure manda una richiesta alla rete.',
    ask: 'Chiedi un lavoro',
    count: (value: number, more: boolean) =>
      value === 1 ? 'Una persona o azienda' : `${more ? 'Oltre ' : ''}${value} persone e aziende`,
    ranking: 'Nessuno è sempre primo: come è ordinato l’elenco',
  },
  en: {
    title: 'Who belongs to the network',
    q: 'A trade, a skill, a person',
    province: 'Province',
    all: 'All',
    go: 'Search',
    next: 'Show more',
    none: 'Nobody found. Try another word or no province, or send a request to the network.',
    ask: 'Ask for a job',
    count: (value: number, more: boolean) =>
      value === 1 ? 'One person or company' : `${more ? 'More than ' : ''}${value} people and companies`,
    ranking: 'Nobody is always first: how people are ordered',
  },
}

export const directoryPage: Page = {
  path: '/pages/directory',
  features: ['pages', 'directory'],
  secret: false,
  async show(context) {
    const { lang, search } = context
    const text = inLang(lang, words)
    const page = await read(context)
    return {
      title: text.title,
      body: html`${searchForm(context)}
${page.total && page.total.value > 0 && html`<p class="muted">${text.count(page.total.value, page.total.relation === 'gte')}</p>`}
${
  page.members.length === 0
    ? html`<div class="notice"><p>${text.none}</p>${context.options.features.commissions && html`<p><a href="${pathTo(context.options, '/pages/ask')}?lang=${lang}">${text.ask}</a></p>`}</div>`
    : html`<ul class="plain cards">${page.members.map((member) => card(member, lang))}</ul>`
}
${page.next !== null && html`<p><a class="button" href="${pathTo(context.options, '/pages/directory')}?${following(search, lang, page.next)}">${text.next}</a></p>`}
<p class="small"><a href="${pathTo(context.options, '/pages/ranking')}?lang=${lang}">${text.ranking}</a></p>`,
    }
  },
}

/** The route's own answer, so that page and widgets never differ. */
async function read({ req, lang, search }: PageContext): Promise<MembersPageDto> {
  const asked = Object.fromEntries(['q', 'province', 'cursor'].map((name) => [name, search.get(name) ?? '']))
  const query = members.query.safeParse({ ...asked, facets: '0' })
  // A province that does not exist, or words without letters: nobody is there.
  const nobody: MembersPageDto = { members: [], total: null, facets: null, next: null }
  if (!query.success) return nobody
  const counted = members.query.parse(asked)
  const answer = await members.handle({
    req,
    params: {},
    lang,
    query: search.get('cursor') ? query.data : counted,
    ifNoneMatch: null,
  })
  return typeof answer.body === 'string' ? (JSON.parse(answer.body) as MembersPageDto) : (answer.body as MembersPageDto)
}

function searchForm({ options, lang, search }: PageContext): Html {
  const text = inLang(lang, words)
  const chosen = (search.get('province') ?? '').toUpperCase()
  return html`<form method="get" action="${pathTo(options, '/pages/directory')}" role="search">
<input type="hidden" name="lang" value="${lang}">
<div class="row">
<div class="field"><label class="over" for="q">${text.q}</label><input type="search" id="q" name="q" value="${search.get('q') ?? ''}" maxlength="200"></div>
<div class="field"><label class="over" for="province">${text.province}</label><select id="province" name="province">
<option value="">${text.all}</option>
${provinces().map(({ sigla, name }) => html`<option value="${sigla}"${sigla === chosen && html` selected`}>${name}</option>`)}
</select></div>
</div>
<button>${text.go}</button>
</form>`
}

function card(member: MemberCardDto, lang: string): Html {
  const skills = member.skills.map(({ name }) => name).join(' · ')
  const more = member.skillsTotal - member.skills.length
  return html`<li><a class="card" href="${member.page}">
${member.picture && html`<img src="${member.picture.url}" width="64" height="64" alt="" loading="lazy">`}
<span><strong>${member.name}</strong>
<span lang="${member.lang}">${member.headline}</span>
<span class="muted small">${kindOf(member.kind, lang)} · ${placeOf(member.place, lang)} · ${availabilityOf(member.availability, lang)}</span>
<span class="small">${skills}${more > 0 && ` · +${more}`}</span></span>
</a></li>`
}

function following(search: URLSearchParams, lang: string, cursor: string): string {
  const query = new URLSearchParams({ lang })
  for (const name of ['q', 'province']) {
    const value = search.get(name)
    if (value) query.set(name, value)
  }
  query.set('cursor', cursor)
  return query.toString()
}
