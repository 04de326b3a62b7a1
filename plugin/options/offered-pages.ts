// The plugin’s own pages by name, and the features each depends on.
import type { Feature, ResolvedOptions } from './index.js'

export const pageFeatures = {
  directory: ['pages', 'directory'],
  ask: ['pages', 'commissions'],
  join: ['pages', 'join'],
  give: ['pages', 'donations'],
  ranking: ['pages', 'directory'],
  report: ['pages'],
} satisfies Record<string, Feature[]>

export type PageName = keyof typeof pageFeatures

export const isOffered = (name: PageName, options: ResolvedOptions): boolean =>
  pageFeatures[name].every((feature) => options.features[feature])

export const offeredPages = (options: ResolvedOptions): PageName[] =>
  (Object.keys(pageFeatures) as PageName[]).filter((name) => isOffered(name, options))
