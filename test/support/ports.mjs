// Ports of this machine: one that nobody has, and whether somebody has a given one.
import net from 'node:net'

const opens = (port, host) =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host }, () => probe.close(() => resolve(true)))
  })

/** Taken on one address alone is taken too: a browser goes wherever `localhost` leads. */
export async function isFree(port) {
  return (await opens(port, undefined)) && (await opens(port, '127.0.0.1'))
}

/** @returns {Promise<number>} a port of the loopback address that is free now */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
