// Payload sites as `create-payload-app` makes them, of its templates: from a folder that was given, from Payload's repository, or,
// of `blank` alone, what the package itself brings, put into an empty Next app.
import fs from 'node:fs'
import path from 'node:path'
import { shell } from './shell.js'

export type Template = 'blank' | 'website'
/** As `create-payload-app` calls them. */
export type Database = 'mongodb' | 'postgres' | 'sqlite'
export type Source = 'folder' | 'repository' | 'package'

export interface Wish {
  name: string
  template: Template
  source: Source
  database: Database
  databaseUrl: string
}

const line = '3.90'
const npm = 'npm install --prefer-offline --no-audit --no-fund --loglevel=error'

/** Where the makers are installed, with `templates/` beside them where a folder was given: there `create-payload-app` looks. */
export async function installMakers(folder: string, given: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }')
  await shell(`${npm} --no-package-lock create-payload-app@~${line}.0 create-next-app@16`, { cwd: folder })
  if (given) fs.cpSync(given, path.join(folder, 'templates'), { recursive: true })
}

/** @returns the folder of a site that is installed, and can be built and started */
export async function make(makers: string, into: string, wish: Wish): Promise<string> {
  const site = path.join(into, wish.name)
  const payloadApp = `node ${path.join(makers, 'node_modules/create-payload-app/bin/cli.js')}`
  const database = `--db ${wish.database} --db-connection-string '${wish.databaseUrl}' --use-npm --no-agent --no-git`
  if (wish.source === 'package') {
    await emptyNextApp(makers, into, wish.name)
    // It asks once whether it should, and Enter says yes.
    const said = await shell(`${payloadApp} ${database}`, { cwd: site, typed: '\r' })
    if (!said.includes('successfully initialized')) throw new Error(`create-payload-app made no site:\n${said}`)
    // Payload's config is an ES module, and Next's package.json does not say so.
    await shell('npm pkg set type=module', { cwd: site })
  } else {
    const local = wish.source === 'folder' ? `--local-template ${wish.template}` : ''
    const said = await shell(`${payloadApp} -n ${wish.name} -t ${wish.template} ${local} ${database} --no-deps`, {
      cwd: into,
    })
    if (!fs.existsSync(path.join(site, 'package.json'))) throw new Error(`create-payload-app made no site:\n${said}`)
    await pinPayload(site)
    await shell(npm, { cwd: site })
  }
  return site
}

async function emptyNextApp(makers: string, into: string, name: string): Promise<void> {
  const nextApp = `node ${path.join(makers, 'node_modules/create-next-app/dist/index.js')}`
  const plain = '--ts --app --src-dir --empty --no-linter --no-tailwind --no-react-compiler --no-cache-components'
  await shell(
    `${nextApp} ${name} ${plain} --no-agents-md --use-npm --skip-install --disable-git --import-alias '@/*'`,
    {
      cwd: into,
    },
  )
  // `create-payload-app` wants the top of the app for its own layouts.
  for (const file of ['layout.tsx', 'page.tsx']) fs.rmSync(path.join(into, name, 'src/app', file))
}

interface Manifest {
  dependencies: Record<string, string>
}

/** Payload wants all its packages of one version, and some of them stop a patch earlier than others. */
async function pinPayload(site: string): Promise<void> {
  const file = path.join(site, 'package.json')
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest
  const names = Object.keys(manifest.dependencies).filter((name) => /^(payload$|@payloadcms\/)/.test(name))
  const released = await Promise.all(
    names.map(
      async (name) =>
        JSON.parse(await shell(`npm view ${name} versions --json --loglevel=error`, { cwd: site })) as string[],
    ),
  )
  const version = released[0]
    ?.filter((one) => new RegExp(`^${line}\\.\\d+$`).test(one) && released.every((those) => those.includes(one)))
    .sort((a, b) => Number(a.split('.')[2]) - Number(b.split('.')[2]))
    .at(-1)
  if (!version) throw new Error(`no ${line}.x has all of ${names.join(', ')}`)
  for (const name of names) manifest.dependencies[name] = version
  fs.writeFileSync(file, JSON.stringify(manifest, null, 2))
}
