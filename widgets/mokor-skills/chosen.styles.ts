// Chosen skills, each with what is asked about it.
import { css } from 'lit'

export const chosenStyles = css`
  .chosen {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .head {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    justify-content: space-between;
    min-inline-size: 0;
  }
  .notice {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_ink);
    border-radius: var(--_radius);
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
  }
  legend {
    font-weight: 600;
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 5);
  }
  .option {
    align-items: center;
    display: flex;
    font-weight: 400;
    gap: calc(var(--_space) * 3);
    min-block-size: calc(2.75 * var(--_rem));
  }
  .years {
    inline-size: calc(6 * var(--_rem));
  }
`
