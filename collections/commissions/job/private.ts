// A job that a member brings with a client of their own: of the client nothing is known until they write it themselves, by a link
// that the member hands them.
import type { PayloadRequest } from 'payload'
import { wordsFor } from '../../../plugin/api/messages/index.js'
import { withoutValidation } from '../../../plugin/collection/skip-validation.js'
import { email as emailSchema, personName, phone as phoneSchema } from '../../../plugin/contract/dto.js'
import { documents } from '../../../plugin/database/documents.js'
import type { LinkDefinition, LinkOutcome, LinkPart, LinkView } from '../../../plugin/definitions/link.js'
import { recordConsents } from '../../../plugin/fields/consents.js'
import { municipalitiesNamed, municipality } from '../../../plugin/geo/index.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { confirmationDays, confirmationDeadline } from '../../../plugin/lifecycle/expiry.js'
import { transitionContext } from '../../../plugin/lifecycle/timeline.js'
import { issueLink, linkAddress } from '../../../plugin/links/tokens.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { formatDate } from '../../../plugin/values/dates.js'
import type { DocumentId } from '../../../plugin/values/document-id.js'
import { findColleague, publicName, readMember } from '../../members/index.js'
import { requestConfirmation } from '../confirmation.js'
import { gone } from '../link-words.js'
import { readCommission } from '../reading.js'
import { shareVersion } from '../share/consent.js'
import { type Commission, titleFrom } from '../types.js'
import { statusWords } from '../words.js'
import { tellDesk } from './changes.js'
import { privateWords } from './private-words.js'

/** What stands where the client's own words will. */
const unknown = '—'

interface Town {
  code: string
  province: string
}

/** @returns a sentence where the name is not one town's */
function townNamed(typed: string, text: (typeof privateWords)['it']): Town | string {
  const [, name = typed, sigla = null] = /^(.*?)[\s,]*\(?\b([A-Za-z]{2})\b\)?$/.exec(typed.trim()) ?? []
  const whole = municipalitiesNamed(typed.trim())
  const found = whole.length > 0 ? whole : municipalitiesNamed(name.trim())
  const near = sigla ? found.filter((one) => one.province === sigla.toUpperCase()) : []
  const [first, ...others] = near.length > 0 ? near : found
  if (!first) return text.noTown
  if (others.length > 0)
    return text.severalTowns([first, ...others].map((one) => `${one.name} (${one.province})`).join(', '))
  return first
}

/** On the member's own page. */
export const bringJob: LinkPart<DocumentId> = {
  async sections({ req, lang }, member) {
    const { features } = mokor(req.payload).options
    if (!features.commissions || !features.offers) return []
    const text = pick(lang, privateWords)
    const brought = await documents(req, 'commissions').find(
      { broughtBy: { equals: member } },
      { limit: 10, sort: '-createdAt' },
    )
    return [
      {
        heading: text.heading,
        paragraphs: [text.intro],
        // Neither the client's name nor their words: who brought a job is not who does it.
        ...(brought.length > 0 && {
          facts: brought.map(({ reference, status, place }) => ({
            label: [reference, municipality(place?.municipality ?? '')?.name].filter(Boolean).join(' · '),
            value: pick(lang, statusWords[status]),
          })),
        }),
        buttons: [
          {
            name: 'bring-job',
            label: text.send,
            secondary: true,
            folded: text.fold,
            fields: [
              { name: 'trade', label: text.trade, needed: true },
              { name: 'town', label: text.town, needed: true },
              { name: 'to', label: text.to, hint: text.toHint },
            ],
          },
        ],
      },
    ]
  },
  acts: {
    async 'bring-job'({ req, lang, form }, id): Promise<LinkOutcome> {
      const text = pick(lang, privateWords)
      const town = townNamed(form.town ?? '', text)
      if (typeof town === 'string') return { problem: town }
      const commission = await create(req, id, {
        trade: (form.trade ?? '').trim().slice(0, 80),
        town,
        to: form.to?.trim() ?? '',
        lang,
      })
      const hash = await issueLink(req, { purpose: 'private-job', target: String(commission.id) })
      const address = (await linkAddress(req, hash, lang)) ?? ''
      return {
        notice: text.made,
        facts: [
          { label: text.link, value: address, url: address },
          { label: text.until, value: formatDate(confirmationDeadline(new Date()), lang) },
        ],
      }
    },
  },
}

async function create(
  req: PayloadRequest,
  member: DocumentId,
  { trade, town, to, lang }: { trade: string; town: Town; to: string; lang: string },
): Promise<Commission> {
  const at = new Date()
  const named = to ? await findColleague(req, to) : null
  const wanted = named && String(named.id) !== String(member) ? [named.id] : []
  const commission = await withoutValidation(req, () =>
    documents(req, 'commissions').create(
      {
        status: 'unconfirmed',
        source: 'private',
        broughtBy: member,
        client: { kind: 'person', name: unknown, lang },
        title: trade,
        description: unknown,
        skills: [{ own: trade }],
        mode: 'onsite',
        place: { municipality: town.code, province: town.province },
        when: { soon: 'no-hurry' },
        choice: 'network',
        channel: 'web',
        wanted,
        // The same whether or not somebody is found: the desk looks for them then.
        notes: to && wanted.length === 0 ? `Da dare a: ${to.slice(0, 200)}` : null,
        expiresAt: confirmationDeadline(at).toISOString(),
      },
      transitionContext({ by: 'member', at }),
    ),
  )
  await requestConfirmation.scheduleExpiry(req, commission)
  return commission
}

