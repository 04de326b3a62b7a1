// How much a person may write to say why: one number for the desk's dialog, its endpoints and the pages of mail links.

/** In UTF-16 units, as `maxlength` of a browser counts them. */
export const maxReasonLength = 2000
