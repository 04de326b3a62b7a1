// Design tokens: inherited from the host page, each settable as --mokor-*.
import { css } from 'lit'

/**
 * Ink (links, chosen chips, focus) is the accent mixed with the page's own text colour: dark on light pages and light
 * on dark ones, whatever way the page came to be dark. Fills keep the accent itself, with --mokor-on-accent upon it.
 * Nothing moves, and forced colours need no rule of ours: what carries meaning are borders, text and outlines.
 */
export const theme = css`
  :host {
    --_accent: var(--mokor-accent, #0b6b68);
    --_on-accent: var(--mokor-on-accent, #fff);
    --_ink: currentColor;
    --_line: var(--mokor-line, #8885);
    --_edge: #888;
    --_muted: var(--mokor-muted, currentColor);
    --_surface: var(--mokor-surface, #8881);
    --_danger: currentColor;
    --_radius: var(--mokor-radius, 10px);
    --_space: var(--mokor-space, 4px);
    /* Some pages make 1rem 10px: what a finger meets is no smaller for it, nor is text. */
    --_rem: max(1rem, 16px);
    box-sizing: border-box;
    /* Beside what floats in the page, or below it where that leaves no room. */
    display: flow-root;
    font-size: max(1em, 14px);
    line-height: 1.5;
    min-inline-size: min(100%, 240px);
    overflow-wrap: break-word;
    text-align: start;
    /* What a page does to its own lines is no concern of ours. */
    letter-spacing: normal;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
  }
  /* Parents that shrink to fit ask how wide we would be, which a container of queries does not answer. This line does:
     at least its indent, at best its one wide space too. */
  :host::before {
    block-size: 0;
    content: '. .';
    display: block;
    overflow: hidden;
    text-indent: 240px;
    visibility: hidden;
    word-spacing: var(--_wide, 25rem);
  }
  @supports (color: color-mix(in oklab, red, blue)) {
    :host {
      --_ink: color-mix(in oklab, var(--_accent) 64%, currentColor);
      --_line: var(--mokor-line, color-mix(in oklab, currentColor 16%, transparent));
      --_edge: color-mix(in oklab, currentColor 58%, transparent);
      --_muted: var(--mokor-muted, color-mix(in oklab, currentColor 76%, transparent));
      --_surface: var(--mokor-surface, color-mix(in oklab, currentColor 5%, transparent));
      --_danger: color-mix(in oklab, #c0261c 68%, currentColor);
    }
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    border: 0 solid;
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  .room {
    display: block;
    min-block-size: var(--mokor-room, var(--_room, 20rem));
  }
  [role='heading'] {
    font-weight: 700;
    line-height: 1.3;
  }
  ul {
    list-style: none;
  }
  :focus-visible {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  a {
    color: var(--_ink);
  }
  @media (pointer: coarse) {
    a {
      display: inline-block;
      padding-block: 12px;
    }
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: max(0.875 * var(--_rem), 0.875em);
  }
  /* Read aloud, not seen. */
  .aloud {
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
`
