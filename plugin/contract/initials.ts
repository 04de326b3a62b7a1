// Initials shown where somebody has no picture.

/** Lower-case words that link others: e, di, per, of …; della, degli, nell’ … */
const linking = /^(\p{Ll}{0,3}$|[dns][aeu](ll|gl))/u

/** @example initialsOf('Stiratura e lavanderia Bonacina') // 'SL' */
export const initialsOf = (name: string): string =>
  name
    .split(/[^\p{L}\d]+/u)
    .filter((word) => !linking.test(word))
    .slice(0, 2)
    .map(([first]) => first)
    .join('')
    .toUpperCase()
