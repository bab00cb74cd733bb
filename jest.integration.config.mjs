// Tests that need real engines (x.int.spec.ts): `npm test` starts them and passes their addresses in the environment.
import unit from './jest.config.mjs';

export default {
  ...unit,
  testMatch: ['<rootDir>/**/*.int.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 120_000,
  maxWorkers: 1,
};
