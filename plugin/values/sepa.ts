// Reduces text to the characters that every SEPA bank accepts.

/** Letters that no decomposition turns into the SEPA set. */
const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  '’': "'",
  '‘': "'",
  '“': "'",
  '”': "'",
  '«': "'",
  '»': "'",
  '"': "'",
  '–': '-',
  '—': '-',
  '&': '+',
  _: '-',
  '€': 'EUR',
}

/** Text in the characters every SEPA bank takes (EPC217-08); what has no likeness there becomes a full stop. */
export function sepaText(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => spelled[character] ?? character.normalize('NFD').replace(/\p{M}/gu, ''))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/[^A-Za-z0-9/?:().,'+ -]/g, '.')
    .trim()
}
