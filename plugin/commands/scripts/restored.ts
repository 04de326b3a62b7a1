// `payload mokor:restored --since DATE [--dry]`: the first thing to run on a database that was restored from a backup.
import { afterRestore } from '../../backup/restored.js'
import { mokor } from '../../runtime.js'
import { command, Usage } from '../command.js'

const usage = `Usage: payload mokor:restored --since DATE [--dry]
DATE is when the backup was made, with its hour and zone: 2026-11-30T03:00:00Z`

function read(words: string[]): { since: Date; dry: boolean } {
  const rest = words.filter((word) => word !== '--dry')
  const [flag, date = '', ...more] = rest
  // A day alone would leave a day of mails to chance, an hour without its zone some hours.
  const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(date)
  const since = new Date(date)
  if (flag !== '--since' || more.length > 0 || !whole || Number.isNaN(since.getTime())) throw new Usage(usage)
  if (since.getTime() > Date.now()) throw new Usage(`mokor:restored: ${date} has yet to come.\n${usage}`)
  return { since, dry: words.includes('--dry') }
}

export const script = command(read, async (payload, { since, dry }) => {
  const { held, links, erased } = await afterRestore(payload, since, { dry })
  const list = (lines: string[]) => {
    for (const line of lines) console.log(`  ${line}`)
  }
  console.log(`mokor:restored: ${held.length} mails held back; send again or drop each under “Outgoing mail”.`)
  list(held.map(({ template, about, target, dueAt }) => `${template}, ${about ?? target}, due ${dueAt}`))
  console.log(`mokor:restored: ${links} links spent; their pages send a new one.`)
  if (mokor(payload).options.erasureLog === null)
    console.log(
      'mokor:restored: no `erasureLog`: erase again by hand who was erased since, and revoke what was revoked.',
    )
  else console.log(`mokor:restored: ${erased.length} erased again.`)
  list(erased.map(({ kind, id }) => `${kind} ${id}`))
  if (dry) console.log('Nothing was changed: run it without --dry.')
  return true
})
