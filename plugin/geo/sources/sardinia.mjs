// Sardinia since 1 January 2026: eight provinces, new ISTAT codes for all of its comuni.
//
// No package holds that list. The codes follow from two that do: the table of CAP has them without names, ISTAT's list of 2025 has the
// names with the provinces of 2010–2016, which came back. Within a province ISTAT numbers by name; whoever joined an old province
// stands last in it. Each comune must then have the CAP it had in 2020 under its new code, else this stops.

/** New province by the one of 2010–2016. */
const provinces = {
  '090': { code: '112', sigla: 'SS', name: 'Sassari' },
  104: { code: '113', sigla: 'OT', name: 'Gallura Nord-Est Sardegna' },
  '091': { code: '114', sigla: 'NU', name: 'Nuoro' },
  '095': { code: '115', sigla: 'OR', name: 'Oristano' },
  105: { code: '116', sigla: 'OG', name: 'Ogliastra' },
  106: { code: '117', sigla: 'VS', name: 'Medio Campidano' },
  '092': { code: '118', sigla: 'CA', name: 'Cagliari' },
  107: { code: '119', sigla: 'CI', name: 'Sulcis Iglesiente' },
}

/** Those that went to another province than the one of 2010–2016. */
const moved = { Seulo: '114', Genoni: '118', Teulada: '119' }
/** Those that stand behind the others of their province. */
const last = ['Seui', 'Teulada']

/** Accents and apostrophes count for nothing, blanks come before letters. */
const sortable = ({ name }) =>
  `${last.includes(name) ? 1 : 0}${name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')}`
const byName = (a, b) => (sortable(a) < sortable(b) ? -1 : 1)

/** @returns the same comuni with their province and code of 2026; the code they had joins the earlier ones */
export function sardiniaOf2026(comuni, caps, of2020) {
  return Object.entries(provinces).flatMap(([earlier, province]) => {
    const there = comuni.filter(
      ({ name, earlierCodes }) => (moved[name] ?? provinces[earlierCodes[0].slice(0, 3)].code) === province.code,
    )
    const codes = [...caps.keys()].filter((code) => code.startsWith(province.code)).sort()
    if (codes.length !== there.length)
      throw new Error(`${province.name} (${earlier}): ${there.length} comuni, ${codes.length} codes`)
    return there.sort(byName).map((comune, at) => {
      const code = codes[at]
      if (!caps.get(code).some((cap) => of2020.get(comune.cadastral).cap.includes(cap)))
        throw new Error(`${comune.name} has another CAP under ${code}`)
      return {
        ...comune,
        code,
        province: province.sigla,
        provinceName: province.name,
        earlierCodes: [comune.code, ...comune.earlierCodes],
      }
    })
  })
}
