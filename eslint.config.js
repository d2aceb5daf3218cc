import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const lazyDefault = 'Take named exports of a lazy import: bundled, its default is the whole module.';

export default defineConfig(
  globalIgnores([
    'dist',
    'out',
    'node_modules',
    'test-artifacts',
    '.vscode-test',
    'practice/workspace',
    'test/fixtures',
    '**/*.{js,mjs}',
  ]),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './media/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of names.' },
        {
          selector: 'VariableDeclarator:has(ImportExpression) > ObjectPattern > Property[key.name="default"]',
          message: lazyDefault,
        },
        { selector: 'MemberExpression[property.name="default"]:has(ImportExpression)', message: lazyDefault },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off', // it does not see what a callback assigns
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-definitions': 'off', // a union needs `type`, an object may be either
      '@typescript-eslint/unified-signatures': 'off',
      // Slow, and about what this project does not have: enums, and classes that are passed around.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/unbound-method': 'off', // scripted worlds are objects of arrow functions
      '@typescript-eslint/require-await': 'off', // a scripted Ask has to be async, whether it waits or not
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'suite', 'describe', 'it'] },
          ],
        },
      ],
    },
  },
);
