// Decorates the collections for the admin: panels, cells, bulk actions, dashboard. Components are named by path only.
import type { CollectionConfig, Config, DateField, Field, RowField } from 'payload'
import { radii } from '../contract/dto.js'
import { localized } from '../i18n/localized.js'
import type { CollectionKey, ResolvedOptions } from '../options/index.js'
import type { MokorRuntime } from '../runtime.js'
import { withTranslations } from '../translations/index.js'
import type { MailTargets } from './mail.js'
import type { StatusColors } from './status.js'
import { awaitingAnswer, statusColors } from './status-colors.js'
import { rightOfSteps } from './work-queue.js'

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
const decoratedCollections = [
  'members',
  'commissions',
  'teams',
  'donations',
  'skills',
  'pictures',
  'outbox',
  'securityLog',
] as const
type DecoratedCollection = (typeof decoratedCollections)[number]

const withSteps: readonly DecoratedCollection[] = ['members', 'commissions', 'donations', 'outbox']
const hasSteps = (key: DecoratedCollection): key is (typeof withSteps)[number] & keyof typeof statusColors =>
  withSteps.includes(key)

/** The host's own components stay, and win where only one can stand. */
export function withAdmin(config: Config, runtime: MokorRuntime): Config {
  const { options } = runtime
  const components = config.admin?.components
  return {
    ...config,
    i18n: withTranslations(config.i18n),
    admin: {
      // As in our own fields; Payload would write the month in words before the day.
      dateFormat: 'd MMM yyyy, HH:mm',
      ...config.admin,
      components: {
        ...components,
        providers: [...(components?.providers ?? []), client('AdminStyles')],
        beforeDashboard: withDesk(components?.beforeDashboard ?? [], options.desk),
      },
    },
    collections: config.collections?.map((collection) => {
      const key = decoratedCollections.find((one) => options.slugs[one] === collection.slug)
      return key ? decorate(key, collection, runtime) : collection
    }),
  }
}

const desk = { path: 'payload-plugin-mokor/rsc#Desk' }

type Shown = NonNullable<NonNullable<NonNullable<Config['admin']>['components']>['beforeDashboard']>

const withDesk = (own: Shown, where: ResolvedOptions['desk']): Shown =>
  ({ above: [desk, ...own], below: [...own, desk], none: own })[where]

function decorate(key: DecoratedCollection, collection: CollectionConfig, runtime: MokorRuntime): CollectionConfig {
  const decorators = fieldComponents(key, runtime)
  const fields = [...panelOf(key), ...eachField([...collection.fields, ...timestamps(collection)], decorators)]
  const { slug } = collection
  const actions = bulk[key]
  const components = collection.admin?.components
  return {
    ...collection,
    fields,
    admin: {
      ...collection.admin,
      components: {
        Description: client('RoomDescription', { collection: key, slug }),
        ...components,
        ...(actions && {
          beforeListTable: [
            client('BulkActions', { collection: key, actions, right: rightOfSteps(key, runtime.options), slug }),
            ...(components?.beforeListTable ?? []),
          ],
        }),
      },
    },
  }
}

const mailTargets = ({ options, mails, jobs }: MokorRuntime): MailTargets =>
  Object.fromEntries(
    Object.entries({ ...mails, ...jobs }).flatMap(([template, { document, opens }]) =>
      opens === undefined ? [[template, options.slugs[document]]] : [],
    ),
  )

const ui = (name: string, Field: Path): Field => ({
  name,
  type: 'ui',
  admin: { disableListColumn: true, components: { Field } },
})

function panelOf(key: DecoratedCollection): Field[] {
  if (key === 'teams') return [ui('mokorHints', client('DocumentHints'))]
  if (!hasSteps(key)) return []
  const panel = ui('mokorPanel', {
    path: 'payload-plugin-mokor/rsc#DocumentPanel',
    clientProps: { collection: key, tones: statusColors[key], card: key === 'members' },
  })
  if (key !== 'outbox') return [panel]
  return [panel, ui('mokorMail', client('MailProblem'))]
}

type FieldDecorator = (field: Field) => Field

