// A slip that could be printed.
import { css } from 'lit'

export const slipStyles = css`
  :host {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  dl {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  dl > div {
    align-items: center;
    column-gap: calc(var(--_space) * 3);
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    padding: calc(var(--_space) * 3);
  }
  dl > div + div {
    border-block-start: 1px solid var(--_line);
  }
  dt {
    grid-column: 1;
  }
  dd {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    grid-column: 1;
  }
  dl .button {
    grid-area: 1 / 2 / 3;
    padding-inline: calc(var(--_space) * 3);
  }
  summary {
    cursor: pointer;
    min-block-size: 2.75rem;
  }
  .code {
    background: #fff;
    block-size: auto;
    border-radius: var(--_radius);
    fill: #000;
    forced-color-adjust: none;
    inline-size: min(15rem, 100%);
    shape-rendering: crispEdges;
    stroke: none;
  }
  @media print {
    button {
      display: none;
    }
  }
`
