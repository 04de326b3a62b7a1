// Chosen skills, each with what is asked about it.
import { css } from 'lit'

export const skillsStyles = css`
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
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 5);
  }
  .years {
    inline-size: 6rem;
  }
`
