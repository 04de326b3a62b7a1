// Imports ESCO’s CSV files into the skills: completes those that match, adds the groups asked for.
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { Usage } from '../../../plugin/commands/command.js'
import { inTransaction } from '../../../plugin/database/transaction.js'
import { mokor, slugOf } from '../../../plugin/runtime.js'
import { sectors } from '../catalogue.js'
import { type EscoConcept, EscoFileError, type EscoResult, matchEsco, readEsco, skillFromEsco } from '../esco.js'
import type { Skill } from '../index.js'

export interface EscoAsked {
  files: string[]
  /** ISCO-08 groups, by their first digits, whose occupations become new trades. */
  groups: string[]
  sector: string | null
}

const usage = `Usage: payload mokor:esco occupations_it.csv [occupations_en.csv …] [--isco 7126 --sector building]
The language is read from the file's name. Sectors: ${Object.keys(sectors).join(', ')}`

/** @throws Usage when the words make no sense together */
export function readAsked(words: string[]): EscoAsked {
  const asked: EscoAsked = { files: [], groups: [], sector: null }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) asked.files.push(word)
    else if (word === '--isco' && /^\d{1,4}$/.test(words[at + 1] ?? '')) asked.groups.push(words[++at] ?? '')
    else if (word === '--sector' && (words[at + 1] ?? '') in sectors) asked.sector = words[++at] ?? null
    else throw new Usage(usage)
  }
  if (asked.files.length === 0 || asked.groups.length > 0 !== (asked.sector !== null)) throw new Usage(usage)
  return asked
}

export interface EscoDone extends Pick<EscoResult, 'unclear'> {
  /** Trades that got their ESCO address or new synonyms. */
  completed: number
  matched: number
  added: number
  free: number
}

/**
 * Completes the trades that ESCO knows, and adds those of the groups asked for. Safe to repeat: words of editors stay.
 * @throws Usage when a file cannot be read as ESCO's
 */
export async function importEsco(payload: Payload, { files, groups, sector }: EscoAsked): Promise<EscoDone> {
  const { languages } = mokor(payload).options
  const collection = slugOf(payload, 'skills')
  const rows = (await Promise.all(files.map((file) => readFile(file, languages)))).flat()
  const { docs } = await payload.find({ collection, limit: 0, pagination: false, depth: 0 })
  const { matches, unclear, free } = matchEsco(docs as unknown as Skill[], rows)
  let completed = 0
  for (const { skill, uri, synonyms } of matches) {
    if (skill.escoUri === uri && Object.keys(synonyms).length === 0) continue
    await inTransaction(payload, (req) =>
      payload.update({
        collection,
        id: skill.id,
        req,
        depth: 0,
        data: { escoUri: uri, synonyms: { ...skill.synonyms, ...synonyms } },
      }),
    )
    completed += 1
  }
  // A network's first language names its skills.
  const wanted = free.filter(
    (concept) =>
      concept.some(({ lang }) => lang === languages[0]) &&
      groups.some((group) => concept.some(({ isco }) => isco.startsWith(group))),
  )
  for (const concept of wanted)
    await inTransaction(payload, (req) =>
      payload.create({ collection, req, depth: 0, data: skillFromEsco(concept, sector ?? '', languages) }),
    )
  return { completed, matched: matches.length, added: wanted.length, free: free.length - wanted.length, unclear }
}

async function readFile(file: string, languages: string[]): Promise<EscoConcept[]> {
  const name = path.basename(file)
  const lang = /_([a-z]{2})\.csv$/i.exec(name)?.[1]?.toLowerCase()
  if (!lang || !languages.includes(lang))
    throw new Usage(
      `mokor:esco: ${name} does not end in _${languages.join('.csv or _')}.csv, the languages of this network.`,
    )
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new Usage(`mokor:esco: there is no file ${file}.`)
  })
  try {
    return readEsco(text, lang)
  } catch (error) {
    if (error instanceof EscoFileError)
      throw new Usage(`mokor:esco: ${name} ${error.message}. Download it as CSV from the ESCO portal.`)
    throw error
  }
}
