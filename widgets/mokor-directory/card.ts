// One person or company in the list: the whole card is a single link.
import { css, html, nothing, type TemplateResult } from 'lit'
import type { ListedMemberDto, MemberCardDto } from '../../plugin/directory/dto.js'
import { heading } from '../core/heading.js'
import type { CardWords } from '../locales/en/directory.js'
import { availabilityOf, portrait } from './member-summary.js'

export function renderCard(
  member: ListedMemberDto,
  words: CardWords,
  level: number,
  page: string,
  open: (event: MouseEvent, member: MemberCardDto) => void,
): TemplateResult {
  const more = member.skillsTotal - member.skills.length
  return html`<li class="card" part="card">
    ${portrait(member)}
    <div>
      ${heading(level, html`<a href=${page} @click=${(event: MouseEvent) => open(event, member)}>${member.name}</a>`)}
      <p class="line" lang=${member.lang}>${member.headline}</p>
    </div>
    <p class="small muted">${whereOf(member, words)}</p>
    <ul class="tags small">
      ${member.skills.map((skill) => html`<li>${skill.name}</li>`)}
      ${more ? html`<li><span aria-hidden="true">+${more}</span><span class="aloud">${words.more(more)}</span></li>` : nothing}
    </ul>
    <p class="when small" data-state=${member.availability.state}>${availabilityOf(member, words)}</p>
  </li>`
}

/** Keeps a card's room while people are on their way. */
export const renderGhost = (): TemplateResult =>
  html`<li class="card ghost" aria-hidden="true">
    <span class="face"></span><span></span><span></span><span></span><span></span>
  </li>`

function whereOf(member: ListedMemberDto, words: CardWords): string {
  const remote = !member.modes.includes('remote') ? '' : member.modes.length > 1 ? words.remote : words.remoteOnly
  const distance = member.distanceKm === null ? '' : words.distance(member.distanceKm)
  return [words.place(member.place), distance, member.comes && words.comes, remote].filter(Boolean).join(' · ')
}

export const cardStyles = css`
  .card {
    align-content: start;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: grid;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    grid-template: minmax(calc(4.5 * var(--_rem)), auto) auto auto 1fr / auto minmax(0, 1fr);
    min-block-size: calc(13.5 * var(--_rem));
    padding: calc(var(--_space) * 4);
    position: relative;
  }
  .card > .small {
    grid-column: 1 / -1;
  }
  .card:hover {
    border-color: var(--_edge);
  }
  .card a {
    color: inherit;
    font-size: 1.0625em;
    font-weight: 600;
    padding: 0;
    text-decoration: none;
  }
  .card a::after {
    border-radius: var(--_radius);
    content: '';
    inset: 0;
    position: absolute;
  }
  .card:hover a {
    text-decoration: underline;
  }
  .card a:focus-visible {
    outline: 0;
  }
  .card a:focus-visible::after {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  .line {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .tags li {
    background: var(--_surface);
    border-radius: calc(var(--_radius) / 2);
    padding: 0 calc(var(--_space) * 2);
  }
  .when {
    align-self: end;
  }
  @container (max-width: 12rem) {
    .card {
      grid-template-columns: 100%;
    }
    .line {
      display: block;
    }
  }
  .ghost > span {
    background: var(--_surface);
  }
  .ghost > span + span + span {
    grid-column: 1 / -1;
    min-block-size: calc(1.25 * var(--_rem));
  }
`
