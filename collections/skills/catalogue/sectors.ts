// The sectors by which trades are grouped.
import { pick } from '../../../plugin/i18n/localized.js'

export const sectors = {
  building: { it: 'Edilizia e impianti', en: 'Building and installations' },
  home: { it: 'Casa e giardino', en: 'Home and garden' },
  care: { it: 'Cura e persone', en: 'Care and people' },
  food: { it: 'Cucina e alimentari', en: 'Food and cooking' },
  textiles: { it: 'Tessuti, moda e pelle', en: 'Textiles, fashion and leather' },
  crafts: { it: 'Artigianato: legno, metallo, ceramica', en: 'Crafts: wood, metal, ceramics' },
  repair: { it: 'Mezzi, trasporti e riparazioni', en: 'Vehicles, transport and repairs' },
  digital: { it: 'Digitale', en: 'Digital' },
  media: { it: 'Immagine, parole e comunicazione', en: 'Image, words and communication' },
  teaching: { it: 'Insegnare e lingue', en: 'Teaching and languages' },
  office: { it: 'Ufficio e professioni', en: 'Office and professions' },
  arts: { it: 'Musica, arti e spettacolo', en: 'Music, arts and performance' },
  farming: { it: 'Agricoltura, boschi e animali', en: 'Farming, woods and animals' },
  tourism: { it: 'Turismo e accoglienza', en: 'Tourism and hospitality' },
  events: { it: 'Eventi', en: 'Events' },
  trade: { it: 'Commercio e vendita', en: 'Shops and sales' },
  small: { it: 'Piccoli lavori e aiuti', en: 'Small jobs and favours' },
} as const

export type Sector = keyof typeof sectors

const isSector = (sector: string): sector is Sector => Object.hasOwn(sectors, sector)

/** What people call it; '' for a sector that is none of ours. */
export const sectorIn = (sector: string, lang: string): string => (isSector(sector) ? pick(lang, sectors[sector]) : '')
