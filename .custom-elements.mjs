// The elements' contract, from the JSDoc of their classes, for editors, documentation and tests.
/** Leaves out what pages cannot use, and names the files that are shipped rather than their sources. */
const shipped = {
  name: 'shipped',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        const hidden = new Set(
          (declaration.members ?? [])
            .filter((member) => member.privacy === 'private' || member.privacy === 'protected')
            .map((member) => member.name),
        )
        declaration.members = declaration.members?.filter(
          (member) => !hidden.has(member.name) && !member.name.startsWith('#') && !member.static,
        )
        declaration.attributes = declaration.attributes?.filter((attribute) => !hidden.has(attribute.fieldName))
      }
    }
    const sources = /(["/])((?:widgets\/)[\w./-]+)\.ts"/g
    const text = JSON.stringify(customElementsManifest).replace(sources, '$1dist/$2.js"')
    Object.assign(customElementsManifest, JSON.parse(text))
  },
}

export default {
  globs: ['widgets/mokor-*/mokor-*.ts', 'widgets/core/{request,element}.ts', 'widgets/core/form/{form,suggesting}.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  quiet: true,
  packagejson: false,
  plugins: [shipped],
}
