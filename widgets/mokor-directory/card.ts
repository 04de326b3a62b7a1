// One person or company in the list: the whole card is a single link.
import { html, nothing, type TemplateResult } from 'lit'
import type { MemberCardDto } from '../../plugin/api/dto.js'
import { heading } from '../core/heading.js'
import type { CardWords } from '../locales/en/directory.js'

export function drawCard(
  member: MemberCardDto,
  words: CardWords,
  level: number,
  open: (event: MouseEvent, member: MemberCardDto) => void,
): TemplateResult {
  const more = member.skillsTotal - member.skills.length
  return html`<li class="card" part="card">
    ${portrait(member)}
    <div class="who">
      ${heading(level, html`<a href=${member.page} @click=${(event: MouseEvent) => open(event, member)}>${member.name}</a>`)}
      <p class="line" lang=${member.lang}>${member.headline}</p>
    </div>
    <p class="where small muted">${whereOf(member, words)}</p>
    <ul class="tags small">
      ${member.skills.map((skill) => html`<li>${skill.name}</li>`)}
      ${more > 0 ? html`<li><span aria-hidden="true">+${more}</span><span class="aloud">${words.more(more)}</span></li>` : nothing}
    </ul>
    <p class="when small" data-state=${member.availability.state}>${availabilityOf(member, words)}</p>
  </li>`
}

/** The picture, or the initials on one of a few calm tints, always the same for one person. */
export function portrait(member: Pick<MemberCardDto, 'name' | 'slug' | 'picture'>): TemplateResult {
  const { picture } = member
  if (picture)
    return html`<img class="face" part="picture" src=${picture.url} width="64" height="64" alt="" loading="lazy" decoding="async" />`
  const initials = member.name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0])
    .join('')
  const tint = [...member.slug].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 4
  return html`<span class="face" data-tint=${tint} aria-hidden="true">${initials}</span>`
}

export function whereOf(member: MemberCardDto, words: CardWords): string {
  const remote = !member.modes.includes('remote') ? '' : member.modes.length > 1 ? words.remote : words.remoteOnly
  const distance = member.distanceKm === null ? '' : words.distance(member.distanceKm)
  return [words.place(member.place), distance, remote].filter(Boolean).join(' · ')
}

export function availabilityOf({ availability }: Pick<MemberCardDto, 'availability'>, words: CardWords): string {
  return availability.state === 'from' && availability.from
    ? words.from(availability.from)
    : words[availability.state === 'from' ? 'now' : availability.state]
}
