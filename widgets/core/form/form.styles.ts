// One column: label above, control, what is wrong, help below.
import { css } from 'lit'

export const formStyles = css`
  :host {
    --_room: 48rem;
  }
  [role='heading'] {
    font-size: 1.375em;
  }
  form,
  .done {
    display: grid;
    gap: calc(var(--_space) * 6);
    max-inline-size: calc(40 * var(--_rem));
    /* Long words of large type are broken before they push anything out of sight. */
    overflow-wrap: anywhere;
  }
  .field {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    grid-template-columns: minmax(0, 1fr);
  }
  label,
  legend {
    font-weight: 600;
  }
  legend {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .options {
    display: grid;
    gap: var(--_space) calc(var(--_space) * 4);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(12 * var(--_rem))), 1fr));
  }
  .option {
    align-items: center;
    display: flex;
    font-weight: 400;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    min-block-size: calc(2.75 * var(--_rem));
  }
  /* A word too long to stand beside its control goes below it before it is broken. */
  .option span {
    flex: 1;
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }
  /* Where there is no form to show. */
  .notice + .button {
    margin-block: calc(var(--_space) * 4);
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
  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 4);
  }
`
