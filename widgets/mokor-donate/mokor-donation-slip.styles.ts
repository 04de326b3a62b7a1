// A slip that could be printed.
import { css } from 'lit'

export const slipStyles = css`
  :host {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  :host::before {
    content: none;
  }
  dl {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  dl > div {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  dl > div + div {
    border-block-start: 1px solid var(--_line);
  }
  dd {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    gap: 0 calc(var(--_space) * 3);
    justify-content: space-between;
  }
  dd span {
    flex: 1 1 calc(8 * var(--_rem));
    min-inline-size: 0;
  }
  dl .button {
    font-weight: 400;
    padding-inline: calc(var(--_space) * 3);
  }
  summary {
    cursor: pointer;
    min-block-size: calc(2.75 * var(--_rem));
  }
  .code {
    background: #fff;
    block-size: auto;
    border-radius: var(--_radius);
    fill: #000;
    forced-color-adjust: none;
    inline-size: min(calc(15 * var(--_rem)), 100%);
    shape-rendering: crispEdges;
    stroke: none;
  }
  @media screen {
    details:not([open]) + .code {
      display: none;
    }
  }
`
