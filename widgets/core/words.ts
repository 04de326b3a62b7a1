// Words of the elements, one module a language, loaded when an element speaks it.
export interface Locale {
  [key: string]: string
}

const loaded = new Map<string, Locale>()

export function wordsOf(language: string): Locale {
  return loaded.get(language) ?? loaded.get('en') ?? {}
}
