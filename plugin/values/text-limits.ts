// Limits of texts that several parts must agree on.

/** In UTF-16 units, as `maxlength` of a browser counts them. */
export const maxReasonLength = 2000
