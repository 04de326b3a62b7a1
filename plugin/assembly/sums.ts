// Sums over rooms: every table of the plugin, made from what the rooms bring. Two rooms that bring the same name stop the start.
import type { CollectionAdmin } from '../admin/collection-admin.js'
import type { RoomsInAdmin } from '../admin/index.js'
import type { ErasureDefinition } from '../definitions/erasure.js'
import type { CollectionKey } from '../definitions/rooms.js'
import type { RoomFacts } from '../options/index.js'
import type { Room, RoomCollection } from '../room.js'
import type { MokorRuntime } from '../runtime.js'

type Rooms = readonly Room[]

/** One table of the parts that each room brings under its own names. */
function sumOf<T>(what: string, rooms: Rooms, part: (room: Room) => Record<string, T>): Record<string, T> {
  const sum: Record<string, T> = {}
  const from = new Map<string, string>()
  for (const room of rooms)
    for (const [name, value] of Object.entries(part(room))) {
      const other = from.get(name)
      if (other)
        throw new Error(`payload-plugin-mokor: ${what} \`${name}\` is brought by the rooms ${other} and ${room.name}`)
      from.set(name, room.name)
      sum[name] = value
    }
  return sum
}

const mapped = <T, U>(of: Record<string, T>, make: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, make(value)]))

export const collectionsOf = (rooms: Rooms): Record<CollectionKey, RoomCollection> =>
  sumOf('the collection', rooms, (room) => room.collections)

export const mailsOf = (rooms: Rooms): MokorRuntime['mails'] => sumOf('the mail', rooms, (room) => room.mails)

export function factsOf(rooms: Rooms): RoomFacts {
  const pages = rooms.flatMap((room) => room.pages)
  return {
    slugs: mapped(collectionsOf(rooms), ({ slug }) => slug) as RoomFacts['slugs'],
    features: sumOf('the feature', rooms, (room) => room.features) as RoomFacts['features'],
    mails: Object.keys(mailsOf(rooms)),
    organisation: Object.assign({}, ...rooms.map((room) => room.options)),
    pages: pages.flatMap(({ name, features }) => (name === null ? [] : [{ name, features }])),
  }
}

/** What the rooms bring to the runtime. */
export const runtimeOf = (
  rooms: Rooms,
): Pick<
  MokorRuntime,
  | 'mails'
  | 'jobs'
  | 'links'
  | 'erasures'
  | 'desk'
  | 'pages'
  | 'needsMember'
  | 'forgetMember'
  | 'memberParts'
  | 'memberLinks'
> => ({
  mails: mailsOf(rooms),
  jobs: sumOf('the job', rooms, (room) => room.jobs),
  links: sumOf('the link', rooms, (room) => room.links),
  erasures: sumOf<ErasureDefinition>('the erasure', rooms, (room) => room.erasures) as MokorRuntime['erasures'],
  desk: rooms.flatMap((room) => room.desk),
  pages: rooms.flatMap((room) => room.pages),
  async needsMember(...of) {
    for (const room of rooms) if (await room.person.needs(...of)) return true
    return false
  },
  memberParts: rooms.flatMap(({ person }) => person.page ?? []),
  async memberLinks(...of) {
    const links = await Promise.all(rooms.map(async ({ person }) => (await person.links?.(...of)) ?? []))
    return links.flat()
  },
  async forgetMember(...of) {
    for (const room of rooms) await room.person.forget(...of)
  },
})

export function adminOf(rooms: Rooms): RoomsInAdmin {
  const seen = Object.entries(collectionsOf(rooms)).flatMap(([key, { admin }]): [string, CollectionAdmin][] =>
    admin ? [[key, admin]] : [],
  )
  return {
    collections: Object.fromEntries(seen),
    words: {
      it: sumOf('the Italian text', rooms, (room) => room.words.it),
      en: sumOf('the English text', rooms, (room) => room.words.en),
    },
  }
}
