// Solves the network's proof of work (ALTCHA v2, PBKDF2) a little at a time, without a worker. Loaded at the first input.

export interface PowChallenge {
  parameters: {
    /** e.g. `PBKDF2/SHA-256` */
    algorithm: string
    /** Hex, as are salt and prefix. */
    nonce: string
    salt: string
    /** Rounds of one derivation. */
    cost: number
    /** Bytes. */
    keyLength: number
    keyPrefix: string
    /** Seconds since 1970. */
    expiresAt?: number
  }
  signature?: string
}

/** Derivations handed to the browser at once: enough for its threads, few enough to leave the page its turn. */
const slice = 32

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** @returns base64url of `{challenge, solution}`, as the body's `challenge` wants it */
export async function solve(challenge: PowChallenge): Promise<string> {
  const { algorithm, nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters
  const start = performance.now()
  const method = { name: 'PBKDF2', hash: algorithm.slice(7), salt: bytesOf(salt), iterations: cost }
  const password = bytesOf(`${nonce}00000000`)
  const derive = async (counter: number): Promise<string> => {
    const own = password.slice()
    new DataView(own.buffer).setUint32(own.length - 4, counter)
    const key = await crypto.subtle.importKey('raw', own, 'PBKDF2', false, ['deriveBits'])
    return hexOf(await crypto.subtle.deriveBits(method, key, keyLength * 8))
  }
  for (let from = 0; ; from += slice) {
    const keys = await Promise.all(Array.from({ length: slice }, (_, i) => derive(from + i)))
    const hit = keys.findIndex((key) => key.startsWith(keyPrefix))
    if (hit < 0) {
      await new Promise((resolve) => setTimeout(resolve))
      continue
    }
    const time = Math.round(performance.now() - start)
    const solution = { counter: from + hit, derivedKey: keys[hit], time }
    return btoa(JSON.stringify({ challenge, solution })).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  }
}
