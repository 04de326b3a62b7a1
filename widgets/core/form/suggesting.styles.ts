// The list under a suggesting field.
import { css } from 'lit'

export const suggestingStyles = css`
  .field {
    display: grid;
    gap: var(--_space);
    position: relative;
    overflow-wrap: anywhere;
  }
  label {
    font-weight: 600;
  }
  #list {
    max-block-size: 16rem;
    overflow: auto;
    padding-inline: 0;
    position: absolute;
    z-index: 9;
  }
  #list li {
    cursor: pointer;
    /* With a line of the smallest type it is 44px high, for fingers. */
    padding: 12px;
  }
  #list li:hover,
  [aria-selected=true] {
    background: var(--_surface);
    outline: 2px solid var(--_ink);
  }
`
