// Asks clients whose consent is of an older text for that of today: once by mail, and on the page of their link until they answer.
import type { PayloadRequest, Where } from 'payload'
import { documents } from '../../../plugin/database/documents.js'
import type { JobDefinition } from '../../../plugin/definitions/job.js'
import type { MailDefinition } from '../../../plugin/definitions/mail.js'
import { hasConsent } from '../../../plugin/fields/consents.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { enqueue } from '../../../plugin/outbox/index.js'
import { clientOf } from '../correspondent.js'
import { keep } from '../job/edit.js'
import type { PagePart } from '../job/part.js'
import { atStartAndDaily } from '../offers/sweep-times.js'
import { readCommission } from '../reading.js'
import { type Commission, phraseFrom } from '../types.js'
import { asksShare, hasCurrentShare, lacksShare, shareVersion } from './consent.js'
import { shareWords } from './words.js'

/** On the client's page. */
export const clientShare: PagePart = {
  async sections({ lang }, commission) {
    if (!lacksShare(commission)) return []
    const text = pick(lang, shareWords)
    const refused = Boolean(commission.shareAsked?.refusedAt)
    const before = hasConsent(commission.consents, 'share') ? text.old : text.none
    return [
      {
        heading: text.heading,
        paragraphs: refused ? [text.refused, text.text] : [before, text.text, text.otherwise],
        buttons: [
          { name: 'share-yes', label: text.yes, secondary: refused },
          ...(refused ? [] : [{ name: 'share-no', label: text.no, secondary: true }]),
        ],
      },
    ]
  },
  acts: {
    async 'share-yes'({ req, lang }, commission) {
      if (lacksShare(commission)) await agree(req, commission, lang)
      return { notice: pick(lang, shareWords).agreed }
    },
    async 'share-no'({ req, lang }, commission) {
      const refusedAt = new Date().toISOString()
      if (lacksShare(commission)) await keep(req, commission, { shareAsked: { ...commission.shareAsked, refusedAt } })
      return { notice: pick(lang, shareWords).kept }
    },
  },
}

async function agree(req: PayloadRequest, commission: Commission, language: string): Promise<void> {
  const given = { what: 'share', version: shareVersion(req), at: new Date().toISOString(), language }
  await keep(req, commission, {
    consents: [...(commission.consents ?? []), { ...given, how: 'page', page: null }],
    shareAsked: { ...commission.shareAsked, refusedAt: null },
  })
}

/** Left unsent where they have answered meanwhile. */
export const shareMail: MailDefinition = {
  document: 'commissions',
  async render({ req, target, lang, link }) {
    const commission = await readCommission(req, target)
    const to = commission && lacksShare(commission) ? clientOf(commission) : null
    if (!commission || !to || !link || commission.shareAsked?.refusedAt) return null
    const { reference } = commission
    const job = phraseFrom(commission.description)
    const hello = pick(lang, to.hello)
    const text = pick(lang, shareWords)
    return {
      to: to.to,
      subject: pick(lang, {
        it: `Richiesta ${reference}: ci dici anche questo sì?`,
        en: `Request ${reference}: may we ask for one more yes?`,
      }),
      greeting: to.name ? `${hello} ${to.name},` : `${hello},`,
      paragraphs: [
        pick(lang, {
          it: `la richiesta «${job}» va avanti. Nel frattempo il testo del consenso è cambiato: ora copre anche le fotografie, le domande e le squadre.`,
          en: `Your request “${job}” goes on. Meanwhile the text of the consent has changed: it covers photographs, questions and teams too.`,
        }),
        text.text,
        pick(lang, {
          it: 'Dal link dici sì o no, e non te lo chiediamo più. Se non rispondi, o dici di no, le fotografie le vedono solo la redazione e poi chi farà il lavoro, e non la proponiamo a una squadra: il resto va avanti come prima.',
          en: 'The link takes your yes or no, and we do not ask again. If you do not answer, or say no, only the desk and then whoever does the work see the photographs, and no team is asked: everything else goes on as before.',
        }),
      ],
      action: { label: pick(lang, { it: 'Leggi e rispondi', en: 'Read and answer' }), url: link },
    }
  },
}

/** Each of them once. */
async function askClients(req: PayloadRequest): Promise<void> {
  const unasked: Where = { and: [{ status: { in: [...asksShare] } }, { 'shareAsked.at': { exists: false } }] }
  for (const commission of await documents(req, 'commissions').find(unasked)) {
    if (hasCurrentShare(commission) || !hasConsent(commission.consents, 'share') || !clientOf(commission)) continue
    await keep(req, commission, { shareAsked: { ...commission.shareAsked, at: new Date().toISOString() } })
    await enqueue(req, {
      key: `commission-share:${commission.id}`,
      template: 'commission-share',
      target: String(commission.id),
      lang: commission.client.lang,
      link: 'request-status',
    })
  }
}

/** Requests of before the text, and those of forms that a browser had kept. */
export const shareJob: JobDefinition = {
  document: 'commissions',
  opens: null,
  next: atStartAndDaily,
  run: (req) => askClients(req),
}
