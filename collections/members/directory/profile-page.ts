// A public profile as a page without script, with the contact form.

import { type FieldIssue, Problem } from '../../../plugin/api/problem.js'
import { saidBy } from '../../../plugin/api/respond.js'
import type { MemberProfileDto } from '../../../plugin/directory/dto.js'
import type { Typed } from '../../../plugin/forms/html-form.js'
import { sendForm } from '../../../plugin/forms/page.js'
import { renderForm } from '../../../plugin/forms/render.js'
import { localized, pick } from '../../../plugin/i18n/localized.js'
import { type PageContent, pathTo } from '../../../plugin/pages/document.js'
import { type Html, html, lines, telephone } from '../../../plugin/pages/html.js'
import type { Page, PageContext } from '../../../plugin/pages/serve.js'
import { isolated } from '../../../plugin/values/isolate.js'
import { availabilityOf, kindOf, languageOf, placeOf } from '../publishing/profile-words.js'
import { contactForm } from '../relay/page.js'
import { member } from './profile-route.js'

const words = {
  it: {
    done: 'Che cosa ho fatto davvero',
    where: 'Dove e come',
    works: 'Lavora',
    onsite: 'sul posto',
    remote: 'a distanza',
    languages: 'Parla',
    links: 'Altrove',
    phone: 'Telefono',
    travels: 'Si sposta',
    home: 'solo nel proprio comune',
    all: 'in tutta Italia',
    upTo: (km: number) => `fino a ${km} km`,
    resting: 'In questo periodo non prende lavori.',
    ask: 'Chiedi un lavoro a questa persona attraverso la rete',
    back: 'Torna all’elenco',
    report: 'Segnala questa scheda',
    years: (years: number) => (years === 1 ? 'un anno' : `${years} anni`),
    write: (name: string) => `Scrivi a ${name}`,
  },
  en: {
    done: 'What I have really done',
    where: 'Where and how',
    works: 'Works',
    onsite: 'on site',
    remote: 'remotely',
    languages: 'Speaks',
    links: 'Elsewhere',
    phone: 'Phone',
    travels: 'Travels',
    home: 'within their own town only',
    all: 'all over Italy',
    upTo: (km: number) => `up to ${km} km`,
    resting: 'Takes no work at this time.',
    ask: 'Ask this person for a job through the network',
    back: 'Back to the directory',
    report: 'Report this profile',
    years: (years: number) => (years === 1 ? 'one year' : `${years} years`),
    write: (name: string) => `Write to ${name}`,
  },
}

const originNames = {
  practised: localized('Mestiere', 'Trade'),
  aptitude: localized('Attitudine', 'Aptitude'),
  passion: localized('Passione', 'Passion'),
}

export const memberPage: Page = {
  path: '/pages/members/:slug',
  name: null,
  summary: 'A profile, with the form to write to it',
  card: null,
  features: ['pages', 'directory'],
  secret: false,
  show: async (context) => render(context, await read(context), new URLSearchParams(), []),
  async act(context) {
    if (!context.options.features.relay) throw new Problem('not-found')
    const profile = await read(context)
    return sendForm(contactForm, context, context.form, (issues) => ({
      ...render(context, profile, context.form, issues),
      status: 422,
    }))
  },
}

/** The route's own answer: hidden and unknown give the same 404 here too. */
async function read({ req, params, lang }: PageContext): Promise<MemberProfileDto> {
  const answer = await member.handle({ req, params, lang, query: {}, ifNoneMatch: null })
  return (saidBy(answer) as { member: MemberProfileDto }).member
}

function render(context: PageContext, profile: MemberProfileDto, typed: Typed, issues: FieldIssue[]): PageContent {
  const { lang, options } = context
  const text = pick(lang, words)
  return {
    title: isolated(profile.name),
    body: html`<p lang="${profile.lang}">${profile.headline}</p>
${profile.picture && html`<p><img class="picture" src="${profile.picture.url}" width="160" height="160" alt=""></p>`}
<p class="muted">${kindOf(profile.kind, lang)} · ${placeOf(profile.place, lang)} · ${availabilityOf(profile.availability, lang)}</p>
${skills(profile, lang)}
${profile.experience !== '' && html`<h2>${text.done}</h2><p lang="${profile.lang}">${lines(profile.experience)}</p>`}
<h2>${text.where}</h2>
<dl>${facts(profile, lang).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${writing(context, profile, typed, issues)}
<p><a href="${pathTo(options, '/pages/directory')}?lang=${lang}">${text.back}</a></p>
<p class="small"><a href="${pathTo(options, '/pages/report')}?lang=${lang}&amp;member=${profile.slug}">${text.report}</a></p>`,
  }
}

function skills({ skills: all }: MemberProfileDto, lang: string): Html[] {
  const text = pick(lang, words)
  return (['practised', 'aptitude', 'passion'] as const).flatMap((origin) => {
    const these = all.filter((skill) => skill.origin === origin)
    if (these.length === 0) return []
    const items = these.map(
      ({ name, years, note }) =>
        html`<li>${name}${years !== null && html` <span class="muted">${text.years(years)}</span>`}${note !== null && html`<br><span class="small">${note}</span>`}</li>`,
    )
    return [html`<h2>${pick(lang, originNames[origin])}</h2><ul class="tags">${items}</ul>`]
  })
}

function facts(profile: MemberProfileDto, lang: string): [string, Html][] {
  const text = pick(lang, words)
  const reach = profile.radiusKm === null ? text.all : profile.radiusKm === 0 ? text.home : text.upTo(profile.radiusKm)
  return [
    [text.works, html`${placeOf(profile.place, lang)}, ${profile.modes.map((mode) => text[mode]).join(', ')}`],
    ...(profile.modes.includes('onsite') ? [[text.travels, html`${reach}`] as [string, Html]] : []),
    ...(profile.languages.length > 0
      ? [
          [text.languages, html`${profile.languages.map((code) => languageOf(code, lang)).join(', ')}`] as [
            string,
            Html,
          ],
        ]
      : []),
    ...(profile.phone ? [[text.phone, telephone(profile.phone)] as [string, Html]] : []),
    ...profile.links.map(({ label, url }): [string, Html] => [
      text.links,
      html`<a href="${url}" rel="nofollow noopener ugc">${label ?? new URL(url).hostname}</a>`,
    ]),
  ]
}

function writing(context: PageContext, profile: MemberProfileDto, typed: Typed, issues: FieldIssue[]): Html {
  const { lang, options } = context
  const text = pick(lang, words)
  if (profile.availability.state === 'not-now') return html`<p class="notice">${text.resting}</p>`
  const ask = `${pathTo(options, '/pages/ask')}?lang=${lang}&member=${encodeURIComponent(profile.slug)}`
  return html`${profile.contactable && html`<h2>${text.write(isolated(profile.name))}</h2>${renderForm(contactForm, context, typed, issues)}`}
${options.features.commissions && html`<p><a href="${ask}">${text.ask}</a></p>`}`
}
