// The place field: an editor types a municipality by name or code, its code and province are stored.
import type { Field, FieldHook, PayloadRequest } from 'payload'
import { municipalitiesNamed, municipality, province } from '../geo/index.js'
import { type Localized, localized, pickFor } from '../i18n/localized.js'

export interface Place {
  municipality?: string | null
  province?: string | null
}

interface WrongPlace {
  path: 'place.municipality' | 'place.province'
  words: Localized
}

type Found = { place: { municipality: string | null; province: string | null } } | { wrong: WrongPlace }

const sentences = {
  unknown: localized(
    'Comune sconosciuto: scrivi il nome come sulle carte, o il codice ISTAT.',
    'Unknown municipality: write its name as on maps, or its ISTAT code.',
  ),
  several: (choices: string): Localized =>
    localized(
      `Ci sono più comuni con questo nome: ${choices}. Scrivi anche la provincia.`,
      `Several municipalities bear this name: ${choices}. Add the province.`,
    ),
  province: localized('Provincia sconosciuta: scrivi la sigla.', 'Unknown province: write its abbreviation.'),
}

/** The province beside a name tells apart towns that share it; otherwise it follows from the town. */
export function findPlace(written: Place | null | undefined): Found {
  const name = written?.municipality?.trim()
  const given = written?.province?.trim()
  const there = given ? province(given) : null
  if (!name) {
    if (given && !there) return { wrong: { path: 'place.province', words: sentences.province } }
    return { place: { municipality: null, province: there?.sigla ?? null } }
  }
  const byCode = municipality(name)
  const named = byCode ? [byCode] : municipalitiesNamed(name)
  const near = named.filter((one) => one.province === there?.sigla)
  const [found, ...others] = near.length > 0 ? near : named
  if (!found) return { wrong: { path: 'place.municipality', words: sentences.unknown } }
  if (others.length > 0) {
    const choices = named.map((one) => `${one.name} (${one.province})`).join(', ')
    return { wrong: { path: 'place.municipality', words: sentences.several(choices) } }
  }
  return { place: { municipality: found.code, province: found.province } }
}

/** A field of a place, and not the save as a whole, says what is wrong: so it is told together with everything else. */
const placeCheck =
  (path: WrongPlace['path']) =>
  (_: unknown, { siblingData, req }: { siblingData: Place; req: PayloadRequest }): true | string => {
    const found = findPlace(siblingData)
    return 'place' in found || found.wrong.path !== path || pickFor(req, found.wrong.words)
  }

/** Name of the municipality beside its code, for editors. */
const placeName: FieldHook = ({ siblingData }) => {
  const found = municipality(String(siblingData?.municipality ?? ''))
  return found ? `${found.name} (${found.province})` : null
}

/** The three fields of a place, in one row. */
export const placeFields = (): Field => ({
  type: 'row',
  fields: [
    {
      name: 'municipality',
      type: 'text',
      label: localized('Comune', 'Municipality'),
      validate: placeCheck('place.municipality'),
      admin: {
        description: localized(
          'Il nome, con la sigla dove ce ne sono due: «Monza», «Castro (BG)».',
          'Its name, with the province where there are two: “Monza”, “Castro (BG)”.',
        ),
      },
    },
    {
      name: 'province',
      type: 'text',
      label: localized('Provincia', 'Province'),
      validate: placeCheck('place.province'),
      admin: {
        description: localized(
          'Sigla, es. MB. Si ricava dal comune; da sola basta se il comune non si sa.',
          'Abbreviation, e.g. MB. Follows from the municipality; enough alone where that is unknown.',
        ),
      },
    },
    {
      name: 'name',
      type: 'text',
      virtual: true,
      hooks: { afterRead: [placeName] },
      label: localized('Nome', 'Name'),
      // Shown in the field of the municipality, whose code nobody reads.
      admin: { readOnly: true, hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
})
