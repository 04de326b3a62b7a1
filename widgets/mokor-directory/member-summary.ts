// Portrait, place and availability of a person, in a list and on their profile.
import { css, html, type TemplateResult } from 'lit'
import { initialsOf } from '../../plugin/contract/initials.js'
import type { MemberCardDto } from '../../plugin/directory/dto.js'
import type { CardWords } from '../locales/en/directory.js'

/** The picture, or the initials on one of a few calm tints, always the same for one person. */
export function portrait(member: Pick<MemberCardDto, 'name' | 'slug' | 'picture'>): TemplateResult {
  const { picture } = member
  if (picture)
    return html`<img class="face" part="picture" src=${picture.url} width="56" height="56" alt="" loading="lazy" />`
  return html`<span class="face" part="picture" data-tint=${member.slug.charCodeAt(member.slug.length - 1) % 4} aria-hidden="true">${initialsOf(member.name)}</span>`
}

export function availabilityOf({ availability }: Pick<MemberCardDto, 'availability'>, words: CardWords): string {
  const { state, from } = availability
  return state === 'from' ? words.from(from ?? '') : words[state]
}

export const personStyles = css`
  .face {
    align-items: center;
    background: var(--_surface);
    block-size: 3.5rem;
    border-radius: 50%;
    display: flex;
    flex: none;
    font-weight: 600;
    inline-size: 3.5rem;
    justify-content: center;
    object-fit: cover;
  }
  @supports (color: color-mix(in oklab, red, blue)) {
    span.face {
      background: color-mix(in oklab, var(--_tint, var(--_accent)) 16%, transparent);
      color: color-mix(in oklab, var(--_tint, var(--_accent)) 55%, currentColor);
    }
  }
  [data-tint='1'] {
    --_tint: #8a5a00;
  }
  [data-tint='2'] {
    --_tint: #5b4fa8;
  }
  [data-tint='3'] {
    --_tint: #a03c5a;
  }
  .when::before {
    border: 2px solid var(--_muted);
    border-radius: 50%;
    content: '';
    display: inline-block;
    margin-inline-end: calc(var(--_space) * 2);
    padding: 0.2em;
  }
  /* Full by its edge alone, so that forced colours leave it full. */
  [data-state='now']::before {
    border: calc(0.2em + 2px) solid var(--_ink);
    padding: 0;
  }
`
