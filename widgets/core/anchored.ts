// Addresses inside the page at hand: a page may have a `<base>`, and what is relative then leads elsewhere.

/** @param anchor with its `#`, or nothing */
export const anchored = (anchor: string): string => location.pathname + location.search + anchor
