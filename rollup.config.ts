// Builds what the package ships: the plugin, the widgets for bundlers, and the widgets that the network serves itself.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import type { OutputBundle, OutputChunk, Plugin, RollupOptions } from 'rollup'
import esbuild from 'rollup-plugin-esbuild'
import { minify } from 'terser'

const dist = 'dist'
const began = Date.now()
const onlyWidgets = process.env.BUILD === 'widgets'
const cdn = path.join(dist, 'widgets/cdn')
const loader = 'mokor.js'
/** The floor: newer features are detected at run time. */
const floor = {
  target: ['chrome90', 'safari15.4', 'firefox101'],
  // Chrome 90 has it, but for a slip in spread calls that we do not make.
  supported: { 'optional-chain': true },
}
/** Our elements declare their properties without defining them, so native fields are safe, and much smaller. */
const elementSource = {
  ...floor,
  tsconfig: false,
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
} as const

/** A package by name, never one of our own files. */
const isPackage = (id: string) => !id.startsWith('.') && !path.isAbsolute(id)

const failOnWarning: RollupOptions['onLog'] = (level, log, next) => {
  // An entry of types alone is empty once built, and meant to be.
  if (level === 'warn' && log.code !== 'EMPTY_BUNDLE') throw new Error(`${log.code ?? 'warning'}: ${log.message}`)
  next(level, log)
}

function sources(folder: string, matching: RegExp): string[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => matching.test(file))
}

// ── Plugins ────────────────────────────────────────────────────────────────

