// Bundles the plugin with the toy room into one module, which a built site takes in the place of its own.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/**
 * @param {string} root the project's folder: packages are found from there
 * @returns {Promise<string>} the module's address, for MOKOR_PLUGIN
 */
export async function bundleToyPlugin(root) {
  const file = path.join(root, '.cache', 'toy-plugin.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['test/support/toy-room/plugin.ts'],
    outfile: file,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
  return pathToFileURL(file).href
}
