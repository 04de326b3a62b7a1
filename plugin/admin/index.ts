// Decorates the collections for the admin: panels, cells, bulk actions, dashboard. Components are named by path only.
import type { CollectionConfig, Config, DateField, Field, RowField } from 'payload'
import { rightOfSteps } from '../desk/index.js'
import { provinces } from '../geo/index.js'
import type { CollectionKey, ResolvedOptions } from '../options/index.js'
import type { MokorRuntime } from '../runtime.js'
import { type AdminTexts, withTranslations } from '../translations/index.js'
import type { BulkStep } from './bulk-step.js'
import type { CollectionAdmin } from './collection-admin.js'
import { client, type FieldDecorator, hintsColumn, setComponent, statusCell, ui } from './components.js'
import { deskPath } from './desk/nav.js'
import type { ListToolsFacts } from './list-facts.js'
import { ownWordsPath } from './own-words/path.js'
import { printPath } from './print/path.js'

export interface RoomsInAdmin {
  /** The collections that editors see, by key. */
  collections: Partial<Record<CollectionKey, CollectionAdmin>>
  words: AdminTexts
}

/** The host's own components stay, and win where only one can stand. */
export function withAdmin(config: Config, runtime: MokorRuntime, rooms: RoomsInAdmin): Config {
  const { options } = runtime
  const seen = Object.entries(rooms.collections) as [CollectionKey, CollectionAdmin][]
  const components = config.admin?.components
  return {
    ...config,
    i18n: withTranslations(config.i18n, rooms.words),
    admin: {
      // As in our own fields; Payload would write the month in words before the day.
      dateFormat: 'd MMM yyyy, HH:mm',
      ...config.admin,
      components: {
        ...components,
        providers: [...(components?.providers ?? []), client('AdminStyles')],
        beforeNavLinks: [
          { path: 'payload-plugin-mokor/rsc#DeskNavLink' },
          { path: 'payload-plugin-mokor/rsc#OwnWordsNavLink' },
          ...(components?.beforeNavLinks ?? []),
        ],
        views: {
          mokorOwnWords: {
            path: ownWordsPath,
            exact: true,
            Component: { path: 'payload-plugin-mokor/rsc#OwnWordsView' },
          },
          mokorPrint: { path: printPath, exact: true, Component: { path: 'payload-plugin-mokor/rsc#PrintView' } },
          mokorDesk: { path: deskPath, exact: true, Component: { path: 'payload-plugin-mokor/rsc#DeskView' } },
          ...components?.views,
        },
        beforeDashboard: withDashboard(components?.beforeDashboard ?? [], options.desk),
      },
    },
    collections: config.collections?.map((collection) => {
      const found = seen.find(([key]) => options.slugs[key] === collection.slug)
      return found ? decorate(...found, collection, runtime) : collection
    }),
  }
}

const dashboard = { path: 'payload-plugin-mokor/rsc#Dashboard' }

type Shown = NonNullable<NonNullable<NonNullable<Config['admin']>['components']>['beforeDashboard']>

const withDashboard = (own: Shown, where: ResolvedOptions['desk']): Shown =>
  ({ above: [dashboard, ...own], below: [...own, dashboard], none: own })[where]

function decorate(
  key: CollectionKey,
  admin: CollectionAdmin,
  collection: CollectionConfig,
  runtime: MokorRuntime,
): CollectionConfig {
  const { bulk: actions, headFields, statusColors } = admin
  const decorators = { ...(statusColors && { status: statusCell(statusColors) }), ...admin.fields(runtime) }
  const shown = eachField([...collection.fields, ...timestamps(collection)], decorators)
  const { slug } = collection
  const components = collection.admin?.components
  return {
    ...collection,
    fields: [...headOf(key, admin, runtime.desk), ...headFields, ...(admin.hints ? [hintsColumn] : []), ...shown],
    ...(admin.hints && { custom: { ...collection.custom, mokorHints: admin.hints } }),
    admin: {
      ...collection.admin,
      components: {
        Description: client('RoomDescription', { collection: key, slug }),
        ...components,
        beforeListTable: [
          client('ListTools', { ...listTools(key, collection, runtime) }),
          ...(actions.length > 0
            ? [
                client('BulkActions', {
                  collection: key,
                  actions: bulkSteps(key, actions, runtime),
                  right: rightOfSteps(key, runtime),
                  slug,
                }),
              ]
            : []),
          ...(components?.beforeListTable ?? []),
        ],
      },
    },
  }
}

