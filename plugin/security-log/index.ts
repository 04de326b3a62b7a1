// The security log: a register that only grows, read by owners, forgotten after a while. No name, address or text is in it.
import type { CollectionConfig, Field, FieldHook } from 'payload'
import { type Localized, localized, selectOptions } from '../i18n/localized.js'
import type { ResolvedOptions } from '../options/index.js'
import type { SecurityEvent } from './row.js'
import { tellsWhat, tellsWho } from './words.js'

export { withSecurityLog } from './watch.js'

const eventWords: Record<SecurityEvent, Localized> = {
  'signed-in': localized('Accesso all’amministrazione', 'Signed in'),
  'roles-changed': localized('Ruoli cambiati', 'Roles changed'),
  refused: localized('Accesso rifiutato', 'Access refused'),
  read: localized('Scheda letta', 'Document read'),
  exported: localized('Elenco scaricato', 'List exported'),
}

/** Worked out for each reader, kept nowhere. */
const told = (name: string, label: Localized, find: FieldHook): Field => ({
  name,
  type: 'text',
  virtual: true,
  label,
  hooks: { afterRead: [find] },
  admin: { readOnly: true, disableListFilter: true },
})

export const securityLogCollection = (options: ResolvedOptions): CollectionConfig => ({
  slug: options.slugs.securityLog,
  labels: {
    singular: localized('Riga del registro degli accessi', 'Line of the security log'),
    plural: localized('Registro degli accessi', 'Security log'),
  },
  admin: {
    group: localized('Rete', 'Network'),
    useAsTitle: 'event',
    defaultColumns: ['event', 'at', 'who', 'what', 'detail'],
    listSearchableFields: ['user', 'document'],
    description: localized(
      `Chi è entrato, chi ha letto o scaricato dati di persone, chi ha provato ad aprire quello che non è suo. Conserva solo codici: i nomi si leggono finché ci sono e a chi può leggerli; ogni riga si cancella da sé dopo ${options.securityLog.days} giorni.`,
      `Who signed in, who read or exported people’s data, who tried to open what is not theirs. It keeps ids alone: names are read where they still are, by who may read them; each line erases itself after ${options.securityLog.days} days.`,
    ),
  },
  defaultSort: '-at',
  timestamps: false,
  disableDuplicate: true,
  fields: [
    {
      name: 'event',
      type: 'select',
      required: true,
      index: true,
      label: localized('Che cosa', 'What'),
      options: selectOptions(eventWords),
    },
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: localized('Quando', 'When'),
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    told('who', localized('Chi', 'Who'), tellsWho),
    told('what', localized('Su che cosa', 'About what'), tellsWhat),
    {
      name: 'user',
      type: 'text',
      index: true,
      label: localized('Utente', 'User'),
      admin: { description: localized('Il suo codice. Vuoto: il sito, da sé.', 'Their id. Empty: the site itself.') },
    },
    { name: 'collection', type: 'text', label: localized('Dove', 'Where') },
    { name: 'document', type: 'text', label: localized('Documento', 'Document') },
    { name: 'detail', type: 'text', label: localized('In particolare', 'In detail') },
    {
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
})
