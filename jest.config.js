/** Packages that are published as ES modules only: jest runs CommonJS, so they are transformed by name. */
const esModules = [
  'mingo',
  'mdast-util-.*',
  'micromark.*',
  'unist-util-.*',
  'decode-named-character-reference',
  'character-entities.*',
  'devlop',
  'valibot',
  'pdfjs-dist',
]

/** @type {import('jest').Config} */
const shared = {
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esModules.join('|')})/)`],
  testEnvironment: '<rootDir>/tests/support/environment-with-lmdb.js',
  moduleNameMapper: { '^lmdb$': '<rootDir>/tests/support/lmdb-of-this-process.js' },
  setupFilesAfterEnv: ['<rootDir>/tests/support/fail-on-console-error.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
}

/** @type {import('jest').Config} */
module.exports = {
  // jest would leave one processor idle, as if somebody watched.
  maxWorkers: '100%',
  // What files leave behind stays in a process: with 600 MB of it, tests take twice the time, and it would grow on.
  workerIdleMemoryLimit: '400MB',
  testSequencer: '<rootDir>/tests/support/fuzz-first.js',
  // ms. No test measures time: on a machine at other work one may take long, and still says the same.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'units',
      testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['<rootDir>/tests/weapp/', '<rootDir>/tests/e2e/'],
    },
    {
      ...shared,
      displayName: 'weapp',
      testMatch: ['<rootDir>/tests/weapp/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/weapp/support/set-up.ts',
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/e2e/support/set-up.ts',
      globalTeardown: '<rootDir>/tests/e2e/support/tear-down.ts',
    },
  ],
}
