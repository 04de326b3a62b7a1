// Looks of a person: face, name, tags, availability; shared by the list and the profile.
import { css } from 'lit'

export const personStyles = css`
  .face {
    align-items: center;
    block-size: 3.5rem;
    border-radius: 50%;
    display: flex;
    flex: none;
    font-weight: 600;
    inline-size: 3.5rem;
    justify-content: center;
    object-fit: cover;
    --_tint: var(--_accent);
    background: var(--_surface);
  }
  .face[data-tint='1'] {
    --_tint: #8a5a00;
  }
  .face[data-tint='2'] {
    --_tint: #5b4fa8;
  }
  .face[data-tint='3'] {
    --_tint: #a03c5a;
  }
  @supports (color: color-mix(in oklab, red, blue)) {
    span.face {
      background: color-mix(in oklab, var(--_tint) 16%, transparent);
      color: color-mix(in oklab, var(--_tint) 55%, currentColor);
    }
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  .tags li {
    background: var(--_surface);
    border-radius: calc(var(--_radius) * 0.6);
    padding: 0 calc(var(--_space) * 2);
  }
  .when::before {
    border: 2px solid var(--_muted);
    border-radius: 50%;
    content: '';
    display: inline-block;
    margin-inline-end: calc(var(--_space) * 2);
    padding: 0.2em;
  }
  .when[data-state='now']::before,
  .when[data-state='from']::before {
    background: var(--_ink);
    border-color: var(--_ink);
  }
`

export const cardStyles = [
  personStyles,
  css`
    .card {
      align-content: start;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      display: grid;
      gap: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
      grid-template-columns: auto minmax(0, 1fr);
      grid-template-rows: minmax(4.5rem, auto) auto auto 1fr;
      min-block-size: 13.5rem;
      padding: calc(var(--_space) * 4);
      position: relative;
    }
    .card > :not(.face, .who) {
      grid-column: 1 / -1;
    }
    .card:hover {
      border-color: var(--_edge);
    }
    .card :is(h1, h2, h3, h4, h5, h6) {
      font-size: 1.0625em;
      font-weight: 650;
      line-height: 1.3;
    }
    .card a {
      color: inherit;
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
    .when {
      align-self: end;
    }
    .ghost > * {
      background: var(--_surface);
      border-radius: calc(var(--_radius) / 2);
      min-block-size: 1.25rem;
    }
    .ghost > .face {
      border-radius: 50%;
    }
  `,
]
