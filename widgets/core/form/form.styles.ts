// One column: label above, control, what is wrong, help below.
import { css } from 'lit'

export const formStyles = css`
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
    padding: 0;
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
    font-weight: inherit;
    gap: calc(var(--_space) * 3);
    min-block-size: 2.75rem;
    min-inline-size: 0;
  }
  textarea {
    resize: vertical;
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  .notice {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_ink);
    border-radius: var(--_radius);
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4);
  }
  .wrong {
    border-inline-start-color: var(--_danger);
  }
  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 4);
  }
  .trap {
    inset-inline-start: -99rem;
    position: absolute;
  }
`
