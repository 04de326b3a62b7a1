// An IBAN as slips print it.

/** @example ibanGroups('IT60X0542811101000000123456') // 'IT60 X054 2811 1010 0000 0123 456' */
export const ibanGroups = (iban: string): string => iban.replace(/\s/g, '').replace(/.{4}(?=.)/g, '$& ')
