// Amounts as large choices.
import { css } from 'lit'

export const donateStyles = css`
  :host {
    --_room: 58rem;
  }
  .euros .options {
    gap: calc(var(--_space) * 2);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(7.5 * var(--_rem))), 1fr));
  }
  .euros .option {
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    font-size: 1.25em;
    font-weight: 600;
    min-block-size: calc(3.5 * var(--_rem));
    padding-inline: calc(var(--_space) * 3);
    white-space: nowrap;
  }
  /* Paper is white, whatever the page. */
  @media print {
    .done {
      --mokor-muted: #000;
      background: #fff;
      color: #000;
    }
  }
`
