// Suites that differ in their folder alone; `--selectProjects` takes one. Of `api`, MOKOR_TEST_BUNDLE names a folder with some of
// its files in one minified bundle (test/support/minified.mjs), which run in their place.
const project = (name) => ({
  displayName: name,
  testEnvironment: 'node',
  roots: [(name === 'api' && process.env.MOKOR_TEST_BUNDLE) || `<rootDir>/test/${name}`],
  testMatch: ['**/*.test.{ts,js}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // TypeScript sources import each other as `.js`.
  // A file of ours by its source; JSON that a package keeps in a module is that module.
  moduleNameMapper: { '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
})

export default {
  // Payload leaves a handle open.
  forceExit: true,
  testTimeout: 60_000,
  // Much of a test is waiting for a database or a browser: two share two cores well, and more would miss their terms there.
  maxWorkers: 2,
  projects: ['unit', 'api', 'built', 'browser', 'package', 'sites'].map(project),
}
