// A site of somebody else's: its config and commands as its developer would write them, built, and started where visitors find it.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Served, serve } from '../support/served.js'
import { plainEnv, shell } from './shell.js'

export interface ForeignSite {
  folder: string
  port: number
  /** With the base path. */
  url: string
  basePath: string
  sql: boolean
}

const configOf = (site: ForeignSite) => path.join(site.folder, 'src/payload.config.ts')
export const readConfig = (site: ForeignSite) => fs.readFileSync(configOf(site), 'utf8')
export const writeConfig = (site: ForeignSite, text: string) => fs.writeFileSync(configOf(site), text)

/** What each of Payload's commands has said when it did its work; the README says to run one again that ends without a word. */
const lastWords: [RegExp, RegExp][] = [
  [/payload migrate/, /Done\./],
  [/payload generate:importmap/, /Writing import map|No new imports found/],
  [/payload generate:types/, /Compiling TS types/],
  [/payload run/, /made/],
  [/payload mokor:/, /mokor:\w+: /],
]
const mostTimes = 8

/** A line of the README's, in production, where on SQL no table changes but by a migration. */
export async function run(site: ForeignSite, line: string): Promise<string> {
  const said: string[] = []
  for (const command of line.split(' && ')) {
    const [, wanted = /^/] = lastWords.find(([name]) => name.test(command)) ?? []
    for (let times = 1; ; times++) {
      const text = await shell(command, { cwd: site.folder, env: site.sql ? { NODE_ENV: 'production' } : {} })
      said.push(text)
      if (wanted.test(text)) break
      if (times === mostTimes) throw new Error(`«${command}» does not come to its end:\n${text}`)
    }
  }
  return said.join('')
}

/** What its host brings besides: a way to send mails. */
export async function addMailAdapter(site: ForeignSite, port: number, packages: Record<string, string>): Promise<void> {
  const wanted = ['nodemailer', '@types/nodemailer'].map((name) => `${name}@${packages[name]}`)
  await shell(`npm install --prefer-offline --no-audit --no-fund ${wanted.join(' ')}`, { cwd: site.folder })
  fs.writeFileSync(
    path.join(site.folder, 'src/email.ts'),
    `import nodemailer from 'nodemailer'
import type { EmailAdapter } from 'payload'
const transport = nodemailer.createTransport({ host: '127.0.0.1', port: ${port}, secure: false, ignoreTLS: true })
export const email: EmailAdapter = () => ({
  name: 'smtp', defaultFromAddress: 'rete@network.example', defaultFromName: 'Rete Esempio',
  sendEmail: (message) => transport.sendMail(message),
})
`,
  )
  writeConfig(
    site,
    readConfig(site).replace('export default buildConfig({', `import { email } from './email'\n$&\n  email,`),
  )
}

/** @param options lines of `next.config.ts`, as Next's own docs have them */
export function addToNextConfig(site: ForeignSite, options: string): void {
  const file = path.join(site.folder, 'next.config.ts')
  const text = fs.readFileSync(file, 'utf8')
  const changed = text.replace('const nextConfig: NextConfig = {', `$&\n  ${options}`)
  if (changed === text) throw new Error(`this next.config.ts is not as a template’s:\n${text}`)
  fs.writeFileSync(file, changed)
}

/** A user of the admin from before the plugin came. */
export async function addUser(site: ForeignSite, email: string, password: string): Promise<void> {
  const script = path.join(site.folder, 'add-user.ts')
  fs.writeFileSync(
    script,
    `import { getPayload } from 'payload'
import config from './src/payload.config'
const payload = await getPayload({ config })
await payload.create({ collection: 'users', data: ${JSON.stringify({ email, password })} })
console.log('made')
await payload.destroy()
`,
  )
  await run(site, 'npx payload run add-user.ts')
  fs.rmSync(script)
}

export const build = (site: ForeignSite) => shell('npm run build', { cwd: site.folder })

/** By `next start`, in its own folder. */
export const start = (site: ForeignSite, answers: string): Promise<Served> =>
  serve(['node_modules/next/dist/bin/next', 'start', '-p', String(site.port), '-H', '127.0.0.1'], {
    cwd: site.folder,
    env: plainEnv(),
    answers: site.url + answers,
  })

/** What `output: 'standalone'` made, in a folder of its own, while the project it was built in cannot be found. */
export async function startStandalone(site: ForeignSite, answers: string): Promise<Served> {
  const away = fs.mkdtempSync(path.join(os.tmpdir(), 'mokor-standalone-'))
  const built = path.join(site.folder, '.next/standalone')
  await fs.promises.cp(built, away, { recursive: true, verbatimSymlinks: true })
  // Next leaves these to whoever has a server of its own for files, and its docs say to copy them.
  await fs.promises.cp(path.join(site.folder, '.next/static'), path.join(away, '.next/static'), { recursive: true })
  const hidden = `${site.folder}.hidden`
  fs.renameSync(site.folder, hidden)
  const back = () => {
    fs.renameSync(hidden, site.folder)
    fs.rmSync(away, { recursive: true, force: true })
  }
  try {
    const served = await serve(['server.js'], {
      cwd: away,
      env: { ...plainEnv(), PORT: String(site.port), HOSTNAME: '127.0.0.1', ...dotEnv(hidden) },
      answers: site.url + answers,
    })
    return { said: served.said, stop: () => served.stop().finally(back) }
  } catch (error) {
    back()
    throw error
  }
}

/** A container gets these by its environment. */
const dotEnv = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readFileSync(path.join(folder, '.env'), 'utf8')
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
