// The trades a new network starts with: hand-made, by sector, in Italian and English.
import { care, food, small, textiles } from './catalogue/persons.js'
import { digital, media, office, teaching } from './catalogue/professions.js'
import { regulated } from './catalogue/regulated.js'
import { arts, events, farming, tourism, trade } from './catalogue/scene.js'
import type { Trade } from './catalogue/trade.js'
import { building, crafts, home, repair } from './catalogue/works.js'

export { type Sector, sectors } from './catalogue/sectors.js'
export type { Trade } from './catalogue/trade.js'

export const catalogue: Trade[] = [
  ...building,
  ...home,
  ...crafts,
  ...repair,
  ...care,
  ...food,
  ...textiles,
  ...small,
  ...digital,
  ...media,
  ...teaching,
  ...office,
  ...arts,
  ...events,
  ...farming,
  ...tourism,
  ...trade,
].map((one) => (regulated[one.slug] ? { ...one, regulated: regulated[one.slug] } : one))
