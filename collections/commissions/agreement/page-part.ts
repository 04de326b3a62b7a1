// The agreement where its parties find it: a part of the client's page and of that of whoever does the work, behind their own links.
import type { LinkDefinition } from '../../../plugin/definitions/link.js'
import { pick } from '../../../plugin/i18n/localized.js'
import type { PagePart } from '../job/part.js'
import { readCommission } from '../reading.js'
import { type AgreementReader, agreementName, agreementPaper, hasAgreement } from './paper.js'
import { agreementWords } from './words.js'

export const agreementPart: PagePart = {
  async sections({ lang }, commission) {
    if (!hasAgreement(commission)) return []
    const text = pick(lang, agreementWords)
    return [
      {
        heading: text.section,
        paragraphs: [text.sectionText],
        papers: [{ name: agreementName, label: text.open }],
      },
    ]
  },
  acts: {},
}

/** For the pages whose link is about the request itself. */
export const paperOfRequest =
  (reader: AgreementReader): NonNullable<LinkDefinition['paper']> =>
  async ({ req, target, lang }, name) => {
    const commission = name === agreementName ? await readCommission(req, target) : null
    return commission && agreementPaper(req, commission, reader, lang)
  }
