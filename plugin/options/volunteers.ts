// What each feature asks of volunteers: who empties its queue, how many minutes a week, and what happens if nobody comes.
import type { Feature } from './index.js'

interface Asked {
  who: string
  /** A week, in a network of a few hundred people. */
  minutes: number
  otherwise: string
}

export const askedOfVolunteers: Record<Feature, Asked> = {
  directory: { who: 'nobody', minutes: 0, otherwise: 'it keeps itself up to date' },
  join: { who: 'editors', minutes: 60, otherwise: 'new people wait to be approved, and nobody sees them' },
  relay: { who: 'nobody', minutes: 0, otherwise: 'messages go straight to the member' },
  commissions: {
    who: 'editors',
    minutes: 90,
    otherwise: 'requests pass the term that clients were told, and the dashboard counts them in red',
  },
  teams: { who: 'editors', minutes: 10, otherwise: 'teams stay as they are' },
  donations: { who: 'the treasurer', minutes: 20, otherwise: 'pledges expire and drop out of the accounts' },
  pictures: { who: 'editors', minutes: 5, otherwise: 'pictures are looked at with the profile, when it is approved' },
  pages: { who: 'nobody', minutes: 0, otherwise: 'they follow the data' },
  widgets: { who: 'nobody', minutes: 0, otherwise: 'they follow the data' },
}

const named = (features: Readonly<Record<Feature, boolean>>, on: boolean): Feature[] =>
  (Object.keys(askedOfVolunteers) as Feature[]).filter((name) => features[name] === on)

/** One line for the log of a start. */
export function volunteersLine(features: Readonly<Record<Feature, boolean>>): string {
  const list = (on: boolean): string =>
    named(features, on)
      .map((name) => {
        const { who, minutes } = askedOfVolunteers[name]
        return minutes === 0 ? name : `${name} (${who}, ${minutes} minutes a week)`
      })
      .join(', ') || 'none'
  return `features that are on: ${list(true)}; off: ${list(false)}. \`payload mokor:check\` says what happens if nobody comes.`
}

/** Lines that `payload mokor:check` prints. */
export function volunteersWords(features: Readonly<Record<Feature, boolean>>): string[] {
  const on = named(features, true)
  const sum = on.reduce((minutes, name) => minutes + askedOfVolunteers[name].minutes, 0)
  return [
    `What the features that are on ask of volunteers, about ${sum} minutes a week in all:`,
    ...on.map((name) => {
      const { who, minutes, otherwise } = askedOfVolunteers[name]
      return minutes === 0
        ? `  ${name}: nothing; ${otherwise}.`
        : `  ${name}: ${who}, ${minutes} minutes. If nobody comes: ${otherwise}.`
    }),
    ...named(features, false).map((name) => {
      const { who, minutes } = askedOfVolunteers[name]
      return `  Off: ${name}, which would ask ${minutes === 0 ? 'nothing' : `${minutes} minutes of ${who}`}.`
    }),
  ]
}
