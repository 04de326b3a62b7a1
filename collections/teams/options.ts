// Options of the teams room under `organisation`: the words by which the network is known.
import { MokorOptionsError, nonEmptyString } from '../../plugin/options/checks.js'
import type { OrganisationChecks } from '../../plugin/options/index.js'

export interface TeamOptions {
  /** Words by which your network is known: a public team whose name holds one needs an editor's yes. @default [organisation.name] */
  markWords?: string[]
}

declare module '../../plugin/options/index.js' {
  interface OrganisationOptions extends TeamOptions {}
  interface ResolvedOrganisation extends Required<TeamOptions> {}
}

export const teamOptions = {
  markWords({ markWords, name }) {
    if (markWords === undefined) return [name]
    if (!Array.isArray(markWords))
      throw new MokorOptionsError('organisation.markWords', 'is not a list', "Write it like `['mokor']`.")
    return markWords.map((word, at) => nonEmptyString(`organisation.markWords[${at}]`, word))
  },
} satisfies OrganisationChecks
