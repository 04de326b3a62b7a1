// Dresses the collections for editors: panels, cells, bulk steps, the desk on the dashboard. Only paths: no component is imported here.
import type { CollectionConfig, Config, DateField, Field } from 'payload'
import type { CollectionKey, ResolvedOptions } from '../options.js'
import { roomOf } from '../outbox/about.js'
import { withTranslations } from '../translations/index.js'
import { nameRefusedFields } from './errors.js'
import type { MailTargets } from './mail.js'
import type { Tones } from './status.js'
import { awaitingAnswer, tones } from './tones.js'

interface Path {
  path: string
  clientProps?: Record<string, unknown>
}

const client = (name: string, clientProps?: Record<string, unknown>): Path => ({
  path: `payload-plugin-mokor/client#${name}`,
  ...(clientProps ? { clientProps } : {}),
})

/** Steps that editors may take for several documents at once. */
const bulk: Partial<Record<CollectionKey, string[]>> = {
  members: ['approve'],
  commissions: ['take'],
  donations: ['received'],
  outbox: ['send-again', 'drop'],
}

/** The collections that editors see. */
const dressed = ['members', 'commissions', 'teams', 'donations', 'skills', 'pictures', 'outbox'] as const
type Dressed = (typeof dressed)[number]

const withSteps: readonly Dressed[] = ['members', 'commissions', 'donations', 'outbox']
const hasSteps = (key: Dressed): key is (typeof withSteps)[number] & keyof typeof tones => withSteps.includes(key)

/** The host's own components stay, and win where only one can stand. */
export function withAdmin(config: Config, options: ResolvedOptions): Config {
  const components = config.admin?.components
  return {
    ...config,
    i18n: withTranslations(config.i18n),
    hooks: {
      ...config.hooks,
      afterError: [...(config.hooks?.afterError ?? []), nameRefusedFields(Object.values(options.slugs))],
    },
    admin: {
      ...config.admin,
      components: {
        ...components,
        providers: [...(components?.providers ?? []), client('AdminStyles')],
        beforeDashboard: [{ path: 'payload-plugin-mokor/rsc#Desk' }, ...(components?.beforeDashboard ?? [])],
      },
    },
    collections: config.collections?.map((collection) => {
      const key = dressed.find((one) => options.slugs[one] === collection.slug)
      return key ? dress(key, collection, options) : collection
    }),
  }
}

/** Nobody updates the outbox by hand: who reads it may take its steps, unless the site says who updates it. */
const bulkRight = (key: Dressed, { access }: ResolvedOptions): 'read' | 'update' =>
  key === 'outbox' && !access.outbox?.update ? 'read' : 'update'

function dress(key: Dressed, collection: CollectionConfig, options: ResolvedOptions): CollectionConfig {
  const cells = cellsOf(key, options)
  const fields = [...panelOf(key), ...eachField([...collection.fields, ...timestamps(collection)], cells)]
  const actions = bulk[key]
  if (!actions) return { ...collection, fields }
  const components = collection.admin?.components
  return {
    ...collection,
    fields,
    admin: {
      ...collection.admin,
      components: {
        ...components,
        beforeListTable: [
          client('BulkActions', { collection: key, actions, right: bulkRight(key, options), slug: collection.slug }),
          ...(components?.beforeListTable ?? []),
        ],
      },
    },
  }
}

const mailTargets = ({ slugs }: ResolvedOptions): MailTargets =>
  Object.fromEntries(Object.entries(roomOf).map(([word, key]) => [word, slugs[key]]))

const ui = (name: string, Field: Path): Field => ({
  name,
  type: 'ui',
  admin: { disableListColumn: true, components: { Field } },
})

function panelOf(key: Dressed): Field[] {
  if (!hasSteps(key)) return []
  const panel = ui(
    'mokorPanel',
    client('DocumentPanel', { collection: key, tones: tones[key], card: key === 'members' }),
  )
  if (key !== 'outbox') return [panel]
  return [panel, ui('mokorMail', client('MailProblem'))]
}

