// What the demo keeps between its starts, in one folder: credentials, data, and which of its databases are filled.
import fs from 'node:fs'
import path from 'node:path'

/** @param {string} folder */
export function keeper(folder) {
  const file = (name) => path.join(folder, name)
  const read = (name) => (fs.existsSync(file(name)) ? fs.readFileSync(file(name), 'utf8') : null)
  const keep = (name, text) => {
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(file(name), text, { mode: 0o600 })
    return text
  }
  return {
    file,
    read,
    keep,
    /** Made once, kept for later starts. */
    kept: (name, make) => read(name) ?? keep(name, make()),
    /** Whether this database was ever filled to the end; otherwise what is in its files is half done and goes. */
    freshUnlessFilled(database, files) {
      if (read(`filled-${database}`) !== null) return
      for (const name of files) fs.rmSync(file(name), { recursive: true, force: true })
    },
    /** Fills a database unless that was done by the same plugin. The mark is written only after the end. */
    async filledOnce(database, stamp, fill) {
      if (read(`filled-${database}`) === stamp) return
      await fill()
      keep(`filled-${database}`, stamp)
    },
    forget: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}