/** Rollup drops `'use client'`; the admin's client modules need it as their first line. */
function clientDirective(): Plugin {
  const directive = /^['"]use client['"];?\s*/m
  const clients = new Set<string>()
  return {
    name: 'client-directive',
    transform: {
      order: 'pre',
      handler(code, id) {
        const opening = code.replace(/^(\s*(\/\/[^\n]*|\/\*[\s\S]*?\*\/)\s*)*/, '')
        if (!/^['"]use client['"]/.test(opening)) return null
        clients.add(id)
        return { code: code.replace(directive, ''), map: null }
      },
    },
    renderChunk(code, chunk) {
      return chunk.moduleIds.some((id) => clients.has(id)) ? { code: `'use client';\n${code}`, map: null } : null
    },
  }
}

/** Style sheets stay files beside the modules that import them. */
function shippedStyles(): Plugin {
  return {
    name: 'shipped-styles',
    resolveId(id, importer) {
      if (!/\.css$/.test(id) || !importer) return null
      return { id: path.resolve(path.dirname(importer), id), external: 'relative' }
    },
    closeBundle() {
      for (const file of [...sources('plugin', /\.css$/), ...sources('collections', /\.css$/)]) copy(file)
    },
  }
}

function copy(file: string): void {
  const to = path.join(dist, file)
  fs.mkdirSync(path.dirname(to), { recursive: true })
  fs.copyFileSync(file, to)
}

/** Takes comments and indentation out of Lit's templates, which no minifier may touch by itself. */
function smallTemplates(): Plugin {
  const shrink: Record<string, (raw: string) => string> = {
    css: (raw) =>
      raw
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/\s*([{};,])\s*/g, '$1')
        .replace(/: /g, ':')
        .replace(/\b0(\.\d)/g, '$1')
        .trim()
        .replace(/;}/g, '}'),
    html: (raw) => raw.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' '),
  }
  shrink.svg = shrink.html as (raw: string) => string
  return {
    name: 'small-templates',
    transform(code, id) {
      if (isPackage(id) || id.includes('node_modules') || !/\b(css|html|svg)`/.test(code)) return null
      const cuts: Cut[] = []
      walk(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression') return
        const tag = (node.tag as { name?: string }).name ?? ''
        const small = shrink[tag]
        if (!small) return
        for (const part of (node.quasi as { quasis: { start: number; end: number }[] }).quasis)
          cuts.push({ start: part.start, end: part.end, text: small(code.slice(part.start, part.end)) })
      })
      return { code: replaced(code, cuts), map: null }
    },
  }
}

interface Cut {
  start: number
  end: number
  text: string
}

const replaced = (code: string, cuts: readonly Cut[]): string =>
  cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end, text }) => left.slice(0, start) + text + left.slice(end), code)

function walk(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit)
  else if (node && typeof node === 'object') {
    const known = node as Record<string, unknown>
    if (typeof known.type === 'string') visit(known)
    for (const value of Object.values(known)) if (value && typeof value === 'object') walk(value, visit)
  }
}

/** Elements served by the network find its API beside themselves, and stand in no form but its own. */
function servedParts(): Plugin {
  return {
    name: 'served-parts',
    async resolveId(id, importer) {
      if (!/\/(address|associate)\.js$/.test(id) || !importer) return null
      return this.resolve(id.replace(/\.js$/, '.cdn.ts'), importer, { skipSelf: true })
    },
  }
}

/** TypeScript sources import each other as `.js`. */
function typescriptPaths(): Plugin {
  return {
    name: 'typescript-paths',
    resolveId(id, importer) {
      if (!importer || isPackage(id) || !id.endsWith('.js')) return null
      const base = path.resolve(path.dirname(importer), id.slice(0, -3))
      return [`${base}.ts`, `${base}.tsx`].find((file) => fs.existsSync(file)) ?? null
    },
  }
}

/** A module that two elements share but neither may wait for: the second gets a copy of its own, smaller than a shared chunk. */
function ownCopies(copies: { of: string; in: string }[]): Plugin {
  const mark = '.copy.ts'
  return {
    name: 'own-copies',
    resolveId(id, importer) {
      if (!importer) return null
      const target = path.resolve(path.dirname(importer), id.replace(/\.js$/, ''))
      const copied = copies.some((one) => importer.includes(one.in) && target.endsWith(one.of))
      const holder = path.relative('.', importer).replace(/\W+/g, '-')
      return copied ? `${target}.${holder}${mark}` : null
    },
    load(id) {
      const copied = /^(.*)\.[\w-]+\.copy\.ts$/.exec(id)?.[1]
      return copied ? fs.readFileSync(`${copied}.ts`, 'utf8') : null
    },
  }
}

/**
 * What Lit holds for others: the elements that the network serves use no decorators, no reflected properties, no bindings
 * in raw text or comments, and no polyfills. A cut that finds nothing stops the build: Lit has changed.
 */
const cutsFromLit: Record<string, [RegExp, string?][]> = {
  'css-tag': [[/&&\(void 0===\w\.ShadyCSS\|\|\w\.ShadyCSS\.nativeShadow\)/]],
  'reactive-element': [
    // Decorators; without their registry the page gets no global variable either.
    [/Symbol\.metadata\?\?=.*?new WeakMap;/],
    [/const \w=this\[Symbol\.metadata\];.*?\}(?=this\._\$Eh=)/],
    [/static addInitializer\(\w\)\{.*?\}/],
    [/void 0!==(\w)\.l&&\(this\.l=\[\.\.\.\1\.l\]\),/],
    [/,this\.constructor\.l\?\.forEach\(.*?\)\)/],
    // Reflected properties.
    [/toAttribute\(.*?return \w\},(?=fromAttribute)/],
    [/_\$ET\(\w,\w\)\{.*?\}(?=_\$AK\()/],
    [/this\._\$Eq&&=.*?,(?=this\._\$EM\(\))/],
    [/\|\|\w\.useDefault&&\w\.reflect&&.*?(?=\)\)return;)/],
    [/C\(t,s,\{useDefault.*?\}(?=async _\$EP)/, 'C(t,s){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}'],
  ],
  'lit-html': [
    [/if\(\w\.test\(\w\.tagName\)\)\{.*?\}\}(?=\}else if\(8===)/],
    [/else\{let \w=-1;for\(;-1!==.*?length-1\}/],
    // MathML, and bindings to an element itself.
    [/:3===\w\?"<math>"/],
    [/:3===\w\?"<\/math>"/],
    [/\|\|3===\w/],
    [/else \w\.startsWith\(\w\)&&\(.*?\)\)(?=;)/],
    [/:6===\w\.type&&\(\w=new \w\(\w,this,\w\)\)/, ':0'],
  ],
}

interface Import {
  source: { value: string }
  specifiers: { type: string; imported?: { name: string }; local: { name: string } }[]
}

/**
 * Chunks as functions that the loader calls with what they need. Firefox and Safari keep a module that failed to come,
 * and whatever imports it, until the page is left; so no chunk imports another: the loader fetches each by itself, asks
 * again under another address where one failed, and everybody gets the same one.
 */
function madeByLoader(): Plugin {
  return {
    name: 'made-by-loader',
    renderChunk(code, chunk) {
      const cuts: Cut[] = []
      const needs: string[] = []
      const names: string[] = []
      const given: string[] = []
      const top = this.parse(code) as unknown as { body: ({ type: string; start: number; end: number } & Import)[] }
      walk(top, (node) => {
        const { source } = node as { source?: { type: string; start: number } }
        if (node.type === 'ImportExpression' && source?.type === 'Literal')
          cuts.push({ start: node.start as number, end: source.start, text: 'bringFile(' })
      })
      for (const node of top.body) {
        const { type, start, end, source, specifiers } = node
        if (type === 'ImportDeclaration') {
          if (specifiers.some(({ type }) => type !== 'ImportSpecifier')) throw new Error(`${chunk.name}: whole imports`)
          needs.push(source.value)
          names.push(`{${specifiers.map(({ imported, local }) => `${imported?.name}:${local.name}`)}}`)
        } else if (type === 'ExportNamedDeclaration' && !source) {
          const exported = specifiers as unknown as { local: { name: string }; exported: { name: string } }[]
          given.push(...exported.map(({ local, exported }) => `${exported.name}:${local.name}`))
        } else if (/^(Ex|Im)port/.test(type)) throw new Error(`${chunk.name}: ${type} is not foreseen`)
        else continue
        cuts.push({ start, end, text: '' })
      }
      code = replaced(code, cuts)
      // The loader is a script as well as a module: what it declares stays its own, and it exports nothing.
      if (chunk.fileName === loader) return { code, map: null }
      const make = `(bringFile,${names})=>{${code};return{${given}}}`
      return { code: `export default[${[make, ...needs.map((need) => JSON.stringify(need))]}]`, map: null }
    },
    generateBundle(_options, bundle) {
      const chunks = new Map(chunksOf(bundle).map((chunk) => [chunk.fileName, chunk]))
      const visit = (file: string, above: readonly string[]): void => {
        if (above.includes(file)) throw new Error(`chunks wait for each other: ${[...above, file].join(' → ')}`)
        for (const needed of chunks.get(file)?.imports ?? []) visit(needed, [...above, file])
      }
      for (const file of chunks.keys()) visit(file, [])
    },
  }
}

/** As small as it gets: Lit's words for developers are left to the builds that developers use. */
function smallCode(): Plugin {
  return {
    name: 'small-code',
    transform(code, id) {
      if (!/node_modules\/(lit|@lit)/.test(id)) return null
      const quiet = code
        .replace(/Error\((`[^`]*`|"[^"]*"|'[^']*')(\+\w+\+("[^"]*"|'[^']*'))?\)/g, 'Error()')
        // Hooks for polyfills that our browsers do without, and lists of versions that only development builds read.
        .replace(/\(\w+\.(litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[^"]+"\)/g, '0')
        .replace(/\w+\.(litHtml|litElement|reactiveElement)(Polyfill|Hydrate)Support/g, '(void 0)')
      const cuts = cutsFromLit[path.basename(id, '.js')] ?? []
      return {
        code: cuts.reduce((left, [what, instead = '']) => {
          if (!what.test(left)) throw new Error(`${id} holds no ${what}: look at what has changed in Lit`)
          return left.replace(what, () => instead)
        }, quiet),
        map: null,
      }
    },
    async renderChunk(code, chunk) {
      const { code: small = code } = await minify(code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false },
        format: { comments: false },
      })
      return { code: chunk.fileName === loader ? `{${small}}` : small, map: null }
    },
  }
}

/** Compresses once what is served often, into a module that the plugin imports, and lists what each file weighs. */
function served(): Plugin {
  return {
    name: 'served',
    writeBundle(_options, bundle) {
      const made = chunksOf(bundle).map(({ code, fileName, imports }) => {
        const bytes = Buffer.from(code)
        const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
        const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
        return { fileName, etag, bytes, br, imports }
      })
      const weighed = made.map(({ fileName, etag, bytes, br, imports }) => [
        fileName,
        { etag, bytes: bytes.length, br: br.length, imports },
      ])
      const files = Object.fromEntries(weighed)
      fs.writeFileSync(path.join(cdn, 'manifest.json'), `${JSON.stringify({ loader, files }, null, 2)}\n`)
      const held = Object.fromEntries(
        made.map(({ fileName, etag, br }) => [fileName, { etag, br: br.toString('base64') }]),
      )
      fs.writeFileSync(
        path.join(cdn, 'served.js'),
        `export default ${JSON.stringify({ loader, files: held }, null, 1)}\n`,
      )
      fs.writeFileSync(path.join(cdn, 'LICENSES.txt'), licencesOf(bundle))
      const known = new Set([...Object.keys(files), 'served.js', 'manifest.json', 'LICENSES.txt'])
      for (const file of fs.readdirSync(cdn)) if (!known.has(file)) fs.rmSync(path.join(cdn, file))
    },
  }
}

const chunksOf = (bundle: OutputBundle): OutputChunk[] =>
  Object.values(bundle).filter((file): file is OutputChunk => file.type === 'chunk')

/** Licences of the packages inside the served files, which carry no comments any more. */
function licencesOf(bundle: OutputBundle): string {
  const ids = chunksOf(bundle).flatMap((chunk) => chunk.moduleIds)
  const folders = new Set(ids.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []))
  return [...folders]
    .toSorted()
    .map((folder) => {
      const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
      return `${name} ${version}\n\n${fs.readFileSync(path.join(folder, 'LICENSE'), 'utf8').trim()}\n`
    })
    .join(`\n${'─'.repeat(72)}\n\n`)
}

