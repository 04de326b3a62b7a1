// The desk's panel of a request's offers: whom it was put to, what they said, and the steps.
import type { PayloadRequest } from 'payload'
import { editors } from '../../../plugin/access/index.js'
import { documents } from '../../../plugin/database/documents.js'
import type { DeskPanel } from '../../../plugin/desk/panels/definition.js'
import type { PanelButton, PanelEntry, PanelField } from '../../../plugin/desk/panels/dto.js'
import { editorLanguage, localized, pick, pickFor } from '../../../plugin/i18n/localized.js'
import { slugOf } from '../../../plugin/runtime.js'
import { formatDeadline } from '../../../plugin/values/dates.js'
import { publicName, readMember } from '../../members/index.js'
import type { Commission } from '../types.js'
import { offerColors } from './admin.js'
import { type OfferStep, offerSteps, takeOfferStep } from './desk-steps.js'
import { offersOf } from './read.js'
import { declineCodes, type Offer } from './types.js'
import { answeredByWords, declineWords, offerStatusWords, taxOptions, taxWords, wayWords } from './words.js'

const words = {
  title: localized('A chi l’abbiamo proposta', 'Whom we have offered it to'),
  by: (term: string) => localized(`Risponde entro ${term}.`, `Answers by ${term}.`),
  recall: localized('Ritira', 'Recall'),
  sure: localized('Se l’ha già letta, lo saprà per mail.', 'Whoever has read it is told by mail.'),
  ask: localized('Chiedi ora', 'Ask now'),
  choose: localized('Scegli', 'Choose'),
  chosen: localized('Tutti e due ricevono i recapiti.', 'Both get each other’s contacts.'),
  yes: localized('Ha detto sì al telefono', 'Said yes by phone'),
  no: localized('Ha detto no al telefono', 'Said no by phone'),
  how: localized('Come lo farà', 'How they will do it'),
  show: localized('D’accordo che il cliente lo veda', 'Agrees to be shown to the client'),
  why: localized('Perché', 'Why'),
  note: localized('Parole sue', 'Their words'),
  suggested: localized('Suggerisce', 'Suggests'),
  done: localized('Fatto.', 'Done.'),
}

function buttonsOf(lang: string, { id, status }: Offer): PanelButton[] {
  const values = { offer: String(id) }
  const select = (name: string, label: string, options: PanelField['options']): PanelField => ({
    name,
    label,
    kind: 'select',
    required: true,
    ...(options && { options }),
  })
  const codes = declineCodes.map((value) => ({ value, label: pick(lang, declineWords[value]) }))
  const button = (act: OfferStep, label: string, more: Partial<PanelButton> = {}): PanelButton => ({
    act,
    label,
    values,
    ...more,
  })
  const recall = button('recall', pick(lang, words.recall), { style: 'quiet', sure: pick(lang, words.sure) })
  const no = button('declined', pick(lang, words.no), {
    fields: [
      select('code', pick(lang, words.why), codes),
      { name: 'note', label: pick(lang, words.note), kind: 'textarea', maxLength: 1000 },
    ],
  })
  if (status === 'waiting') return [button('ask', pick(lang, words.ask)), recall]
  if (status === 'accepted')
    return [
      button('choose', pick(lang, words.choose), { style: 'primary', sure: pick(lang, words.chosen) }),
      no,
      recall,
    ]
  if (status !== 'sent') return []
  const yes = button('accepted', pick(lang, words.yes), {
    fields: [
      select('taxMode', pick(lang, words.how), taxOptions(lang)),
      { name: 'show', label: pick(lang, words.show), kind: 'checkbox' },
    ],
  })
  return [yes, no, recall]
}

async function entryOf(req: PayloadRequest, offer: Offer): Promise<PanelEntry> {
  const lang = editorLanguage(req)
  const member = offer.member ? await readMember(req, offer.member) : null
  const team = offer.team ? await documents(req, 'teams').byId(offer.team) : null
  const { status, decline, answeredBy, taxMode, suggested, answerBy } = offer
  const lines = [
    ...(status === 'sent' && answerBy ? [pick(lang, words.by(formatDeadline(answerBy, lang)))] : []),
    ...(answeredBy ? [pick(lang, answeredByWords[answeredBy])] : []),
    ...(taxMode && (status === 'accepted' || status === 'chosen') ? [pick(lang, taxWords[taxMode])] : []),
    ...(status === 'declined' && decline?.code ? [pick(lang, declineWords[decline.code])] : []),
    ...(decline?.note ? [`«${decline.note}»`] : []),
    ...(suggested ? [`${pick(lang, words.suggested)}: ${suggested}`] : []),
    ...(offer.company?.why ? [offer.company.why] : []),
  ]
  const colors: Record<string, 'muted' | 'pending' | 'active' | 'success' | 'danger'> = offerColors
  return {
    key: String(offer.id),
    title: member ? publicName(member) : (offer.company?.name ?? '—'),
    subtitle: team ? `${pick(lang, wayWords[offer.way])}: ${team.name}` : pick(lang, wayWords[offer.way]),
    ...(member && { document: { slug: slugOf(req.payload, 'members'), id: member.id } }),
    status: { text: pick(lang, offerStatusWords[status]), tone: colors[status] ?? 'muted' },
    lines: lines.map((text) => ({ text })),
    buttons: buttonsOf(lang, offer),
  }
}

export const offersPanel: DeskPanel<Commission> = {
  name: 'offers',
  feature: 'offers',
  roles: editors,
  async read({ req, doc }) {
    const entries: PanelEntry[] = []
    for (const offer of await offersOf(req, doc.id)) entries.push(await entryOf(req, offer))
    if (entries.length === 0) return null
    return { title: pickFor(req, words.title), groups: [{ key: 'offers', title: null, entries }] }
  },
  acts: Object.fromEntries(
    offerSteps.map((step) => [
      step,
      {
        async run({ req, doc, values }) {
          const text = (name: string): string | null => (typeof values[name] === 'string' ? String(values[name]) : null)
          await takeOfferStep(req, doc, text('offer') ?? '', step, {
            taxMode: text('taxMode'),
            show: values.show === true,
            code: text('code'),
            note: text('note')?.slice(0, 1000) ?? null,
          })
          return pickFor(req, words.done)
        },
      } satisfies DeskPanel<Commission>['acts'][string],
    ]),
  ),
}
