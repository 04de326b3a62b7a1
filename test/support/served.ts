// A site that another process serves, as it runs in production: started, waited for until it answers, stopped.
import { spawn } from 'node:child_process'
import { until } from './until.js'

export interface Served {
  stop(): Promise<void>
  /** What it has printed. */
  said(): string
}

interface How {
  cwd: string
  env: Record<string, string | undefined>
  /** An address that answers well once it is there. */
  answers: string
}

/** @param words what Node runs. @throws when it stops or does not answer, with its last lines */
export async function serve(words: string[], { cwd, env, answers }: How): Promise<Served> {
  const child = spawn(process.execPath, words, {
    cwd,
    env: { ...env, NODE_ENV: 'production', NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => lines.push(text))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const served = {
    said: () => lines.join(''),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
  await until(
    `an answer at ${answers}`,
    async () => {
      if (child.exitCode !== null) throw new Error('it has stopped')
      return (await fetch(answers).catch(() => null))?.ok
    },
    300,
  ).catch(async (cause: unknown) => {
    if (child.exitCode === null) await served.stop()
    throw new Error(`the site does not answer:\n${lines.slice(-20).join('')}`, { cause })
  })
  return served
}
