// Comuni that merged into others since 1995, as written in merged.txt: `code name: code name, code name`, today's comune first.
import fs from 'node:fs'

const coded = (text) => {
  const [, code, name] = text.match(/^(\d{6}) (.+)$/)
  return { code, name }
}

export const merged = fs
  .readFileSync(new URL('merged.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [today, parts] = line.split(': ')
    return { ...coded(today), parts: parts.split(', ').map(coded) }
  })

/** What changed after ISTAT's list that we have, as ANPR's archive of May 2026 has it. */
export const since2025 = {
  founded: [{ code: '024129', name: 'Castegnero Nanto', province: 'VI', cadastral: 'M439' }],
  ceased: ['018082', '024027', '024071'],
  renamed: { 102017: 'Jonadi', '006113': 'Murisengo Monferrato', '083100': 'Tripi - Abakainon' },
  /** Codes that were in our own list alone, until November 2026. */
  ours: { '018026': ['018194'] },
}
