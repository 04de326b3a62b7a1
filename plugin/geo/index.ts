// Italy's municipalities and provinces: look-ups, suggestions and distances. Nothing finer than a town's centre.
export type { Municipality, Province } from './atlas.js'
export { type Box, boundingBox, distanceKm, type Point } from './distance.js'
export {
  municipalities,
  municipalitiesNamed,
  municipality,
  province,
  provinceNames,
  provinces,
  searchMunicipalities,
} from './names.js'
