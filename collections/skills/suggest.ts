// Suggests skills by the beginning of a name or synonym, best matches first.
import type { PayloadRequest } from 'payload'
import { commonWords } from '../../plugin/directory/common-words.js'
import { skillNameIn } from '../../plugin/directory/index.js'
import { termsOf, wordsOf as wordsOfText } from '../../plugin/directory/words.js'
import { fold, joinedForms, joinedTails } from '../../plugin/values/fold.js'
import { publicSkills, type Skill, wordsOf } from './words.js'

interface Text {
  /** Joined forms of the whole, and from each word on. */
  whole: string[]
  tails: string[]
  /** Words, and neighbours in one. */
  runs: ReadonlySet<string>
  terms: ReadonlySet<string>
}

export interface SuggestableSkill {
  slug: string
  names: Record<string, string | null | undefined>
  sector: string
  regulated: boolean
  /** Each name and synonym. */
  texts: Text[]
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
  texts: wordsOf(skill).map(textOf),
})

function textOf(text: string): Text {
  const words = wordsOfText(text)
  const runs = words.flatMap((_, at) => [1, 2, 3].map((length) => words.slice(at, at + length).join('')))
  return {
    whole: joinedForms(text),
    tails: joinedTails(text),
    runs: new Set([...runs, ...words.flatMap(joinedForms)]),
    terms: new Set(words.flatMap(termsOf)),
  }
}

/** What is asked: the whole in one, and each part that a blank sets apart, without its article. */
interface Asked {
  whole: string[]
  parts: string[][]
}

function askedOf(q: string): Asked {
  const parts = q.split(/\s+/).flatMap((part) => {
    const words = wordsOfText(part)
    const [first = '', ...rest] = words
    const bare = rest.length > 0 && commonWords.has(first) && /['’]/.test(part) ? [rest.join('')] : []
    return words.length > 0 ? [[...joinedForms(part), ...bare]] : []
  })
  const telling = parts.filter(([word = '']) => !commonWords.has(word))
  return { whole: joinedForms(q), parts: telling.length > 0 ? telling : parts }
}

/** Pure. Without anything written: all, by name. */
export function suggestSkills(skills: SuggestableSkill[], q: string, lang: string, limit: number): SuggestableSkill[] {
  const asked = askedOf(q)
  const scored = skills.flatMap((skill) => {
    const name = skillNameIn(skill, lang)
    if (q.trim() === '') return [{ skill, name: fold(name), score: 0 }]
    const score = Math.max(...skill.texts.map((text) => scoreOf(text, asked)))
    // Of two that fit alike the one that is called so comes first.
    const own = scoreOf(textOf(name), asked) === score ? 0.5 : 0
    return score > 0 ? [{ skill, name: fold(name), score: score + own }] : []
  })
  scored.sort(
    (a, b) => b.score - a.score || a.name.localeCompare(b.name, lang) || (a.skill.slug < b.skill.slug ? -1 : 1),
  )
  return scored.slice(0, limit).map(({ skill }) => skill)
}

/** Whole words before beginnings of words, beginnings before what shares a stem, and the text itself before all. */
function scoreOf(text: Text, { whole, parts }: Asked): number {
  if (parts.length === 0) return 0
  const every = (holds: (form: string) => boolean) => parts.every((forms) => forms.some(holds))
  if (text.whole.some((one) => whole.includes(one))) return 6
  const begins = text.whole.some((one) => whole.some((form) => one.startsWith(form)))
  if (every((form) => text.runs.has(form))) return begins ? 5 : 4
  if (begins) return 3
  const goesOn = (form: string) => text.tails.some((tail) => tail.startsWith(form))
  if (whole.some(goesOn) || every(goesOn)) return 2
  return every((form) => termsOf(form).some((term) => text.terms.has(term))) ? 1 : 0
}
