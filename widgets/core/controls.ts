// Buttons and fields as every element draws them: native controls in the page's own font and colours.
import { css } from 'lit'

export const controls = css`
  button,
  input,
  select,
  textarea {
    color: inherit;
    font: inherit;
  }
  button {
    cursor: pointer;
  }
  button[disabled] {
    opacity: 0.6;
  }
  .button {
    background: transparent;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    display: inline-block;
    min-block-size: calc(2.75 * var(--_rem));
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  .button:hover {
    background: var(--_surface);
  }
  .primary,
  .primary:hover {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .plain {
    background: none;
    color: var(--_ink);
    min-block-size: calc(2.75 * var(--_rem));
    text-align: start;
    text-decoration: underline;
  }
  .input {
    background: transparent;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    display: block;
    inline-size: 100%;
    min-block-size: calc(2.75 * var(--_rem));
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
  }
  @media print {
    button,
    [role='listbox'] {
      display: none !important;
    }
  }
  option,
  [role='listbox'] {
    background: var(--mokor-panel, Canvas);
    color: var(--mokor-panel-text, CanvasText);
  }
  input[type='checkbox'],
  input[type='radio'] {
    accent-color: var(--_accent);
    block-size: calc(1.25 * var(--_rem));
    flex: none;
    inline-size: calc(1.25 * var(--_rem));
  }
`
