// Looks of the directory: a search row, quiet chips, cards in as many columns as its own width has room for.
import { css } from 'lit'
import { cardStyles } from './card.js'
import { personStyles } from './member-summary.js'

export const directoryStyles = [
  personStyles,
  cardStyles,
  css`
    :host {
      --_room: 74rem;
      --_wide: 50rem;
    }
    .box {
      container-type: inline-size;
    }
    input {
      text-overflow: ellipsis;
    }
    ::placeholder {
      color: var(--_muted);
      opacity: 1;
    }
    form {
      align-items: end;
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 3);
    }
    label {
      display: block;
      font-weight: 600;
      padding-block-end: var(--_space);
    }
    .what {
      flex: 3 1 calc(16 * var(--_rem));
    }
    .near {
      flex: 2 1 calc(11 * var(--_rem));
    }
    form .primary {
      flex: 0 1 auto;
    }
    .row {
      align-items: center;
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
      margin-block-start: calc(var(--_space) * 3);
      position: relative;
    }
    .row:empty {
      display: none;
    }
    .chip {
      background: transparent;
      border: 1px solid var(--_line);
      border-radius: calc(2 * var(--_rem));
      min-block-size: calc(2.75 * var(--_rem));
      padding: 0 calc(var(--_space) * 4);
    }
    .chip:hover {
      background: var(--_surface);
    }
    .chip[aria-pressed='true'],
    .chip[aria-expanded='true'] {
      border-color: var(--_ink);
      color: var(--_ink);
    }
    svg {
      fill: none;
      inline-size: 1em;
      stroke: currentColor;
      stroke-width: 1.6;
      margin-inline-start: calc(var(--_space) * 1.5);
      vertical-align: -0.15em;
    }
    .count {
      font-weight: 600;
      margin-block: calc(var(--_space) * 5) calc(var(--_space) * 3);
      min-block-size: 1.5em;
    }
    .list {
      display: grid;
      gap: calc(var(--_space) * 3);
      grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(16.5 * var(--_rem))), 1fr));
    }
    .list[aria-busy='true'] {
      opacity: 0.65;
    }
    .more {
      margin-block-start: calc(var(--_space) * 5);
      text-align: center;
    }
    .more .button {
      min-inline-size: min(100%, calc(14 * var(--_rem)));
    }
    .rotation {
      margin-block-start: calc(var(--_space) * 4);
    }
    .note {
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      margin-block: calc(var(--_space) * 4);
      padding: calc(var(--_space) * 6) calc(var(--_space) * 5);
    }
    .note .button {
      margin-block-start: calc(var(--_space) * 4);
    }
    .back {
      margin-block-end: calc(var(--_space) * 3);
    }
    @media print {
      form,
      .row,
      .more {
        display: none;
      }
    }
    @container (min-width: 0) {
      .list {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @container (min-width: 35rem) and (min-width: 560px) {
      .list {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @container (min-width: 56.25rem) and (min-width: 900px) {
      .list {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
    }
  `,
]
