// Photographs of a request: added by the client one at a time without script, seen by the desk and by those asked.
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { LinkContext, LinkSection } from '../../../plugin/definitions/link.js'
import { pick } from '../../../plugin/i18n/localized.js'
import { mokor } from '../../../plugin/runtime.js'
import { erasePhotos, photoBytes, photographProblem, storePhoto } from '../../pictures/index.js'
import { isOver } from '../lifecycle.js'
import { readCommission } from '../reading.js'
import { hasCurrentShare, lacksShare } from '../share/consent.js'
import type { Commission } from '../types.js'
import { keep } from './edit.js'
import type { PagePart } from './part.js'

export const maxPhotos = 5

const words = {
  it: {
    heading: 'Fotografie',
    alt: (n: number) => `Fotografia ${n} del lavoro`,
    intro:
      'Una fotografia aiuta chi deve capire il lavoro. La vedono solo la redazione e le persone a cui lo proponiamo; si cancella con la richiesta.',
    introDesk:
      'Una fotografia aiuta chi deve capire il lavoro. Per ora la vede solo la redazione, poi chi farà il lavoro: per mostrarla prima serve il tuo sì, qui sopra. Si cancella con la richiesta.',
    hint: 'JPEG, PNG o WebP, fino a 10 MB. Luogo e data scritti dal telefono si tolgono da sé. Niente volti, documenti o indirizzi, se si può.',
    field: 'Una fotografia',
    add: 'Aggiungi la fotografia',
    more: (left: number) =>
      left === 1 ? 'Se ne può aggiungere ancora una.' : `Se ne possono aggiungere ancora ${left}.`,
    remove: 'Togli questa',
    added: 'Fotografia aggiunta.',
    removed: 'Fotografia tolta e cancellata.',
    full: 'Le fotografie sono già cinque: togline una, poi aggiungi questa.',
    late: 'Il lavoro è concluso: non si aggiungono più fotografie.',
  },
  en: {
    heading: 'Photographs',
    alt: (n: number) => `Photograph ${n} of the job`,
    intro:
      'A photograph helps whoever has to understand the job. Only the desk and the people we offer it to see it; it is erased with the request.',
    introDesk:
      'A photograph helps whoever has to understand the job. For now the desk alone sees it, then whoever does the work: to show it before we need your yes, above. It is erased with the request.',
    hint: 'JPEG, PNG or WebP, up to 10 MB. Place and date written by the phone are taken out. No faces, papers or addresses, if you can.',
    field: 'A photograph',
    add: 'Add the photograph',
    more: (left: number) => (left === 1 ? 'One more can be added.' : `${left} more can be added.`),
    remove: 'Take this one out',
    added: 'Photograph added.',
    removed: 'Photograph taken out and erased.',
    full: 'There are five photographs already: take one out, then add this.',
    late: 'The job is over: no more photographs can be added.',
  },
}

const takesPhotos = ({ payload }: PayloadRequest, { status }: Commission): boolean =>
  mokor(payload).options.features.pictures && status !== 'unconfirmed' && !isOver(status)

/** Whoever was only asked sees them where the client has agreed to that. */
export const photosAsked = (lang: string, commission: Commission): LinkSection[] =>
  hasCurrentShare(commission) ? photosShown(lang, commission) : []

/** As whoever does the job sees them. */
export function photosShown(lang: string, { photos }: Commission): LinkSection[] {
  const text = pick(lang, words)
  if (!photos?.length) return []
  return [
    {
      heading: text.heading,
      pictures: photos.map((id, at) => ({ name: String(id), alt: text.alt(at + 1) })),
    },
  ]
}

/** Of a request that the link is about: by the id that the page gave as its name. */
export async function photoOf(
  { req }: LinkContext,
  commission: Commission | null,
  name: string,
): Promise<Buffer | null> {
  const id = commission?.photos?.find((one) => String(one) === name)
  return id === undefined ? null : photoBytes(req, id)
}

/** For the pages whose link is about the request itself. */
export const pictureOfRequest = async (context: LinkContext, name: string): Promise<Buffer | null> =>
  photoOf(context, await readCommission(context.req, context.target), name)

export const clientPhotos: PagePart = {
  async sections({ req, lang }, commission) {
    const text = pick(lang, words)
    const kept = commission.photos ?? []
    const takes = takesPhotos(req, commission)
    if (kept.length === 0 && !takes) return []
    const left = maxPhotos - kept.length
    return [
      {
        heading: text.heading,
        paragraphs: takes ? [lacksShare(commission) ? text.introDesk : text.intro] : [],
        pictures: kept.map((id, at) => ({
          name: String(id),
          alt: text.alt(at + 1),
          ...(takes && { button: { name: 'remove-photo', of: String(id), label: text.remove } }),
        })),
        buttons:
          takes && left > 0
            ? [
                {
                  name: 'add-photo',
                  label: text.add,
                  secondary: true,
                  fields: [
                    {
                      name: 'photo',
                      label: text.field,
                      kind: 'photo',
                      needed: true,
                      hint: `${text.hint} ${text.more(left)}`,
                    },
                  ],
                },
              ]
            : [],
      },
    ]
  },
  acts: {
    async 'add-photo'({ req, lang, photo }, commission) {
      const text = pick(lang, words)
      const kept = commission.photos ?? []
      if (!takesPhotos(req, commission)) return { problem: text.late }
      if (kept.length >= maxPhotos || !photo) return { problem: text.full }
      try {
        const stored = await storePhoto(req, photo.bytes, commission.reference)
        await keep(req, commission, { photos: [...kept, stored.id] })
      } catch (error) {
        const problem = photographProblem(error, lang)
        if (problem === null) throw error
        return { problem }
      }
      return { notice: text.added }
    },
    async 'remove-photo'({ req, lang, form }, commission) {
      const kept = (commission.photos ?? []).filter((id) => String(id) !== form.of)
      await keep(req, commission, { photos: kept })
      return { notice: pick(lang, words).removed }
    },
  },
}

/** What was taken out of a request is nobody's any more, whoever took it out. */
export const eraseRemovedPhotos: CollectionAfterChangeHook = async ({ doc, data, previousDoc, operation, req }) => {
  if (operation !== 'update' || !Array.isArray((data as Partial<Commission>).photos)) return doc
  const kept = new Set(((data as Commission).photos ?? []).map(idOf))
  const gone = ((previousDoc as Commission).photos ?? []).filter((id) => !kept.has(idOf(id)))
  await erasePhotos(req, gone.map(idOf))
  return doc
}

/** Deleted for good: the photographs go with it. */
export const eraseAllPhotos = (req: PayloadRequest, { photos }: Commission): Promise<void> =>
  erasePhotos(req, (photos ?? []).map(idOf))

const idOf = (photo: unknown): string =>
  String(photo !== null && typeof photo === 'object' && 'id' in photo ? photo.id : photo)
