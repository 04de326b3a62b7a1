// One column: label above, control, what is wrong, help below.
import { css } from 'lit'

export const formStyles = css`
  [role='heading'] {
    font-size: 1.375em;
  }
  form,
  .done {
    display: grid;
    gap: calc(var(--_space) * 6);
    max-inline-size: 40rem;
  }
  .field {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  label,
  legend {
    font-weight: 600;
  }
  legend {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .options {
    column-gap: calc(var(--_space) * 4);
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
  }
  .option {
    align-items: center;
    display: flex;
    font-weight: 400;
    gap: calc(var(--_space) * 3);
    min-block-size: 2.75rem;
  }
  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 4);
  }
`
