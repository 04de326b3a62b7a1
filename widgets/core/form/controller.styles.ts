// Styles of errors and notices in a form.
import { css } from 'lit'

export const controllerStyles = css`
  .wrong {
    border-inline-start-color: var(--_danger);
  }
  .languages .options {
    grid-template-columns: repeat(auto-fill, minmax(min(calc(8 * var(--_rem)), 100%), 1fr));
  }
  .done strong {
    white-space: nowrap;
  }
`