/** Types for consumers, the elements' manifest, and no leftovers of sources that are gone. */
function declarations(): Plugin {
  return {
    name: 'declarations',
    closeBundle() {
      run('node_modules/typescript/bin/tsc', '-p', '.tsconfig.build.json')
      run('node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', '.custom-elements.mjs')
      for (const file of sources(dist, /\.d\.ts$/)) {
        // A consumer's compiler knows no style sheets, and types need none.
        const types = fs.readFileSync(file, 'utf8')
        const bare = types.replace(/^import '[^']+\.css';?\n/gm, '')
        if (bare !== types) fs.writeFileSync(file, bare)
      }
      for (const file of sources(dist, /\.(d\.ts|js)$/)) {
        const source = path.relative(dist, file).replace(/\.(d\.ts|js)$/, '')
        if (file.startsWith(cdn)) continue
        const hasSource = ['.ts', '.tsx', '.d.ts'].some((end) => fs.existsSync(source + end))
        // A module that only passes others on is not written: of an earlier build it would import what is there no more.
        const isStale = !onlyWidgets && file.endsWith('.js') && fs.statSync(file).mtimeMs < began
        if (!hasSource || isStale) fs.rmSync(file)
      }
    },
  }
}

function run(script: string, ...words: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}\n${stderr}`)
}

// ── Bundles ────────────────────────────────────────────────────────────────

const modules = {
  dir: dist,
  format: 'es',
  preserveModules: true,
  preserveModulesRoot: '.',
  entryFileNames: '[name].js',
} as const

const plugin: RollupOptions = {
  input: [
    'plugin/index.ts',
    'plugin/admin/client.ts',
    'plugin/admin/rsc.ts',
    ...sources('plugin/entries', /\.ts$/),
    // Payload's `bin` names these by path.
    ...['plugin/commands', 'collections/skills/commands', 'collections/donations/commands'].flatMap((folder) =>
      sources(folder, /\.ts$/),
    ),
  ],
  external: isPackage,
  output: modules,
  plugins: [clientDirective(), shippedStyles(), typescriptPaths(), esbuild({ target: 'es2022' })],
  onLog: failOnWarning,
}

const elements = sources('widgets', /^widgets\/[^/]+\.ts$/).filter((file) => file !== 'widgets/loader.ts')

const widgets: RollupOptions = {
  input: [...elements, 'widgets/core/address.ts'],
  external: isPackage,
  output: modules,
  // What the plugin's modules have in common with these is written to the same file: it keeps what either needs.
  treeshake: false,
  plugins: [typescriptPaths(), esbuild(elementSource), smallTemplates()],
  onLog: failOnWarning,
}

/** Lit and what every element needs travel together; directives and form parts only with those that use them. */
const core =
  /node_modules\/(lit|lit-html|lit-element|@lit\/reactive-element)\/|widgets\/core\/[^/]+$|plugin\/contract\/initials\.ts$/
const apart = /directive|core\/(request|lazy-element)/
/** What directory, profile and team share. */
const shown = /core\/request|mokor-directory\/member-summary/
/** What every form shows from the start. */
const form = /(core|contract)\/form\/(draft|render|field|form|form\.styles)\.ts$/
/** A profile is mostly opened in a directory's place: one file, and smaller so. */
const profile = /mokor-member\/mokor-member|mokor-directory\/inline-profile\.ts$/

/** Texts of forms are named after their form, as each has an `it.ts`. */
const formOf = (file: string | null): string =>
  file?.replace(/^.*?(?:collections\/(?:\w+\/)*?(\w+)\/form\/[\w.]+)?$/, (_all, form) => (form ? `${form}-` : '')) ?? ''

const servedWidgets: RollupOptions = {
  input: { mokor: 'widgets/loader.ts' },
  output: {
    dir: cdn,
    format: 'es',
    freeze: false,
    entryFileNames: '[name].js',
    chunkFileNames: ({ facadeModuleId, name }) => `${formOf(facadeModuleId)}${name.replace('.', '-')}-[hash:6].js`,
    manualChunks: (id) => {
      if (core.test(id) && !apart.test(id)) return 'core'
      if (profile.test(id)) return 'mokor-member'
      if (shown.test(id)) return 'shown'
      return form.test(id) ? 'form' : null
    },
  },
  plugins: [
    servedParts(),
    ownCopies([
      { of: 'core/lazy-element', in: 'widgets/mokor-directory/' },
      { of: 'contract/form/words.it', in: 'collections/' },
      { of: 'contract/form/words.en', in: 'collections/' },
      { of: 'contract/form/later-words.it', in: 'collections/' },
      { of: 'contract/form/later-words.en', in: 'collections/' },
    ]),
    typescriptPaths(),
    nodeResolve({ browser: true }),
    esbuild(elementSource),
    smallTemplates(),
    madeByLoader(),
    smallCode(),
    served(),
    declarations(),
  ],
  onLog: failOnWarning,
}

/** `BUILD=widgets npm run build` leaves the plugin as it is. */
export default onlyWidgets ? [widgets, servedWidgets] : [plugin, widgets, servedWidgets]
