// Dresses the collections for editors: panels, cells, bulk steps, the desk on the dashboard. Only paths: no component is imported here.
import type { CollectionConfig, Config, DateField, Field, RowField } from 'payload'
import { radii } from '../contract/dto.js'
import { say } from '../i18n/localized.js'
import type { CollectionKey, ResolvedOptions } from '../options/index.js'
import { roomOf } from '../outbox/about.js'
import { withTranslations } from '../translations/index.js'
import type { MailTargets } from './mail.js'
import type { Tones } from './status.js'
import { awaitingAnswer, tones } from './status-colors.js'
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
      const key = dressed.find((one) => options.slugs[one] === collection.slug)
      return key ? dress(key, collection, options) : collection
    }),
  }
}

const desk = { path: 'payload-plugin-mokor/rsc#Desk' }

type Shown = NonNullable<NonNullable<NonNullable<Config['admin']>['components']>['beforeDashboard']>

const withDesk = (own: Shown, where: ResolvedOptions['desk']): Shown =>
  ({ above: [desk, ...own], below: [...own, desk], none: own })[where]

function dress(key: Dressed, collection: CollectionConfig, options: ResolvedOptions): CollectionConfig {
  const dressers = dressersOf(key, options)
  const fields = [...panelOf(key), ...eachField([...collection.fields, ...timestamps(collection)], dressers)]
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
            client('BulkActions', { collection: key, actions, right: rightOfSteps(key, options), slug }),
            ...(components?.beforeListTable ?? []),
          ],
        }),
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
  if (key === 'teams') return [ui('mokorHints', client('DocumentHints'))]
  if (!hasSteps(key)) return []
  const panel = ui('mokorPanel', {
    path: 'payload-plugin-mokor/rsc#DocumentPanel',
    clientProps: { collection: key, tones: tones[key], card: key === 'members' },
  })
  if (key !== 'outbox') return [panel]
  return [panel, ui('mokorMail', client('MailProblem'))]
}

type Dresser = (field: Field) => Field

/** Cells of a list, and fields that read better as something else than a form; by the field's path. */
function dressersOf(key: Dressed, options: ResolvedOptions): Record<string, Dresser> {
  const language = (codes?: readonly string[]) =>
    both(
      putting('Field', client('LanguageField', codes ? { codes } : undefined)),
      putting('Cell', client('LanguageCell')),
    )
  const status = key in tones && {
    status: putting('Cell', client('StatusCell', { tones: tones[key as keyof typeof tones] satisfies Tones })),
  }
  const place = {
    'place.municipality': both(putting('Field', client('PlaceField')), putting('Cell', client('PlaceCell'))),
  }
  const skills = putting('RowLabel', client('SkillLabel', { slug: options.slugs.skills }))
  const byRoom: Partial<Record<Dressed, Record<string, Dresser>>> = {
    members: {
      ...place,
      skills,
      lang: language(),
      languages: language(),
      radiusKm: both(putting('Field', client('RadiusField', { radii })), putting('Cell', client('RadiusCell'))),
      consents: namedConsents,
      timeline: putting('Field', client('Timeline', { tones: tones.members })),
    },
    commissions: {
      ...place,
      skills,
      'client.name': putting('Label', client('WhoLabel', { column: say('Chi chiede', 'Who asks') })),
      'client.lang': language(options.languages),
      consents: namedConsents,
      answerBy: putting('Cell', client('TermCell', { open: awaitingAnswer })),
      timeline: putting('Field', client('Timeline', { tones: tones.commissions })),
    },
    teams: { members: putting('RowLabel', client('PersonLabel', { slug: options.slugs.members })) },
    donations: {
      amountCents: inEuros,
      receivedCents: inEuros,
      'donor.name': putting('Label', client('WhoLabel', { column: say('Chi dona', 'Who gives') })),
      'donor.lang': language(options.languages),
      consents: namedConsents,
    },
    outbox: {
      lastError: putting('Cell', client('CauseCell')),
      template: putting('Cell', client('MailCell')),
      target: putting('Cell', client('TargetCell', { targets: mailTargets(options) })),
    },
  }
  return { ...status, ...byRoom[key] }
}

const both =
  (first: Dresser, second: Dresser): Dresser =>
  (field) =>
    second(first(field))

const inEuros: Dresser = (field) =>
  both(putting('Field', client('EuroField')), putting('Cell', client('MoneyCell')))(field)

/** Each consent under the words of what was agreed; those that are missing are one press away. */
const namedConsents: Dresser = (field) => {
  const what = 'fields' in field ? flatten(field.fields).find((one) => 'name' in one && one.name === 'what') : undefined
  const options = what && 'options' in what ? what.options : []
  const names = Object.fromEntries(
    options.flatMap((one) => (typeof one === 'string' ? [] : [[one.value, one.label] as const])),
  )
  return both(
    putting('RowLabel', client('ConsentLabel', { names })),
    putting('beforeInput', [client('ConsentsAtOnce', { names })]),
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
  return putting('Cell', client('DateCell'))(written)
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
function eachField(fields: Field[], dressers: Record<string, Dresser>, before = ''): Field[] {
  return fields.map((field): Field => {
    if (field.type === 'row') return { ...inEqualColumns(field), fields: eachField(field.fields, dressers, before) }
    if (field.type === 'collapsible') return { ...field, fields: eachField(field.fields, dressers, before) }
    if (field.type === 'tabs')
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({
          ...tab,
          fields: eachField(tab.fields, dressers, 'name' in tab && tab.name ? `${before}${tab.name}.` : before),
        })),
      }
    if (!('name' in field) || !field.name) return field
    const path = `${before}${field.name}`
    const whole =
      field.type === 'group' || field.type === 'array'
        ? ({ ...field, fields: eachField(field.fields, dressers, `${path}.`) } as Field)
        : field
    const dressed = dressers[path]?.(whole) ?? whole
    if (dressed.type === 'select' && isRequired(dressed))
      return { ...dressed, admin: { isClearable: false, ...dressed.admin } } as Field
    if (dressed.type === 'checkbox') return putting('Cell', client('YesNoCell'))(dressed)
    if (written.has(dressed.type)) return putting('Cell', client('TextCell'))(dressed)
    return dressed.type === 'date' ? readableDate(dressed) : dressed
  })
}

/** What the site has put there stays. */
const putting =
  (slot: 'Cell' | 'Field' | 'Label' | 'RowLabel' | 'beforeInput', component: Path | Path[]): Dresser =>
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
