// Addresses made of names: lower case, no accents, words joined by dashes.

/** @returns '' where a name holds no Latin letter or digit */
export const slugFrom = (name: string, maxLength = 80): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '')
