// Characters that take no room on the screen: what they do to a text nobody can see, so they must not make two texts differ.

/** Joiners, fillers, soft hyphens, marks of direction, blanks of Braille: nothing of them is seen. */
const unseen = String.raw`\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB`

const everyUnseen = new RegExp(`[${unseen}]`, 'gu')

/** The text without any of them: for comparing, never for showing, where some scripts and emoji need their joiners. */
export const withoutInvisible = (text: string): string => text.replace(everyUnseen, '')
