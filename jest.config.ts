import type { Config } from 'jest'

/** Packages that are published as ES modules only: jest runs CommonJS, so they are transformed by name. */
const esmOnly = [
  'mingo',
  'mdast-util-.*',
  'micromark.*',
  'unist-util-.*',
  'decode-named-character-reference',
  'character-entities',
  'devlop',
  'valibot',
]

const config: Config = {
  testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
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
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`],
  setupFilesAfterEnv: ['<rootDir>/tests/support/fail-on-console-error.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
}

export default config
