// The network's public facts, as widgets and pages show them.
import { taxNote } from '../../collections/donations/index.js'
import type { Feature, ResolvedOptions } from '../options.js'
import { apiBase } from '../runtime.js'
import type { NetworkDto } from './dto.js'
import { isOn } from './route.js'

export function networkFacts(options: ResolvedOptions, lang: string): NetworkDto {
  const { organisation } = options
  return {
    name: organisation.name,
    languages: options.languages,
    features: options.features,
    privacyUrl: organisation.privacyUrl ?? null,
    rulesUrl: organisation.rulesUrl ?? null,
    consentVersion: organisation.consentVersion,
    answerDays: organisation.answerDays,
    pages: pagesOf(options),
    taxNote: taxNote(organisation, lang),
  }
}

/** Each page with the switches it needs beside `pages`. */
const pages: Record<string, Feature[]> = {
  directory: ['directory'],
  ask: ['commissions'],
  join: ['join'],
  give: ['donations'],
  ranking: ['directory'],
  report: [],
}

const pagesOf = (options: ResolvedOptions): Record<string, string> =>
  Object.fromEntries(
    Object.entries(pages)
      .filter(([, needed]) => isOn({ features: ['pages', ...needed] }, options))
      .map(([name]) => [name, `${apiBase(options)}/pages/${name}`]),
  )
