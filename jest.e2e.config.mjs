// Tests that need the whole platform (x.e2e.spec.ts): `npm test` starts one and passes its addresses in the environment.
import integration from './jest.integration.config.mjs';

export default { ...integration, testMatch: ['<rootDir>/**/*.e2e.spec.ts'] };
