// Looks of a profile: a calm page of its own, one column, two where there is room.
import { css } from 'lit'
import { personStyles } from '../mokor-directory/member-summary.js'

export const memberStyles = [
  personStyles,
  css`
    :host {
      --_room: 44rem;
      --_wide: 50rem;
    }
    .box {
      container-type: inline-size;
    }
    article,
    .pair,
    .pair > div {
      align-content: start;
      display: grid;
      gap: calc(var(--_space) * 6);
    }
    article {
      max-inline-size: 60rem;
    }
    header {
      align-items: center;
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 4);
    }
    header > div {
      flex: 1 1 12rem;
      min-inline-size: 0;
    }
    header .face {
      block-size: 5.5rem;
      font-size: 1.5em;
      inline-size: 5.5rem;
    }
    header [role='heading'] {
      font-size: 1.5em;
    }
    section [role='heading'] {
      margin-block-end: calc(var(--_space) * 2);
    }
    [role='alert'] p {
      margin-block: calc(var(--_space) * 3);
    }
    .line {
      font-size: 1.125em;
    }
    .prose {
      max-inline-size: 65ch;
      white-space: pre-line;
    }
    .skills li {
      border-block-start: 1px solid var(--_line);
      padding-block: calc(var(--_space) * 2);
    }
    .skills li:first-child {
      border: 0;
      padding-block-start: 0;
    }
    .contact {
      display: grid;
      gap: calc(var(--_space) * 3);
      justify-items: start;
    }
    mokor-contact-form {
      inline-size: 100%;
      max-inline-size: 40rem;
    }
    .resting {
      background: var(--_surface);
      border-radius: var(--_radius);
      padding: calc(var(--_space) * 4);
    }
    footer {
      border-block-start: 1px solid var(--_line);
      padding-block-start: calc(var(--_space) * 2);
    }
    footer a {
      display: inline-block;
      padding-block: calc(var(--_space) * 3);
    }
    @container (min-width: 40rem) and (min-width: 640px) {
      .pair {
        column-gap: calc(var(--_space) * 8);
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      }
    }
  `,
]
