// Dresses the collections for editors: panels, cells, bulk steps, the desk on the dashboard. Only paths: no component is imported here.
import type { CollectionConfig, Config, DateField, Field } from 'payload'
import type { CollectionKey, ResolvedOptions } from '../options.js'
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
  outbox: ['send-again'],
}

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
      const key = (Object.keys(tones) as (keyof typeof tones)[]).find((one) => options.slugs[one] === collection.slug)
      return key ? dress(key, collection, options) : collection
    }),
  }
}

function dress(key: keyof typeof tones, collection: CollectionConfig, options: ResolvedOptions): CollectionConfig {
  const cells = cellsOf(key, options)
  const fields = [...panelOf(key, options), ...eachField([...collection.fields, ...timestamps(collection)], cells)]
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
          client('BulkActions', { collection: key, actions, slug: collection.slug }),
          ...(components?.beforeListTable ?? []),
        ],
      },
    },
  }
}

const mailTargets = ({ slugs }: ResolvedOptions): MailTargets => ({
  member: slugs.members,
  commission: slugs.commissions,
  donation: slugs.donations,
  skill: slugs.skills,
})

const ui = (name: string, Field: Path): Field => ({
  name,
  type: 'ui',
  admin: { disableListColumn: true, components: { Field } },
})

function panelOf(key: keyof typeof tones, options: ResolvedOptions): Field[] {
  if (key === 'teams') return []
  const panel = ui(
    'mokorPanel',
    client('DocumentPanel', { collection: key, tones: tones[key], card: key === 'members' }),
  )
  if (key !== 'outbox') return [panel]
  return [panel, ui('mokorMail', client('MailProblem', { targets: mailTargets(options) }))]
}

type Dresser = (field: Field) => Field

/** Cells of a list, and fields that read better as something else than a form. */
function cellsOf(key: keyof typeof tones, options: ResolvedOptions): Dresser {
  const targets = mailTargets(options)
  const byName: Record<string, Dresser> = {
    status: (field) => withCell(field, client('StatusCell', { tones: tones[key] satisfies Tones })),
    ...(key === 'commissions' && {
      answerBy: (field: Field) => withCell(field, client('TermCell', { open: awaitingAnswer })),
      timeline: (field: Field) => withField(field, client('Timeline', { tones: tones.commissions })),
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
    if (named) return named(field)
    return field.type === 'date' ? readableDate(field) : field
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

/** Fields of a list are found at the top and inside what only lays them out. */
function eachField(fields: Field[], dresser: Dresser): Field[] {
  return fields.map((field): Field => {
    if (field.type === 'row' || field.type === 'collapsible')
      return { ...field, fields: eachField(field.fields, dresser) }
    if (field.type === 'tabs')
      return {
        ...field,
        tabs: field.tabs.map((tab) => ('name' in tab ? tab : { ...tab, fields: eachField(tab.fields, dresser) })),
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