/** What stands above the list, by what its documents hold. */
function listTools(key: CollectionKey, { fields, slug }: CollectionConfig, { desk }: MokorRuntime): ListToolsFacts {
  const queue = desk.find(({ collection }) => collection === key)
  const { fresh = [], begun = [] } = queue?.statuses ?? {}
  return {
    slug,
    queue: queue ? { statuses: [...fresh, ...begun], sort: queue.term.field } : null,
    provinces: hasPlace(fields)
      ? provinces()
          .map(({ sigla, name }): [string, string] => [sigla, name])
          .toSorted(([, one], [, other]) => one.localeCompare(other, 'it'))
      : null,
  }
}

/** Whether documents stand in a town, by a group `place` as `plugin/fields/place.ts` gives its fields. */
const hasPlace = (fields: readonly Field[]): boolean =>
  fields.some((field) => {
    if (field.type === 'tabs') return field.tabs.some((tab) => hasPlace(tab.fields))
    if (field.type === 'row' || field.type === 'collapsible') return hasPlace(field.fields)
    return field.type === 'group' && 'name' in field && field.name === 'place'
  })

/** What is asked before each, as its room says it. */
function bulkSteps(key: CollectionKey, names: readonly string[], { desk }: MokorRuntime): BulkStep[] {
  const actions = desk.find(({ collection }) => collection === key)?.actions
  return names.map((name) => {
    const { reason = false, destructive = false } = actions?.[name] ?? {}
    return { name, reason: Boolean(reason), destructive }
  })
}

function headOf(
  key: CollectionKey,
  { head, sinceFields, statusColors }: CollectionAdmin,
  desk: MokorRuntime['desk'],
): Field[] {
  if (head === 'none') return []
  if (head === 'hints') return [ui('mokorHints', client('DocumentHints'))]
  const clientProps = {
    collection: key,
    tones: statusColors ?? {},
    sinceFields,
    card: head === 'steps and card',
    print: desk.some(({ collection }) => collection === key),
  }
  return [ui('mokorPanel', { path: 'payload-plugin-mokor/rsc#DocumentPanel', clientProps })]
}

/** Payload writes month first unless it is told otherwise. */
function readableDate(field: DateField): Field {
  const date = field.admin?.date
  const timed = date && 'pickerAppearance' in date && date.pickerAppearance === 'dayAndTime'
  const displayFormat = timed ? 'd MMM yyyy, HH:mm' : 'd MMM yyyy'
  const written = { ...field, admin: { ...field.admin, date: { displayFormat, ...date } as typeof date } }
  return setComponent('Cell', client('DateCell'))(written)
}

/** A cross that empties what must not be empty would only lead to an error. */
const isRequired = (field: Field): boolean => 'required' in field && field.required === true

/** Whatever each of its fields holds; one that is hidden leaves its place to the others. */
const inEqualColumns = (row: RowField): RowField => ({
  ...row,
  admin: { ...row.admin, className: [row.admin?.className, 'mokor-columns'].filter(Boolean).join(' ') },
})

/** Where Payload would write “<No Name>” for what is not there. */
const written: ReadonlySet<Field['type']> = new Set(['text', 'textarea', 'email', 'number'])

/** Every field of a collection by its path, groups and lists included; dates and ticked boxes are made readable wherever they stand. */
function eachField(fields: Field[], decorators: Record<string, FieldDecorator>, before = ''): Field[] {
  return fields.map((field): Field => {
    if (field.type === 'row') return { ...inEqualColumns(field), fields: eachField(field.fields, decorators, before) }
    if (field.type === 'collapsible') return { ...field, fields: eachField(field.fields, decorators, before) }
    if (field.type === 'tabs')
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({
          ...tab,
          fields: eachField(tab.fields, decorators, 'name' in tab && tab.name ? `${before}${tab.name}.` : before),
        })),
      }
    if (!('name' in field) || !field.name) return field
    const path = `${before}${field.name}`
    const whole =
      field.type === 'group' || field.type === 'array'
        ? ({ ...field, fields: eachField(field.fields, decorators, `${path}.`) } as Field)
        : field
    const decorated = decorators[path]?.(whole) ?? whole
    if (decorated.type === 'select' && isRequired(decorated))
      return { ...decorated, admin: { isClearable: false, ...decorated.admin } } as Field
    if (decorated.type === 'checkbox') return setComponent('Cell', client('YesNoCell'))(decorated)
    if (written.has(decorated.type)) return setComponent('Cell', client('TextCell'))(decorated)
    return decorated.type === 'date' ? readableDate(decorated) : decorated
  })
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
