// Three steps, the ones behind and at hand in colour.
import { css } from 'lit'

export const joinStyles = css`
  .steps {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .progress {
    display: grid;
    gap: calc(var(--_space) * 2);
    grid-template-columns: repeat(3, auto);
    list-style: none;
    overflow-wrap: break-word;
  }
  .progress li {
    border-block-start: 4px solid var(--_ink);
  }
  [aria-current='step'] ~ li {
    border-color: var(--_line);
  }
  [aria-current='step'] {
    font-weight: 600;
  }
`
