// Types of what the directory uses of snowball-stemmers, which brings none.
declare module 'snowball-stemmers' {
  export function newStemmer(algorithm: 'italian' | 'english'): { stem(word: string): string }
}
