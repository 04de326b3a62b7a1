// Columns of a list by their accessor, as Payload names them: the fields of a collection that a list can show and this reader may read.
import type { CollectionConfig, Field, PayloadRequest } from 'payload'
import { Refusal } from '../collection/errors.js'
import { inWords } from '../collection/field-labels.js'
import { localized, pickFor } from '../i18n/localized.js'

export interface Column {
  /** E.g. `client.name`. */
  path: string
  label: string
  field: Field
}

type Readable = { access?: { read?: (args: { req: PayloadRequest }) => unknown } }

interface Found {
  path: string
  /** From the outermost group to the field itself. */
  way: Field[]
}

const name = (field: Field): string => ('name' in field ? (field.name ?? '') : '')

/** Every field of a list, groups entered, arrays not. */
function eachField(fields: readonly Field[], before = '', way: Field[] = []): Found[] {
  return fields.flatMap((field): Found[] => {
    if (field.type === 'row' || field.type === 'collapsible') return eachField(field.fields, before, way)
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        eachField(tab.fields, 'name' in tab && tab.name ? `${before}${tab.name}.` : before, way),
      )
    if (!name(field)) return 'fields' in field ? eachField(field.fields as Field[], before, way) : []
    const path = `${before}${name(field)}`
    if (field.type === 'group') return eachField(field.fields, `${path}.`, [...way, field])
    return [{ path, way: [...way, field] }]
  })
}

const isHidden = (field: Field): boolean =>
  Boolean('hidden' in field && field.hidden) ||
  Boolean((field.admin as { disableListColumn?: boolean; hidden?: boolean } | undefined)?.disableListColumn)

async function mayRead(req: PayloadRequest, way: readonly Field[]): Promise<boolean> {
  for (const field of way) {
    const read = (field as Readable).access?.read
    if (read && !(await read({ req }))) return false
  }
  return true
}

/** “Place > Municipality” would be the form's way of saying it: a column's own title is the field's, or what its list calls it. */
function titleOf(req: PayloadRequest, field: Field): string {
  const label = (field.admin as { components?: { Label?: unknown } } | undefined)?.components?.Label
  const column = (label as { clientProps?: { column?: unknown } } | undefined)?.clientProps?.column
  const own = 'label' in field ? field.label : undefined
  const words = typeof own === 'function' ? own({ i18n: req.i18n, t: req.t } as never) : own
  return inWords(req, column ?? words, name(field))
}

const id: Field = { name: 'id', type: 'text', label: 'ID' }

/**
 * @param wanted accessors; none: the list's own
 * @throws a Refusal (400) that names the first that is no column
 */
export async function columnsOf(
  req: PayloadRequest,
  config: Pick<CollectionConfig, 'fields' | 'admin'>,
  wanted: readonly string[],
): Promise<Column[]> {
  const known = new Map(
    [{ path: 'id', way: [id] }, ...eachField(config.fields)]
      .filter(({ way }) => !way.some(isHidden))
      .map((found) => [found.path, found]),
  )
  const paths = wanted.length > 0 ? wanted : (config.admin?.defaultColumns ?? [])
  const columns: Column[] = []
  for (const path of new Set(paths)) {
    const found = known.get(path) ?? titleField(config, path)
    const field = found?.way.at(-1)
    if (!found || !field) throw new Refusal(pickFor(req, noColumn(path)), 400, { field: 'columns' })
    if (await mayRead(req, found.way)) columns.push({ path, label: titleOf(req, field), field })
  }
  return columns
}

/** What the admin calls a document stands in its list even where its form hides it. */
function titleField({ fields, admin }: Pick<CollectionConfig, 'fields' | 'admin'>, path: string): Found | undefined {
  return path === admin?.useAsTitle ? eachField(fields).find((one) => one.path === path) : undefined
}

const noColumn = (path: string) =>
  localized(
    `«${path.slice(0, 60)}» non è una colonna di questo elenco: ricarica la pagina e scegli le colonne di nuovo.`,
    `“${path.slice(0, 60)}” is no column of this list: reload the page and choose the columns again.`,
  )
