// What editors look for in a list: one folded key for each document, and their question folded like it. Payload compares what is
// typed with what is stored, sign by sign: it would find neither `3001035742` in `+39 300 103 5742` nor `D'Angelo` in `D’Angelo`.
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  Payload,
  Where,
} from 'payload'
import { municipality, provinceNames } from '../geo/index.js'
import type { Localized } from '../i18n/localized.js'
import { joined, joinedForms } from '../values/fold.js'

type Texts = Iterable<string | null | undefined>

export interface Searchable<Document> {
  /** What the field of the search says it looks through. */
  label: Localized
  /** Names, numbers, addresses, places: found whatever stands between their words. */
  short(document: Partial<Document>): Texts
  /** Found word by word. */
  long?(document: Partial<Document>): Texts
}

/** A place by all that people call it. */
export function placeTexts(
  place: { municipality?: string | null; province?: string | null } | null | undefined,
): Texts {
  const town = municipality(place?.municipality ?? '')
  const sigla = town?.province ?? place?.province ?? ''
  return [...(town ? [town.name, ...town.otherNames, ...town.formerNames] : []), ...provinceNames(sigla)]
}

const name = 'searchKey'
/** Of a document without a word: it has been looked at. */
export const nothing = '—'

export function searchKeyOf<Document>({ short, long }: Searchable<Document>, document: Partial<Document>): string {
  const whole = [...short(document)].flatMap((text) => (text ? joinedForms(text) : []))
  const words = [...(long?.(document) ?? [])].flatMap((text) => text?.split(/\s+/) ?? []).flatMap(joinedForms)
  return [...new Set([...whole, ...words])].filter((part) => part !== '').join(' ') || nothing
}

/** Every part of a question must stand in the key. International prefixes are kept there with their plus. */
const folded = (question: string): string =>
  question
    .split(/\s+/)
    .map((part) => joined(part.replace(/^\(?00(?=\d)/, '')))
    .filter((part) => part !== '')
    .join(' ') || '?'

/** The conditions on the key with their text folded, however deep they stand. */
function foldedIn(where: Where): Where {
  return Object.fromEntries(
    Object.entries(where).map(([field, condition]): [string, Where[string]] => {
      if (Array.isArray(condition)) return [field, condition.map(foldedIn)]
      if (field !== name || typeof condition !== 'object' || condition === null) return [field, condition]
      const texts = Object.entries(condition).map(([is, text]) => [is, typeof text === 'string' ? folded(text) : text])
      return [field, Object.fromEntries(texts)]
    }),
  )
}

const foldQuestion: CollectionBeforeOperationHook = ({ args }) => {
  const { where } = args as { where?: Where }
  return where ? { ...args, where: foldedIn(where) } : args
}

/** The collection with the key, which its list searches by. */
export function searchable<Document>(texts: Searchable<Document>, collection: CollectionConfig): CollectionConfig {
  const make = (document: object): string => searchKeyOf(texts, document)
  const fillKey: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
    data[name] = make({ ...originalDoc, ...data })
    return data
  }
  return {
    ...collection,
    custom: { ...collection.custom, [name]: make },
    admin: { ...collection.admin, listSearchableFields: [name] },
    fields: [
      ...collection.fields,
      {
        name,
        type: 'text',
        label: texts.label,
        admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
      },
    ],
    hooks: {
      ...collection.hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), foldQuestion],
      beforeChange: [...(collection.hooks?.beforeChange ?? []), fillKey],
    },
  }
}

/** At start, behind the site's back: until then such documents are not found by what is typed above a list. */
export function fillSearchKeysAtStart(payload: Payload): void {
  fillSearchKeys(payload).catch((error: unknown) =>
    payload.logger.error({
      err: error,
      msg: 'payload-plugin-mokor: the search of the desk waits for `payload mokor:check`',
    }),
  )
}

const batch = 200

/** Gives a key to the documents that an older version saved without one, a batch at a time. @returns how many they were */
export async function fillSearchKeys(payload: Payload): Promise<number> {
  let filled = 0
  for (const { slug: collection, custom } of payload.config.collections) {
    const make = custom?.[name] as ((document: object) => string) | undefined
    if (!make) continue
    for (;;) {
      const { docs } = await payload.find({
        collection,
        where: { [name]: { exists: false } },
        limit: batch,
        pagination: false,
        depth: 0,
        trash: true,
        overrideAccess: true,
      })
      for (const document of docs)
        await payload.db.updateOne({
          collection,
          id: document.id,
          data: { [name]: make(document) },
          returning: false,
        })
      filled += docs.length
      if (docs.length < batch) break
    }
  }
  return filled
}