/** Cells of a list, and fields that read better as something else than a form; by the field's path. */
function fieldComponents(key: DecoratedCollection, runtime: MokorRuntime): Record<string, FieldDecorator> {
  const { options } = runtime
  const language = (codes?: readonly string[]) =>
    compose(
      setComponent('Field', client('LanguageField', codes ? { codes } : undefined)),
      setComponent('Cell', client('LanguageCell')),
    )
  const status = key in statusColors && {
    status: setComponent(
      'Cell',
      client('StatusCell', { tones: statusColors[key as keyof typeof statusColors] satisfies StatusColors }),
    ),
  }
  const place = {
    'place.municipality': compose(
      setComponent('Field', client('PlaceField')),
      setComponent('Cell', client('PlaceCell')),
    ),
  }
  const skills = setComponent('RowLabel', client('SkillLabel', { slug: options.slugs.skills }))
  const byRoom: Partial<Record<DecoratedCollection, Record<string, FieldDecorator>>> = {
    members: {
      ...place,
      skills,
      lang: language(),
      languages: language(),
      radiusKm: compose(
        setComponent('Field', client('RadiusField', { radii })),
        setComponent('Cell', client('RadiusCell')),
      ),
      consents: namedConsents,
      timeline: setComponent('Field', client('Timeline', { tones: statusColors.members })),
    },
    commissions: {
      ...place,
      skills,
      'client.name': setComponent('Label', client('WhoLabel', { column: localized('Chi chiede', 'Who asks') })),
      'client.lang': language(options.languages),
      consents: namedConsents,
      answerBy: setComponent('Cell', client('TermCell', { open: awaitingAnswer })),
      timeline: setComponent('Field', client('Timeline', { tones: statusColors.commissions })),
    },
    teams: { members: setComponent('RowLabel', client('PersonLabel', { slug: options.slugs.members })) },
    donations: {
      amountCents: inEuros,
      receivedCents: inEuros,
      'donor.name': setComponent('Label', client('WhoLabel', { column: localized('Chi dona', 'Who gives') })),
      'donor.lang': language(options.languages),
      consents: namedConsents,
    },
    outbox: {
      lastError: setComponent('Cell', client('CauseCell')),
      template: setComponent('Cell', client('MailCell')),
      target: setComponent('Cell', client('TargetCell', { targets: mailTargets(runtime) })),
    },
  }
  return { ...status, ...byRoom[key] }
}

const compose =
  (first: FieldDecorator, second: FieldDecorator): FieldDecorator =>
  (field) =>
    second(first(field))

const inEuros: FieldDecorator = (field) =>
  compose(setComponent('Field', client('EuroField')), setComponent('Cell', client('MoneyCell')))(field)

/** Each consent under the words of what was agreed; those that are missing are one press away. */
const namedConsents: FieldDecorator = (field) => {
  const what = 'fields' in field ? flatten(field.fields).find((one) => 'name' in one && one.name === 'what') : undefined
  const options = what && 'options' in what ? what.options : []
  const names = Object.fromEntries(
    options.flatMap((one) => (typeof one === 'string' ? [] : [[one.value, one.label] as const])),
  )
  return compose(
    setComponent('RowLabel', client('ConsentLabel', { names })),
    setComponent('beforeInput', [client('ConsentsAtOnce', { names })]),
  )(field)
}

const flatten = (fields: Field[]): Field[] =>
  fields.flatMap((field) => (field.type === 'row' || field.type === 'collapsible' ? flatten(field.fields) : [field]))

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
    const decoratedCollections = decorators[path]?.(whole) ?? whole
    if (decoratedCollections.type === 'select' && isRequired(decoratedCollections))
      return { ...decoratedCollections, admin: { isClearable: false, ...decoratedCollections.admin } } as Field
    if (decoratedCollections.type === 'checkbox') return setComponent('Cell', client('YesNoCell'))(decoratedCollections)
    if (written.has(decoratedCollections.type)) return setComponent('Cell', client('TextCell'))(decoratedCollections)
    return decoratedCollections.type === 'date' ? readableDate(decoratedCollections) : decoratedCollections
  })
}

/** What the site has put there stays. */
const setComponent =
  (slot: 'Cell' | 'Field' | 'Label' | 'RowLabel' | 'beforeInput', component: Path | Path[]): FieldDecorator =>
  (field) => {
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
