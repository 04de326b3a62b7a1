// What a site has not said and needs: warned of at start and by `mokor:check`, and shown on the dashboard.
import type { Payload } from 'payload'
import type { Feature } from '../options/index.js'
import { volunteersLine } from '../options/volunteers.js'
import { mokor } from '../runtime.js'

export type Unsaid = 'public-url' | 'proxies'

/** By name, for the log; the dashboard has words of its own. */
const warnings: Record<Unsaid, string> = {
  'public-url':
    'neither `publicUrl` nor Payload’s `serverURL` is set: no mail leaves, and no address that we write can be opened. Set `publicUrl`, e.g. `https://example.org`.',
  proxies:
    '`trustedProxies` is not set: forms are not counted by where they come from, so that one sender can hold all of them up. Write how many proxies stand before the site, `0` where there are none.',
}

export function unsaid(payload: Payload): Unsaid[] {
  const { publicUrl, knowsProxies } = mokor(payload).options
  return [
    ...(publicUrl === '' ? (['public-url'] as const) : []),
    // On a developer's machine there is nobody to tell apart.
    ...(!knowsProxies && process.env.NODE_ENV === 'production' ? (['proxies'] as const) : []),
  ]
}

/** Features that are off because nobody named them, though documents of theirs are stored: an earlier version had them on. */
export async function storedButOff(payload: Payload): Promise<Feature[]> {
  const { slugs, unnamedFeatures }: { slugs: Record<string, string>; unnamedFeatures: Feature[] } =
    mokor(payload).options
  const stored: Feature[] = []
  for (const name of unnamedFeatures) {
    // A feature keeps its documents in the collection of its name, where it has one.
    const collection = slugs[name]
    if (collection === undefined) continue
    const { totalDocs } = await payload.count({ collection, trash: true, overrideAccess: true })
    if (totalDocs > 0) stored.push(name)
  }
  return stored
}

const storedWarning = (name: Feature): string =>
  `\`${name}\` are stored, but the feature is off: nothing of them is shown. Write \`features: { ${name}: true }\` to have it on, \`false\` to leave it off.`

/** One sentence for each thing that is missing. */
export const startWarnings = async (payload: Payload): Promise<string[]> => [
  ...unsaid(payload).map((name) => warnings[name]),
  ...(await storedButOff(payload)).map(storedWarning),
]

/** What the features ask of volunteers, then what is missing; behind the start's back, since it asks the database. */
export function tellAtStart(payload: Payload): void {
  payload.logger.info(
    `payload-plugin-mokor: ${volunteersLine(mokor(payload).options.features, mokor(payload).features)}`,
  )
  startWarnings(payload)
    .then((found) => {
      for (const warning of found) payload.logger.warn(`payload-plugin-mokor: ${warning}`)
    })
    .catch((error: unknown) =>
      payload.logger.error({ err: error, msg: 'payload-plugin-mokor: the site’s settings could not be looked at' }),
    )
}
