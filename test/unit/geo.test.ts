// The list of municipalities, how they are named, suggested, and how far apart they are.
import {
  boundingBox,
  distanceKm,
  municipalities,
  municipalitiesNamed,
  municipality,
  province,
  provinces,
  searchMunicipalities,
} from '../../plugin/geo/index.js'
import { nearestMunicipality } from '../../plugin/geo/nearest.js'
import { random } from '../support/generated-profiles.js'

const codeOf = (name: string) => municipalitiesNamed(name)[0]!
const names = (found: { name: string }[]) => found.map((one) => one.name)

describe('the list', () => {
  const all = municipalities()

  test('holds every comune once, whole', () => {
    expect(all).toHaveLength(7894)
    expect(new Set(all.map((one) => one.code)).size).toBe(7894)
    expect(provinces()).toHaveLength(110)
    for (const one of all) {
      expect(one.code).toMatch(/^\d{6}$/)
      expect(one.name).toMatch(/^\p{Lu}[\p{L}'’ .-]+$/u)
      expect(province(one.province)?.region).toBe(one.region)
      expect(one.population).toBeGreaterThan(0)
    }
    expect(new Set(all.map((one) => one.region)).size).toBe(20)
  })

  test('every comune above 5,000 people has its own centre', () => {
    expect(all.filter((one) => one.population > 5_000 && !one.ownCentre).map((one) => one.name)).toEqual([])
    expect(all.filter((one) => !one.ownCentre).length).toBeLessThan(100)
  })

  test('centres lie in Italy, rounded, and near enough to their province’s', () => {
    for (const one of all) {
      expect(one.lat).toBeGreaterThan(35.4)
      expect(one.lat).toBeLessThan(47.2)
      expect(one.lng).toBeGreaterThan(6.5)
      expect(one.lng).toBeLessThan(18.6)
      expect(Number(one.lat.toFixed(2))).toBe(one.lat)
      const seat = province(one.province)!
      const far = distanceKm(one, seat)
      // Two islands are a long way from their seats; no other comune is.
      if (!/^(Lampedusa|Pantelleria)/.test(one.name) && far > 120)
        throw new Error(`${one.name} is ${far} km from its province`)
    }
  })

  test.each([
    ['Roma', '058091', 41.89, 12.48],
    ['Milano', '015146', 45.46, 9.19],
    ['Napoli', '063049', 40.85, 14.27],
    ['Torino', '001272', 45.07, 7.69],
    ['Genova', '010025', 44.4, 8.94],
    ['Firenze', '048017', 43.78, 11.25],
    ['Venezia', '027042', 45.44, 12.33],
    ['Bolzano', '021008', 46.49, 11.34],
    ['Palermo', '082053', 38.13, 13.35],
    ['Pomaretto', '001198', 44.96, 7.18],
    ['Appiano sulla strada del vino', '021004', 46.45, 11.26],
  ])('%s is where it is', (name, code, lat, lng) => {
    const one = municipality(code)!
    expect(one.name).toBe(name)
    expect(Math.abs(one.lat - lat)).toBeLessThanOrEqual(0.02)
    expect(Math.abs(one.lng - lng)).toBeLessThanOrEqual(0.02)
  })

  test('keeps up with mergers and moves', () => {
    expect(municipality('099030')).toMatchObject({ name: 'Montecopiolo', province: 'RN', region: 'Emilia-Romagna' })
    expect(municipality('081025')).toMatchObject({ name: 'Misiliscemi', ownCentre: true })
    expect(names(municipalitiesNamed('Sovizzo'))).toEqual(['Sovizzo'])
    expect(municipality('024129')).toMatchObject({ name: 'Castegnero Nanto', province: 'VI' })
    expect(all.map((one) => one.name)).not.toContain('Monteciccardo')
    expect(municipality('005077')?.name).toBe('Montemagno Monferrato')
    expect(municipality('021076')?.name).toBe('Salorno sulla strada del vino')
    expect(municipality('068033')?.name).toBe('Popoli Terme')
  })

  test('has Sardinia’s provinces and codes of 2026, and knows the codes before', () => {
    expect(municipality('113017')).toMatchObject({ name: 'Olbia', province: 'OT', region: 'Sardegna' })
    for (const [before, code] of [
      ['090047', '113017'],
      ['104017', '113017'],
      ['111009', '119003'],
      ['111096', '117025'],
      ['091037', '116010'],
      ['111082', '114045'],
      ['092009', '118006'],
      ['095038', '115045'],
      ['090064', '112050'],
    ] as const)
      expect([before, municipality(before)?.code]).toEqual([before, code])
    expect(all.filter((one) => one.region === 'Sardegna')).toHaveLength(377)
    expect(province('SU')?.name).toBe('Sulcis Iglesiente')
  })

  test.each([
    ['041032', 'Pesaro'],
    ['025070', 'Setteville'],
    ['078044', 'Corigliano-Rossano'],
    ['018082', 'Montalto Pavese'],
    ['015149', 'Monza'],
    ['041033', 'Montecopiolo'],
    // A code of our own until November 2026.
    ['018194', 'Campospinoso Albaredo'],
  ])('the code %s, which nobody bears any more, is %s', (code, name) => {
    expect(municipality(code)?.name).toBe(name)
  })

  test('no former code is anybody’s today, nor two towns’', () => {
    const former = all.flatMap((one) => one.formerCodes)
    expect(new Set(former).size).toBe(former.length)
    expect(former.filter((code) => all.some((one) => one.code === code))).toEqual([])
  })

  test('says null for what it does not know', () => {
    expect(municipality('999999')).toBeNull()
    expect(province('ZZ')).toBeNull()
    expect(province('constructor')).toBeNull()
  })
})

describe('names', () => {
  test('of two comuni give both, and a province tells them apart', () => {
    for (const name of ['Castro', 'Livo', 'Peglio', 'Samone', 'San Teodoro'])
      expect(municipalitiesNamed(name)).toHaveLength(2)
    expect(municipalitiesNamed('Calliano (TN)').map((one) => one.province)).toEqual(['TN'])
    expect(municipalitiesNamed('calliano, at').map((one) => one.province)).toEqual(['AT'])
    expect(municipalitiesNamed('Calliano (MI)')).toEqual([])
  })

  test.each([
    ['rome', 'Roma'],
    ['Venice', 'Venezia'],
    ['Bozen', 'Bolzano'],
    ['urtijei', 'Ortisei'],
    ['Reggio Emilia', "Reggio nell'Emilia"],
    ['reggio calabria', 'Reggio di Calabria'],
    ['FORLÌ', 'Forlì'],
    ['forli', 'Forlì'],
    ["sant'angelo lodigiano", "Sant'Angelo Lodigiano"],
    ['sant’angelo lodigiano', "Sant'Angelo Lodigiano"],
    ['S. Benedetto del Tronto', 'San Benedetto del Tronto'],
    ['s benedetto del tronto', 'San Benedetto del Tronto'],
    ['S.Giovanni Rotondo', 'San Giovanni Rotondo'],
    ['S. Maria C.V.', 'Santa Maria Capua Vetere'],
    ['S.Maria Capua V.', 'Santa Maria Capua Vetere'],
    ['S.ta Maria Capua Vetere', 'Santa Maria Capua Vetere'],
    ['Sta. Margherita Ligure', 'Santa Margherita Ligure'],
    ['SS. Cosma e Damiano', 'Santi Cosma e Damiano'],
    ['Sesto S. Giovanni', 'Sesto San Giovanni'],
    ['Villa S.Giovanni', 'Villa San Giovanni'],
    ['S. Donà di P.', 'San Donà di Piave'],
    ['P.to Torres', 'Porto Torres'],
    ['M.te Argentario', 'Monte Argentario'],
    ['Cernusco s/N', 'Cernusco sul Naviglio'],
    ['Desenzano d. Garda', 'Desenzano del Garda'],
    ['Reggio Em.', "Reggio nell'Emilia"],
    ['Bolzano/Bozen', 'Bolzano'],
    ['Bozen - Bolzano', 'Bolzano'],
    ['San Dorligo della Valle-Dolina', 'San Dorligo della Valle'],
    ['Duino Aurisina / Devin Nabrežina', 'Duino Aurisina'],
    ['laquila', "L'Aquila"],
    ['cortina dampezzo', "Cortina d'Ampezzo"],
    ['sandona di piave', 'San Donà di Piave'],
    ['castel franco veneto', 'Castelfranco Veneto'],
    ['corigliano rossano', 'Corigliano-Rossano'],
    ['Villnöss', 'Funes'],
    ['Villnoess', 'Funes'],
    ['Muehlbach', 'Rio di Pusteria'],
    ['Sankt Ulrich', 'Ortisei'],
    ['St. Ulrich', 'Ortisei'],
    ['St.Ulrich', 'Ortisei'],
    ['Kaltern', 'Caldaro sulla strada del vino'],
    ['Salorno', 'Salorno sulla strada del vino'],
    ['Montemagno', 'Montemagno Monferrato'],
    ['Quero Vas', 'Setteville'],
    ['Corigliano Calabro', 'Corigliano-Rossano'],
    ['Monteciccardo', 'Pesaro'],
    ['Girgenti', 'Agrigento'],
    ['Calliano (AT)', 'Calliano Monferrato'],
    ['Monza (MI)', 'Monza'],
    ['Olbia SS', 'Olbia'],
    ['Carbonia (SU)', 'Carbonia'],
    ['Livo (Como)', 'Livo'],
    ['MI', 'Milano'],
    ['to', 'Torino'],
    ['RM', 'Roma'],
    ['PD', 'Padova'],
    ['Monza e Brianza', 'Monza'],
    ['Südtirol', 'Bolzano'],
    ['20900', 'Monza'],
    ['00184', 'Roma'],
    ['20100', 'Milano'],
  ])('%s is found', (asked, name) => {
    expect(names(municipalitiesNamed(asked))).toEqual([name])
  })

  test('a sigla in capitals is a province’s seat, even where a town is called so', () => {
    expect(names(municipalitiesNamed('RE'))).toEqual(["Reggio nell'Emilia", 'Re'])
    expect(names(municipalitiesNamed('Re'))).toEqual(['Re'])
  })

  test('every saint may be shortened', () => {
    const saint = /(?<= |^)(?:San|Santa|Santo|Santi) |(?<= |^)Sant'/
    const saintly = municipalities().filter(({ name }) => saint.test(name))
    expect(saintly.length).toBeGreaterThan(490)
    for (const { code, name } of saintly)
      for (const short of ['S. ', 'S.']) {
        const written = name.replace(saint, short)
        const found = municipalitiesNamed(written).map((one) => one.code)
        if (!found.includes(code)) throw new Error(`${written} does not find ${name}`)
        // San Vito Romano is no San Vito; a Santo Stefano and a San Stefano cannot be told apart.
        if (found.length > 2) throw new Error(`${written} finds ${found.length}`)
      }
  })

  test('every town is found by each of its names, both languages together, run together, and by each CAP', () => {
    for (const one of municipalities()) {
      const double = one.otherNames.flatMap((other) => [`${one.name}/${other}`, `${other}-${one.name}`])
      const written = [one.name, ...one.otherNames, ...double, one.name.replace(/[ '’-]/g, '')]
      for (const name of written)
        if (!municipalitiesNamed(name).includes(one)) throw new Error(`${name} does not find ${one.name}`)
      for (const name of one.formerNames)
        if (!municipalitiesNamed(`${name} (${one.province})`).includes(one)) {
          const today = municipalitiesNamed(`${name} (${one.province})`)
          // Another town of the province took the name.
          if (today.length === 0) throw new Error(`${name} does not find ${one.name}`)
        }
      expect(one.caps.length).toBeGreaterThan(0)
    }
    for (const cap of new Set(municipalities().flatMap((one) => one.caps))) {
      expect(cap).toMatch(/^\d{5}$/)
      expect(municipalitiesNamed(cap).every((one) => one.caps.includes(cap))).toBe(true)
    }
    expect(municipalitiesNamed('99999')).toEqual([])
  })

  test.each([
    ['OG', 'OG'],
    ['Gallura', 'OT'],
    ['Bozen', 'BZ'],
    ['Sud Sardegna', 'CI'],
    ['ps', 'PU'],
    ['mi', 'MI'],
    ['Alto Adige', 'BZ'],
    ['Reggio Emilia', 'RE'],
    ['Monza e della Brianza', 'MB'],
  ])('province %s is %s', (asked, sigla) => {
    expect(province(asked)?.sigla).toBe(sigla)
  })
})

describe('suggestions', () => {
  test('begin any word, bigger towns first, the exact name before them', () => {
    expect(searchMunicipalities('mila', 5)[0]?.name).toBe('Milano')
    expect(names(searchMunicipalities('livo', 3))).toEqual(['Livo', 'Livo', 'Livorno'])
    expect(names(searchMunicipalities('terme', 50))).toContain('Abano Terme')
    expect(names(searchMunicipalities('san giov', 20)).every((name) => /san giov/i.test(name))).toBe(true)
    expect(names(searchMunicipalities('s. giov', 20))).toEqual(names(searchMunicipalities('san giov', 20)))
    expect(names(searchMunicipalities('s.bened', 1))).toEqual(['San Benedetto del Tronto'])
    expect(names(searchMunicipalities('quero', 3))).toContain('Setteville')
    expect(names(searchMunicipalities('lago', 1))).toEqual(['Lago'])
    expect(names(searchMunicipalities('cortina damp', 1))).toEqual(["Cortina d'Ampezzo"])
    expect(names(searchMunicipalities('PD', 1))).toEqual(['Padova'])
    expect(names(searchMunicipalities('20093', 3))).toEqual(['Cologno Monzese'])
    expect(searchMunicipalities('flor', 3)[0]?.name).toBe('Firenze')
    expect(searchMunicipalities('   ', 3)).toEqual([])
    expect(searchMunicipalities('xqzk', 3)).toEqual([])
  })

  test('a code finds its one place', () => {
    expect(names(searchMunicipalities(' 004003 ', 5))).toEqual(['Alba'])
    expect(searchMunicipalities('999999', 5)).toEqual([])
  })

  test('a sigla behind the name comes first, and a word that looks like one harms nothing', () => {
    expect(searchMunicipalities('castro le', 5)[0]).toMatchObject({ name: 'Castro', province: 'LE' })
    expect(names(searchMunicipalities('castel san pietro te', 5))).toContain('Castel San Pietro Terme')
  })

  test('answer a keystroke at once', () => {
    searchMunicipalities('warm', 1)
    const began = performance.now()
    for (const q of ['s', 'sa', 'san', 'san p', 'monte', 'bo', 'v', 'castel', 'r', 'z']) searchMunicipalities(q, 10)
    expect((performance.now() - began) / 10).toBeLessThan(25)
  })
})

describe('distances', () => {
  test('Milano to Roma and to itself', () => {
    expect(Math.round(distanceKm(codeOf('Milano'), codeOf('Roma')))).toBe(477)
    expect(distanceKm(codeOf('Milano'), codeOf('Milano'))).toBe(0)
  })

  test('a box holds all that lies within', () => {
    const from = codeOf('Bologna')
    for (const km of [1, 25, 100, 500]) {
      const box = boundingBox(from.lat, from.lng, km)
      for (const one of municipalities())
        if (distanceKm(from, one) <= km) {
          expect(one.lat).toBeGreaterThanOrEqual(box.minLat)
          expect(one.lat).toBeLessThanOrEqual(box.maxLat)
          expect(one.lng).toBeGreaterThanOrEqual(box.minLng)
          expect(one.lng).toBeLessThanOrEqual(box.maxLng)
        }
    }
  })
})

describe('the nearest municipality', () => {
  test.each([
    [45.4642, 9.19, 'Milano'],
    [41.9, 12.5, 'Roma'],
    [46.4983, 11.3548, 'Bolzano'],
    [35.5, 12.6, 'Lampedusa e Linosa'],
  ])('of %s,%s is %s', (lat, lng, name) => {
    expect(nearestMunicipality({ lat, lng }, 30)?.name).toBe(name)
  })

  test('is the one that measuring all of them finds, within the distance and not beyond', () => {
    const next = random(7)
    const all = municipalities()
    for (let n = 0; n < 150; n++) {
      const point = { lat: 35 + next() * 13, lng: 6 + next() * 13 }
      const least = Math.min(...all.map((town) => distanceKm(point, town)))
      const found = nearestMunicipality(point, 30)
      expect(found && distanceKm(point, found)).toBe(least <= 30 ? least : null)
    }
  })

  test.each([
    [48.85, 2.35],
    [0, 0],
    [90, 180],
    [-90, -180],
  ])('there is none by %s,%s', (lat, lng) => {
    expect(nearestMunicipality({ lat, lng }, 30)).toBeNull()
  })
})
