// What shows once somebody writes in a form: mistakes, notices.
import { css } from 'lit'

export const sendingStyles = css`
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .notice,
  .notice ul {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .notice {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_ink);
    border-radius: var(--_radius);
    padding: calc(var(--_space) * 4);
  }
  .wrong {
    border-inline-start-color: var(--_danger);
  }
  .tight .options {
    grid-template-columns: repeat(auto-fill, minmax(min(8rem, 100%), 1fr));
  }
  .done strong {
    white-space: nowrap;
  }
  @media print {
    .done button {
      display: none;
    }
  }
`
