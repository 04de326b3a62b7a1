// Opens a zip file within limits: sizes are added up from its directory, and enforced again while inflating. Pure.
import { inflateRawSync } from 'node:zlib'
import { statementLimits } from './limits.js'
import { problems } from './problems.js'

interface ZipEntry {
  method: number
  compressed: number
  size: number
  offset: number
}

export const looksLikeZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

export interface Zip {
  names: string[]
  /** @returns null when there is no such file */
  read: (name: string) => Buffer | null
}

export function openZip(bytes: Uint8Array): Zip {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directoryOf(file)
  let left = statementLimits.unzipped
  const tooLarge = () => problems.tooLargeUnzipped(statementLimits.unzipped / 1024 / 1024)
  if ([...entries.values()].reduce((sum, { size }) => sum + size, 0) > left) throw tooLarge()
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      // Name and extra field of the local header may be longer than the directory's.
      if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== 0x04034b50) throw problems.brokenZip()
      const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28)
      const packed = file.subarray(start, start + entry.compressed)
      if (packed.length < entry.compressed) throw problems.brokenZip()
      const content = entry.method === 0 ? packed : inflated(packed, left)
      if (content === 'too large' || content.length > left) throw tooLarge()
      left -= content.length
      return content
    },
  }
}

function inflated(packed: Buffer, limit: number): Buffer | 'too large' {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too large'
    throw problems.brokenZip()
  }
}

function directoryOf(file: Buffer): Map<string, ZipEntry> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length) throw problems.brokenZip()
  const entries = new Map<string, ZipEntry>()
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw problems.brokenZip()
    const nameLength = file.readUInt16LE(at + 28)
    const method = file.readUInt16LE(at + 10)
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1
    if (isEncrypted || (method !== 0 && method !== 8)) throw problems.brokenZip()
    entries.set(file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'), {
      method,
      compressed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}
