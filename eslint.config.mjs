import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

// The contexts that are services: each may use what is shared, what is its own, and what the others' contracts say.
const contexts = ['projects', 'reporting', 'talent'];

const pure = [
  'libs/domain/src/**/*.ts',
  'libs/kernel/src/**/*.ts',
  'libs/contracts/*/src/**/*.ts',
  ...contexts.map((context) => `apps/${context}/src/**/*.ts`),
];
const impure = ['**/main.ts', '**/adapters/**', '**/*.spec.ts', '**/testing/**'];

const clock = 'Take the time from `context.now`: pure code never reads the clock.';
const chance = 'Take ids and randomness from `context`: pure code never makes its own.';

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '.xietong', '**/golden', 'tools/verify/fixtures'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      eqeqeq: 'error',
      'no-console': 'error',
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          depConstraints: [
            {
              sourceTag: 'type:domain',
              onlyDependOnLibsWithTags: ['type:domain'],
              bannedExternalImports: ['express', 'kafkajs', 'mongoose', 'node:*'],
            },
            {
              sourceTag: 'type:kernel',
              onlyDependOnLibsWithTags: ['type:domain'],
              bannedExternalImports: ['express', 'kafkajs', 'mongoose'],
            },
            {
              sourceTag: 'type:contract',
              onlyDependOnLibsWithTags: ['type:domain', 'type:kernel', 'type:testing'],
              bannedExternalImports: ['express', 'kafkajs', 'mongoose'],
            },
            { sourceTag: 'type:runtime', onlyDependOnLibsWithTags: ['type:domain', 'type:kernel', 'type:testing'] },
            { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:domain', 'type:kernel'] },
            {
              sourceTag: 'type:app',
              onlyDependOnLibsWithTags: ['type:domain', 'type:kernel', 'type:contract', 'type:runtime', 'type:testing'],
              bannedExternalImports: ['express', 'kafkajs', 'mongoose', 'keycloak-connect'],
            },
            { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
            ...[...contexts, 'portal'].map((scope) => ({
              sourceTag: `scope:${scope}`,
              onlyDependOnLibsWithTags: ['scope:shared', `scope:${scope}`, 'type:contract'],
            })),
            { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['*'] },
          ],
        },
      ],
    },
  },
  {
    files: pure,
    ignores: impure,
    rules: {
      'no-restricted-globals': ['error', { name: 'process', message: 'Configuration is parsed by the runtime and comes in by parameter.' }],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: clock },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: chance },
        { selector: "CallExpression[callee.property.name='randomUUID']", message: chance },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'node:crypto', importNames: ['randomBytes', 'randomInt', 'randomUUID', 'webcrypto'], message: chance }],
          patterns: [
            { group: ['node:*', '!node:crypto'], message: 'Pure code does no I/O: do it in adapters/ and take the result by parameter.' },
            {
              group: contexts.map((context) => `@xietong/${context}`),
              message: 'One app never imports another: publish it in @xietong/contracts-<context>, and let the other react to the event.',
            },
            {
              group: ['@xietong/runtime*'],
              message: "Only an app's main.ts and its adapters/ import the runtime: declare it, and let main.ts run it.",
            },
          ],
        },
      ],
    },
  },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off' } },
);
