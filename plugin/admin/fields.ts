// Finds fields of a collection in the client config.
import type { ClientField } from 'payload'

/** Fields of one level, with those inside rows, collapsibles and unnamed tabs. */
export function flatFields(fields: readonly ClientField[]): ClientField[] {
  return fields.flatMap((field): ClientField[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [tab as never] : flatFields(tab.fields)))
    if (field.type === 'row' || field.type === 'collapsible') return flatFields(field.fields)
    return [field]
  })
}

/** Of a group nothing follows. */
const alone = (names: string): string => names.replace(/:$/, '')

/** Labels along a path such as `skills.2.note` or `place.municipality`: what an editor would call the place. */
export function labelsAlong(fields: readonly ClientField[], path: string, label: (label: never) => string): string {
  const found: string[] = []
  let level: readonly ClientField[] = fields
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) {
      found.push(String(Number(part) + 1))
      continue
    }
    const field = flatFields(level).find((one) => 'name' in one && one.name === part)
    if (!field) return found.length > 0 ? `${alone(found.join(' '))}: ${optionOf(level, part, label)}` : path
    const words = 'label' in field ? label(field.label as never) : ''
    if (words) found.push('type' in field && field.type === 'group' ? `${words}:` : words)
    level = 'fields' in field ? (field.fields as ClientField[]) : []
  }
  return alone(found.join(' '))
}

/** What is wrong, each sentence once with the fields it holds for: «Da completare: Comune, Capacità.» */
export function refusedTogether(
  fields: readonly ClientField[],
  refused: readonly { path: string; message: string }[],
  label: (label: never) => string,
): string {
  const names = new Map<string, string[]>()
  for (const { path, message } of refused)
    names.set(message, [...(names.get(message) ?? []), labelsAlong(fields, path, label)])
  return [...names]
    .map(([message, [first, ...more]]) =>
      more.length === 0
        ? `${first}. ${message}`
        : `${message.replace(/\.$/, '')}: ${[first, ...more].map((name) => `«${name}»`).join(', ')}.`,
    )
    .join(' ')
}

/** `consents.adult` names a choice inside the array, not a field. */
function optionOf(level: readonly ClientField[], value: string, label: (label: never) => string): string {
  for (const field of flatFields(level)) {
    const options = 'options' in field ? (field.options as unknown[]) : []
    const option = options.find((one) => (one as { value?: string }).value === value) as { label?: never } | undefined
    if (option?.label) return label(option.label)
  }
  return value
}
