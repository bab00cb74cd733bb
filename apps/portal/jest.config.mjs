import unit from '../../jest.config.mjs';

// httpxy ships ES modules only, and Jest runs CommonJS.
export default { ...unit, transformIgnorePatterns: ['/node_modules/(?!httpxy/)'] };