/** Whether its client has written what is needed. */
const isWritten = ({ description }: Commission): boolean => description !== unknown

async function clientView(
  { req, lang }: { req: PayloadRequest; lang: string },
  commission: Commission,
): Promise<LinkView> {
  const text = pick(lang, privateWords)
  const member = commission.broughtBy ? await readMember(req, commission.broughtBy) : null
  if (isWritten(commission) || commission.status !== 'unconfirmed' || !member)
    return { title: text.done, paragraphs: [text.doneText], buttons: [], completed: true }
  const who = publicName(member)
  const town = municipality(commission.place?.municipality ?? '')?.name ?? ''
  const soonOptions = (['soon', 'no-hurry'] as const).map((value) => ({ value, label: text.soonOptions[value] }))
  return {
    title: text.title(who),
    paragraphs: [text.clientIntro(who, commission.title, town), text.clientFree],
    buttons: [
      {
        name: 'confirm',
        label: text.confirm,
        fields: [
          { name: 'description', label: text.description, multiline: true, needed: true, hint: text.descriptionHint },
          { name: 'soon', label: text.soon, kind: 'one', needed: true, options: soonOptions },
          { name: 'name', label: text.name, needed: true },
          { name: 'email', label: text.email, hint: text.emailHint },
          { name: 'phone', label: text.phone },
          { name: 'share', label: text.share, kind: 'tick', needed: true },
        ],
      },
    ],
  }
}

interface Given {
  name: string
  email: string | null
  phone: string | null
  description: string
}

/** @returns a sentence that names what is wrong */
function readClient(lang: string, form: Record<string, string>): Given | string {
  const text = pick(lang, privateWords)
  const said = (label: string, code: string | undefined): string =>
    `${label}: ${wordsFor(lang).message(code ?? 'invalid')}`
  const name = personName(80).safeParse(form.name ?? '')
  if (!name.success) return said(text.name, name.error.issues[0]?.message)
  const email = form.email?.trim() ? emailSchema.safeParse(form.email.trim()) : null
  if (email && !email.success) return said(text.email, email.error.issues[0]?.message)
  const phone = form.phone?.trim() ? phoneSchema.safeParse(form.phone.trim()) : null
  if (phone && !phone.success) return said(text.phone, phone.error.issues[0]?.message)
  if (!email && !phone) return text.contactMissing
  const description = form.description?.trim() ?? ''
  if (description.length < 10) return text.shortText
  return { name: name.data.trim(), email: email?.data ?? null, phone: phone?.data ?? null, description }
}

export const privateJobLink: LinkDefinition = {
  document: 'commissions',
  reusable: true,
  days: confirmationDays,
  async view(context) {
    const commission = await readCommission(context.req, context.target)
    return commission && clientView(context, commission)
  },
  async act(context) {
    const { req, target, lang, form } = context
    const commission = await readCommission(req, target)
    if (!commission) return gone(lang)
    const shown = await clientView(context, commission)
    if (shown.buttons.length === 0) return shown
    const given = readClient(lang, form)
    if (typeof given === 'string') return { ...shown, problem: given }
    const at = new Date()
    const written = await write(req, commission, given, { lang, at, soon: form.soon === 'soon' ? 'soon' : 'no-hurry' })
    const text = pick(lang, privateWords)
    if (given.email) {
      await requestConfirmation.ask(req, written, { at })
      return { title: text.mailed, paragraphs: [text.mailedText(given.email)], buttons: [] }
    }
    await tellDesk(req, written, 'call')
    return { title: text.called, paragraphs: [text.calledText], buttons: [] }
  },
}

async function write(
  req: PayloadRequest,
  commission: Commission,
  { name, email, phone, description }: Given,
  { lang, at, soon }: { lang: string; at: Date; soon: 'soon' | 'no-hurry' },
): Promise<Commission> {
  const share = recordConsents([{ what: 'share', version: shareVersion(req) }], { lang, page: null, how: 'web', at })
  return (await withoutValidation(req, () =>
    req.payload.update({
      collection: slugOf(req.payload, 'commissions'),
      id: commission.id,
      data: {
        client: {
          ...commission.client,
          kind: 'person',
          name,
          email,
          phone,
          contactBy: email ? 'email' : 'phone',
          lang,
        },
        description,
        title: titleFrom(description),
        when: { soon, by: null },
        consents: share,
      },
      depth: 0,
      overrideAccess: true,
      req,
    }),
  )) as unknown as Commission
}
