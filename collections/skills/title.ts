// What the admin calls a skill: its name in the editor's own language, found by its name in any.
import type { CollectionBeforeOperationHook, FieldHook, Where } from 'payload'
import { skillNameIn } from '../../plugin/directory/index.js'
import { editorLanguage } from '../../plugin/i18n/localized.js'
import type { Skill } from './words.js'

/** What is stored is the first language's. Needs `names` beside it, whatever was selected. */
export const titleForReader: FieldHook = ({ value, siblingData, req }) =>
  req.user && siblingData?.names ? skillNameIn(siblingData as Skill, editorLanguage(req)) : value

/** A question about the title is one about the name in every language. */
export const foundInEveryLanguage =
  (languages: readonly string[]): CollectionBeforeOperationHook =>
  ({ args }) => {
    const { where } = args as { where?: Where }
    return where ? { ...args, where: widened(where, ['title', ...languages.map((lang) => `names.${lang}`)]) } : args
  }

/** Ways of asking that one more place to look can only add to. */
const adding = ['like', 'contains', 'equals']

function widened(where: Where, places: readonly string[]): Where {
  const asked = Object.entries(where).map(([path, condition]): Where => {
    if (Array.isArray(condition)) return { [path]: condition.map((one) => widened(one as Where, places)) }
    const more = path === 'title' && Object.keys(condition ?? {}).every((operator) => adding.includes(operator))
    return more ? { or: places.map((place) => ({ [place]: condition })) as Where[] } : ({ [path]: condition } as Where)
  })
  return asked.length === 1 ? (asked[0] as Where) : { and: asked }
}
