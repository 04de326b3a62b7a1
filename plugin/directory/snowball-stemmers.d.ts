declare module 'snowball-stemmers' {
  export function newStemmer(algorithm: 'italian' | 'english'): { stem(word: string): string }
}
