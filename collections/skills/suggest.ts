// Skills as somebody types: those whose name or synonym begins like the words written, best matches first.
import type { PayloadRequest } from 'payload'
import { skillNameIn } from '../../plugin/directory/index.js'
import { wordsOf as wordsOfText } from '../../plugin/directory/words.js'
import { fold } from '../../plugin/fold.js'
import { publicSkills, type Skill, wordsOf } from './words.js'

export interface SuggestableSkill {
  slug: string
  names: Record<string, string | null | undefined>
  sector: string
  regulated: boolean
  /** Folded words of each name and synonym. */
  texts: string[][]
}

/** Every skill that can be chosen, ready to be searched. */
export async function suggestableSkills(req: PayloadRequest): Promise<SuggestableSkill[]> {
  const skills = await publicSkills(req)
  return skills.filter(({ active }) => active !== false).map(suggestable)
}

export const suggestable = (skill: Omit<Skill, 'id' | 'updatedAt'>): SuggestableSkill => ({
  slug: skill.slug,
  names: skill.names,
  sector: skill.sector,
  regulated: Boolean(skill.regulated),
  texts: wordsOf(skill).map(wordsOfText),
})

/**
 * Pure. A text matches when its words begin with the words asked, in any order; its own beginning counts more.
 * Without words: all, by name.
 */
export function suggestSkills(skills: SuggestableSkill[], q: string, lang: string, limit: number): SuggestableSkill[] {
  const asked = wordsOfText(q)
  const whole = fold(q)
  const scored = skills.flatMap((skill) => {
    const name = skillNameIn(skill, lang)
    const score = asked.length === 0 ? 0 : Math.max(...skill.texts.map((words) => scoreOf(words, asked)))
    if (asked.length > 0 && score <= 0) return []
    const own = fold(name)
    return [{ skill, name: own, score: score + (asked.length > 0 && own.startsWith(whole) ? 4 : 0) }]
  })
  scored.sort(
    (a, b) => b.score - a.score || a.name.localeCompare(b.name, lang) || (a.skill.slug < b.skill.slug ? -1 : 1),
  )
  return scored.slice(0, limit).map(({ skill }) => skill)
}

/** 0 no match, 1 words begin so, 2 the text begins so, 3 it is the text. */
function scoreOf(words: string[], asked: string[]): number {
  if (!asked.every((word) => words.some((one) => one.startsWith(word)))) return 0
  if (!words[0]?.startsWith(asked[0] ?? '')) return 1
  return words.length === asked.length && words.every((word, at) => word === asked[at]) ? 3 : 2
}