type Dresser = (field: Field) => Field

/** Cells of a list, and fields that read better as something else than a form. */
function cellsOf(key: Dressed, options: ResolvedOptions): Dresser {
  const targets = mailTargets(options)
  const byName: Record<string, Dresser> = {
    ...(key in tones && {
      status: (field: Field) =>
        withCell(field, client('StatusCell', { tones: tones[key as keyof typeof tones] satisfies Tones })),
    }),
    ...(key === 'commissions' && {
      answerBy: (field: Field) => withCell(field, client('TermCell', { open: awaitingAnswer })),
    }),
    ...((key === 'commissions' || key === 'members') && {
      timeline: (field: Field) => withField(field, client('Timeline', { tones: tones[key] })),
    }),
    ...(key === 'donations' && { amountCents: money, receivedCents: money }),
    ...(key === 'outbox' && {
      lastError: (field: Field) => withCell(field, client('TextCell')),
      template: (field: Field) => withCell(field, client('MailCell')),
      target: (field: Field) => withCell(field, client('TargetCell', { targets })),
    }),
  }
  return (field) => {
    const named = 'name' in field && field.name ? byName[field.name] : undefined
    return named ? named(field) : withReadableDates(field)
  }
}

const money: Dresser = (field) => {
  const dressed = withCell(field, client('MoneyCell'))
  const components = (dressed.admin as { components?: Record<string, unknown> }).components
  return {
    ...dressed,
    admin: { ...dressed.admin, components: { afterInput: [client('InEuros')], ...components } },
  } as Field
}

/** Payload writes month first unless it is told otherwise. */
function readableDate(field: DateField): Field {
  const date = field.admin?.date
  const timed = date && 'pickerAppearance' in date && date.pickerAppearance === 'dayAndTime'
  const displayFormat = timed ? 'd MMM yyyy, HH:mm' : 'd MMM yyyy'
  const written = { ...field, admin: { ...field.admin, date: { displayFormat, ...date } as typeof date } }
  return withCell(written, client('DateCell'))
}

/** Dates inside groups and lists of things too. */
function withReadableDates(field: Field): Field {
  if (field.type === 'date') return readableDate(field)
  if (field.type === 'group' || field.type === 'array')
    return { ...field, fields: eachField(field.fields, withReadableDates) } as Field
  return field
}

/** Fields of a list are found at the top and inside what only lays them out. */
function eachField(fields: Field[], dresser: Dresser): Field[] {
  return fields.map((field): Field => {
    if (field.type === 'row' || field.type === 'collapsible')
      return { ...field, fields: eachField(field.fields, dresser) }
    if (field.type === 'tabs')
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({
          ...tab,
          fields: eachField(tab.fields, 'name' in tab ? withReadableDates : dresser),
        })),
      }
    return dresser(field)
  })
}

const withCell = (field: Field, Cell: Path): Field => withComponent(field, 'Cell', Cell)
const withField = (field: Field, Field: Path): Field => withComponent(field, 'Field', Field)

function withComponent(field: Field, slot: 'Cell' | 'Field', component: Path): Field {
  const components = (field.admin as { components?: Record<string, unknown> } | undefined)?.components
  if (components?.[slot]) return field
  return { ...field, admin: { ...field.admin, components: { ...components, [slot]: component } } } as Field
}

/** As Payload would add them by itself, so that their cells can be ours too. */
function timestamps(collection: CollectionConfig): Field[] {
  if (collection.timestamps === false) return []
  const known = new Set(collection.fields.flatMap((field) => ('name' in field ? [field.name] : [])))
  return (['updatedAt', 'createdAt'] as const)
    .filter((name) => !known.has(name))
    .map((name) => ({
      name,
      type: 'date',
      index: true,
      label: ({ t }) => t(`general:${name}`),
      admin: { disableBulkEdit: true, hidden: true },
    }))
}
