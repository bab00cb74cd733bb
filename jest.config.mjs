// Unit tests (x.spec.ts): pure or in memory, no engine. x.int.spec.ts and x.e2e.spec.ts run by jest.integration.config.mjs.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts', '<rootDir>/**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '\\.(int|e2e)\\.spec\\.ts$', '/dist/'],
  extensionsToTreatAsEsm: [],
  // Jest would leave a core free, and on two cores work with one: the longest project decides how long all of them take.
  maxWorkers: 2,
  // Only what hangs takes so long. On two cores that have other work, properties over files of facts take more than Jest's five seconds.
  testTimeout: 60_000,
  transform: {
    '^.+\\.(mjs|js|ts|tsx)$': [
      '@swc/jest',
      {
        jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        module: { type: 'commonjs' },
      },
    ],
  },
  // jose, httpxy, temporal-polyfill and file-type (with what it reads by) ship ES modules only, and Jest runs CommonJS; the MongoDB driver loads `os` by a dynamic import, which Jest's
  // sandbox refuses unless it is compiled away.
  transformIgnorePatterns: [
    '/node_modules/(?!(jose/|httpxy/|temporal-(polyfill|utils)/|file-type/|strtok3/|token-types/|@tokenizer/|uint8array-extras/|@borewit/text-codec/|mongodb/lib/runtime_adapters))',
  ],
};
