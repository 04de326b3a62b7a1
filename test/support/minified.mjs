// Bundles files of the API suite with Payload, its adapters and the plugin into one minified build, as a site's production build
// does: what holds only while classes keep their names falls there.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

/** What hangs on how errors are told: refusals, retries, limits, uploads, saves that meet. */
const files = ['writes', 'unfit-fields', 'saves', 'pictures']

const bundled = /^(payload|@payloadcms\/[^/]+)(\/|$)/

/** The project's own files and Payload's are in the bundle; other packages stay what they are, as native ones must. */
const packages = {
  name: 'packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./#]/ }, ({ path: name, kind }) =>
      kind === 'entry-point' || bundled.test(name) ? null : { path: name, external: true },
    )
    // Next's bundler leaves classes without any name, where esbuild would give them a short one.
    onLoad({ filter: /node_modules\/payload\/dist\/errors\/\w+\.js$/ }, async ({ path: file }) => ({
      contents: (await fs.promises.readFile(file, 'utf8')).replace(
        /^(export )?class (\w+) extends (\w+) \{$([\s\S]*?)^\}$/gm,
        '$1const $2 = [class extends $3 {$4}][0]',
      ),
      loader: 'js',
    }))
  },
}

/**
 * @param {string} root the project's folder
 * @returns {Promise<string>} the folder of the bundled tests, for MOKOR_TEST_BUNDLE
 */
export async function bundleTests(root) {
  const folder = path.join(root, '.cache', 'minified')
  fs.rmSync(folder, { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: files.map((name) => `test/api/${name}.test.ts`),
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    // A failing test shows the line it failed in.
    lineLimit: 160,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    chunkNames: 'chunk-[hash]',
    plugins: [packages],
    logLevel: 'error',
  })
  return folder
}
