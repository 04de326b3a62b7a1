// The elements' contract, from the JSDoc of their classes, for editors, documentation and tests.
export default {
  globs: ['widgets/mokor-*/mokor-*.ts', 'widgets/core/element.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  quiet: true,
  packagejson: false,
}
