// Four suites that differ in their folder alone; `--selectProjects` takes one.
const project = (name) => ({
  displayName: name,
  testEnvironment: 'node',
  roots: [`<rootDir>/test/${name}`],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // TypeScript sources import each other as `.js`.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
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
  projects: ['unit', 'api', 'browser', 'package'].map(project),
}
