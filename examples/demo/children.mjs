// The demo's other processes: started beside it, heard line by line, and ended with it.
import { spawn } from 'node:child_process'
import { UserError } from './user-error.mjs'

/** A child's lines, one by one. */
function lines(stream, each) {
  let rest = ''
  stream.setEncoding('utf8').on('data', (chunk) => {
    const parts = (rest + chunk).split(/\r?\n/)
    rest = parts.pop() ?? ''
    for (const part of parts) each(part)
  })
}

export class Children {
  #running = new Set()
  #stopping = false

  get size() {
    return this.#running.size
  }

  /** Never blocks: while mongod runs, its log must be read. */
  start(args, { cwd, env = {}, each = () => {} }) {
    if (this.#stopping) throw new UserError('The demo is being stopped.')
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C reaches the demo alone, which then stops the rest in order.
      detached: true,
    })
    this.#running.add(child)
    const last = []
    const hear = (line) => {
      last.push(line)
      if (last.length > 40) last.shift()
      each(line)
    }
    lines(child.stdout, hear)
    lines(child.stderr, hear)
    const ended = new Promise((resolve) => {
      child.once('error', () => resolve(1))
      child.once('exit', (code) => resolve(code ?? 1))
    }).finally(() => this.#running.delete(child))
    return { ended, last }
  }

  /** @throws {UserError} unless it ends with 0: what was stopped is not done */
  async run(name, args, options) {
    const { ended, last } = this.start(args, options)
    if ((await ended) !== 0) throw new UserError(`${name} failed:\n${last.join('\n')}`)
  }

  /** Ends them all; whoever does not go in time is made to. */
  async stop() {
    this.#stopping = true
    await Promise.all(
      [...this.#running].map(
        (child) =>
          new Promise((resolve) => {
            child.once('exit', resolve)
            child.kill('SIGTERM')
            setTimeout(() => child.kill('SIGKILL'), 8000).unref()
          }),
      ),
    )
  }
}
