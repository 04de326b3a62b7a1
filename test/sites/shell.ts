// Runs what a person types in a site's folder, in an environment of its own: nothing of this process's tests or of npm's.
import { spawn } from 'node:child_process'

const ours = /^(MOKOR_|JEST_|npm_|PAYLOAD_|NEXT_|NODE_ENV$|NODE_OPTIONS$|DATABASE_URL$|INIT_CWD$)/i

/** What every program of a foreign site is given. */
export const plainEnv = (): Record<string, string | undefined> => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
  NEXT_TELEMETRY_DISABLED: '1',
  CI: 'true',
})

interface How {
  cwd: string
  env?: Record<string, string>
  /** Typed in answer to what it asks; nothing otherwise, so that a question is an end and no waiting. */
  typed?: string
}

/** Of one program that hangs; a slow machine that others keep busy is no failure. */
const longestMinutes = 30

/** @returns what it printed. @throws with that, when it ends with anything but 0 */
export async function shell(line: string, { cwd, env = {}, typed }: How): Promise<string> {
  const child = spawn(line, {
    cwd,
    env: { ...plainEnv(), ...env } as NodeJS.ProcessEnv,
    shell: true,
    detached: true,
    stdio: [typed === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => said.push(text))
  if (typed !== undefined) child.stdin?.end(typed)
  // A shell's own death leaves what it started.
  const late = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), longestMinutes * 60_000)
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve('nothing'))
    child.once('close', resolve)
  })
  clearTimeout(late)
  const text = said.join('')
  if (code !== 0) throw new Error(`«${line}» ended with ${code}:\n${text.slice(-6000)}`)
  return text
}
