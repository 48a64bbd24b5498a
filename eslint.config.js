/** What the linter holds everybody to: sound types everywhere, and in the pure part nothing that differs between machines. */
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import house from './scripts/house-rules.js';

/** Runs with equal bits on every machine: see reliability in docs, "the same digest". */
const PURE = ['agents/**/*.ts', 'src/simulation.ts', 'src/{model,ledger,markets,contagion,measures,engine,scenario,recording,playback,explain,lesson,session,words}/**/*.ts'];

/** Functions of Math whose results IEEE 754 fixes; the others differ between engines in the last bit. */
const EXACT_MATH = 'abs|floor|ceil|trunc|round|min|max|sign|sqrt|imul|fround|clz32';

/** Examples of lines of scenario files, and descriptions for editors, which both have one wording. */
const IN_ONE_LANGUAGE = ['src/scenario/{fields,read}.ts', 'src/*/json-schema.ts'];
/**
 * Where the tables of the world are gone through in every phase of every month. Their rows are a table's own, in the
 * order in which they were put, and for-in is several times faster there than making a list of them first.
 */
const HOT = ['src/{ledger,contagion,measures,markets,engine}/**/*.ts'];

const CLOCKS = ['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'queueMicrotask', 'requestIdleCallback'];
const PLATFORM = [
  'window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'crypto', 'self', 'globalThis', 'alert',
  'process', 'Buffer', 'console', 'require', 'global', 'Worker', 'Blob', 'structuredClone', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry',
];

/** One list, because flat configuration replaces lists instead of joining them. */
const SAME_EVERYWHERE = [
  { selector: `MemberExpression[object.name='Math'][computed=false]:not([property.name=/^(${EXACT_MATH})$/])`, message: 'This function of Math differs between engines; use src/model/arithmetic.ts.' },
  { selector: "MemberExpression[object.name='Math'][computed=true]", message: 'Name the function of Math, so that it can be checked.' },
  { selector: "Identifier[name='Math']:not(MemberExpression > Identifier)", message: 'Math is used by its exact functions only, each called by name.' },
  { selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']", message: '** differs between engines; multiply, or use src/model/arithmetic.ts.' },
  { selector: 'ForInStatement', message: 'for-in also visits what was inherited; use Object.keys or Object.entries.' },
  { selector: 'MemberExpression[property.name=/^(toLocale[A-Z]\\w*|localeCompare)$/]', message: 'This depends on the language of the machine.' },
  { selector: "CallExpression[callee.property.name='toString'][arguments.length=1][arguments.0.value!=/^(2|8|10|16)$/]", message: 'Digits in this base may differ between engines.' },
];
const NO_INTL = { selector: "Identifier[name='Intl']", message: 'Intl depends on the language of the machine; only src/words formats for people.' };

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'bench/peers/', 'docs/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{ts,tsx,js}'],
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-eval': 'error',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      'prefer-const': 'error',
      'no-var': 'error',
      'house/docstring-first': 'error',
    },
  },
  { files: ['src/**/*.{ts,tsx}', 'agents/**/*.ts'], ignores: ['src/words/**', 'src/types/**', ...IN_ONE_LANGUAGE], rules: { 'house/no-prose': 'error' } },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': ['error', ...[...CLOCKS, ...PLATFORM].map((name) => ({ name, message: 'Not in the pure part: a run may depend on its scenario and seed only.' }))],
      'no-restricted-syntax': ['error', ...SAME_EVERYWHERE, NO_INTL],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', 'fs', 'path', 'os', 'crypto', 'worker_threads', 'react', 'react-dom', 'pixi.js', 'pixi.js/*'], message: 'Not in the pure part.' }] }],
    },
  },
  { files: HOT, rules: { 'no-restricted-syntax': ['error', ...SAME_EVERYWHERE.filter((rule) => rule.selector !== 'ForInStatement'), NO_INTL] } },
  {
    // words format for people: numbers and dates in their language, of months that the model counts, never of a clock
    files: ['src/words/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...SAME_EVERYWHERE],
      'no-restricted-globals': [
        'error',
        ...[...CLOCKS, ...PLATFORM].filter((name) => name !== 'Date').map((name) => ({ name, message: 'Not in the pure part.' })),
      ],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'No clock in the pure part.' }],
    },
  },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked, languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', fetch: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' } } },
  // the names of tests are sentences; declarations of foreign modules say it at the declaration
  { files: ['src/types/**', 'tests/**/*.test.{ts,tsx}'], rules: { 'house/docstring-first': 'off' } },
);
