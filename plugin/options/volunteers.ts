// What the features ask of volunteers: who empties each queue, how many minutes a week, and what happens if nobody comes.
import type { Feature, ResolvedOptions, RoomFacts } from './index.js'

type Switches = ResolvedOptions['features']
type Features = RoomFacts['features']

const named = (switches: Switches, features: Features, on: boolean): Feature[] =>
  (Object.keys(features) as Feature[]).filter((name) => switches[name] === on)

/** One line for the log of a start. */
export function volunteersLine(switches: Switches, features: Features): string {
  const list = (on: boolean): string =>
    named(switches, features, on)
      .map((name) => {
        const { who, minutes } = features[name]
        return minutes === 0 ? name : `${name} (${who}, ${minutes} minutes a week)`
      })
      .join(', ') || 'none'
  return `features that are on: ${list(true)}; off: ${list(false)}. \`payload mokor:check\` says what happens if nobody comes.`
}

/** Lines that `payload mokor:check` prints. */
export function volunteersWords(switches: Switches, features: Features): string[] {
  const on = named(switches, features, true)
  const sum = on.reduce((minutes, name) => minutes + features[name].minutes, 0)
  return [
    `What the features that are on ask of volunteers, about ${sum} minutes a week in all:`,
    ...on.map((name) => {
      const { who, minutes, otherwise } = features[name]
      return minutes === 0
        ? `  ${name}: nothing; ${otherwise}.`
        : `  ${name}: ${who}, ${minutes} minutes. If nobody comes: ${otherwise}.`
    }),
    ...named(switches, features, false).map((name) => {
      const { who, minutes } = features[name]
      return `  Off: ${name}, which would ask ${minutes === 0 ? 'nothing' : `${minutes} minutes of ${who}`}.`
    }),
  ]
}
