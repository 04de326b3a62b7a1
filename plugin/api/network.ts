// The public facts of the network (`GET /network`), also used by pages.

import type { NetworkDto } from '../contract/dto.js'
import type { ResolvedOptions } from '../options/index.js'
import { taxNote } from '../options/tax-note.js'
import { apiBase } from '../runtime.js'

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

const pagesOf = (options: ResolvedOptions): Record<string, string> =>
  Object.fromEntries(options.pages.map((name) => [name, `${apiBase(options)}/pages/${name}`]))
