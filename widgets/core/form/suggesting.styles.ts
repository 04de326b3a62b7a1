// The list under a suggesting field.
import { css } from 'lit'

export const suggestingStyles = css`
  .field {
    display: grid;
    gap: var(--_space);
    overflow-wrap: anywhere;
  }
  label,
  .error {
    font-weight: 600;
  }
  .error {
    color: var(--_danger);
  }
  .box {
    position: relative;
  }
  [role='listbox'] {
    background: var(--mokor-panel, Canvas);
    color: var(--mokor-panel-text, CanvasText);
    max-block-size: 16rem;
    overflow: auto;
    position: absolute;
    z-index: 9;
  }
  [role='option'] {
    cursor: pointer;
    min-block-size: 2.75rem;
    padding: calc(var(--_space) * 2.5);
  }
  [role='option']:hover,
  [aria-selected='true'] {
    background: var(--_surface);
    outline: 2px solid var(--_ink);
  }
`
