// The list under a suggesting field.
import { css } from 'lit'

export const suggestingStyles = css`
  .box {
    position: relative;
  }
  [role='listbox'] {
    background: var(--mokor-panel, Canvas);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    color: var(--mokor-panel-text, CanvasText);
    inset-block-start: calc(100% + var(--_space));
    inset-inline: 0;
    max-block-size: 16rem;
    overflow: auto;
    position: absolute;
    z-index: 9;
  }
  [role='option'] {
    cursor: pointer;
    min-block-size: 2.75rem;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
  }
  [role='option']:hover {
    background: var(--_surface);
  }
  [aria-selected='true'] {
    background: var(--_surface);
    outline: 2px solid var(--_ink);
    outline-offset: -2px;
  }
`
