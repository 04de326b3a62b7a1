// Names that the rooms bring: keys of collections with the types of their documents, features, mails, erasures and own options.
// Each room declares its own beside its `defineRoom`. Never taken from its values: their types would depend on themselves.

/** What a room's names are; a part that it has none of is left out. */
export interface RoomNames {
  /** Type of the stored documents by the collection's key, as `slugs`, `collectionOverrides` and `access` name it. */
  documents?: object
  /** What the site's `features` switch. */
  features?: string
  /** Mails that the site's `mails` may rewrite. */
  mails?: string
  /** What the erasure log can say of its documents. */
  erasures?: string
  /** Options of its own under `organisation`. */
  options?: string
}

/**
 * Every room by its name. A room adds itself:
 * `declare module '../../plugin/definitions/rooms.js' { interface Rooms { commissions: { documents: { commissions: Commission } } } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface Rooms {}

export type RoomName = keyof Rooms & string

/** What one room, or each of several, declares under a name. */
export type Declared<N extends RoomName, Part extends keyof RoomNames> = N extends RoomName
  ? Rooms[N] extends { [P in Part]: infer Names }
    ? Part extends 'documents'
      ? keyof Names & string
      : Names & string
    : never
  : never

/** Every collection the plugin adds, by its key in `slugs`, `collectionOverrides` and `access`. */
export type CollectionKey = Declared<RoomName, 'documents'>

/** What can be switched off. A feature that is off keeps its collections, so that migrations stay the same. */
export type Feature = Declared<RoomName, 'features'>

/** Mails that a site may rewrite, so that a misspelt one does not compile. */
export type MailName = Declared<RoomName, 'mails'>

/** What an erasure can speak of; a mail link is named by its hash. */
export type ErasedKind = Declared<RoomName, 'erasures'> | 'link'

/** The stored document of a collection. */
export type DocumentOf<K extends CollectionKey> = {
  [N in RoomName]: Rooms[N] extends { documents: infer Documents }
    ? K extends keyof Documents
      ? Documents[K]
      : never
    : never
}[RoomName]
