// Which trade an own word may mean: by any name or synonym, whole or word by word.
import type { Suggestion } from '../../../plugin/admin/own-words/dto.js'
import { skillNameIn } from '../../../plugin/directory/index.js'
import { foldedWords } from '../../../plugin/values/fold.js'
import { suggestable, suggestSkills } from '../suggest.js'
import type { Skill } from '../words.js'

const shown = 3
/** Shorter ones tell nothing: di, per, con. */
const tellingLength = 4

/** @param trades those that can be chosen */
export function suggestionsFor(trades: readonly Skill[], lang: string): (word: string) => Suggestion[] {
  const known = trades.map(suggestable)
  const bySlug = new Map(trades.map((skill) => [skill.slug, skill]))
  return (word) => {
    const whole = suggestSkills(known, word, lang, shown)
    const parts = foldedWords(word).filter((part) => part.length >= tellingLength)
    const found = whole.length > 0 ? whole : parts.flatMap((part) => suggestSkills(known, part, lang, 1))
    return [...new Set(found.map(({ slug }) => slug))].slice(0, shown).flatMap((slug) => {
      const skill = bySlug.get(slug)
      return skill ? [{ id: String(skill.id), name: skillNameIn(skill, lang) }] : []
    })
  }
}
