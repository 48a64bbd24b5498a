/**
 * Who may import whom, as data. Imports run one way: from what happens towards the words and figures it is made of.
 * `npm run deps` checks it; tests/house/dependencies.test.ts shows that a wrong import is refused.
 */

/** What each part of src may import besides itself and libraries. A part that is not listed may not exist. */
const MAY_IMPORT = {
  model: [],
  ledger: ['model'],
  contagion: ['model', 'ledger'],
  measures: ['model', 'ledger', 'contagion'],
  markets: ['model', 'ledger', 'contagion'],
  engine: ['model', 'ledger', 'markets', 'contagion', 'measures'],
  scenario: ['model'],
  calibration: ['model', 'ledger', 'contagion', 'measures', 'playback'],
  histories: ['model', 'scenario'],
  recording: ['model', 'ledger'],
  playback: ['model', 'ledger', 'recording'],
  explain: ['model', 'ledger', 'recording', 'playback', 'words'],
  words: ['model', 'ledger', 'scenario', 'recording', 'playback', 'contagion', 'measures'],
  lesson: ['model', 'playback'],
  session: ['model', 'lesson', 'scenario', 'histories', 'recording', 'playback', 'explain', 'words'],
  view: ['model', 'playback', 'explain', 'words'],
  ui: ['model', 'lesson', 'ledger', 'contagion', 'measures', 'scenario', 'histories', 'recording', 'playback', 'explain', 'words', 'session', 'view', 'worker'],
};
/** The catalogues say in words what these hold as values, so they know its types. */
const KNOWS_SHAPES_OF = { words: ['calibration', 'explain', 'lesson', 'session', 'view'] };
/** These put the parts together and may import anything but each other's insides. */
const ASSEMBLE = { cli: ['ensemble'], ensemble: [], worker: [] };

const PURE = Object.keys(MAY_IMPORT).filter((part) => part !== 'view' && part !== 'ui');
/** Libraries that need no page, clock or platform. */
const PURE_LIBRARIES = ['@stdlib/.*', '@noble/hashes', 'fflate', 'immer', 'seedrandom', 'xstate', 'yaml', 'zod'];

const oneWay = Object.entries(MAY_IMPORT).map(([part, others]) => ({
  name: `one-way/${part}`,
  comment: `src/${part} may import ${others.length === 0 ? 'no other part' : others.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${part}/` },
  to: { path: '^(src|agents|tests|bench|scripts)/', pathNot: [`^src/(${[part, 'types', ...others, ...(KNOWS_SHAPES_OF[part] ?? [])].join('|')})/`] },
}));
const shapesOnly = Object.entries(KNOWS_SHAPES_OF).map(([part, others]) => ({
  name: `shapes-only/${part}`,
  comment: `src/${part} may import types of ${others.join(', ')}, nothing that runs.`,
  severity: 'error',
  from: { path: `^src/${part}/` },
  to: { path: `^src/(${others.join('|')})/`, dependencyTypesNot: ['type-only'] },
}));
const assembling = Object.entries(ASSEMBLE).map(([part, others]) => ({
  name: `one-way/${part}`,
  comment: `src/${part} puts parts together; nothing of the page or of the tests goes into it.`,
  severity: 'error',
  from: { path: `^src/${part}/` },
  to: { path: ['^(tests|bench|scripts)/', '^src/(cli|ensemble|worker|ui|view)/'], pathNot: [`^src/(${[part, ...others].join('|')})/`] },
}));

export default {
  forbidden: [
    ...oneWay,
    ...shapesOnly,
    ...assembling,
    {
      name: 'known-parts',
      comment: 'A new folder in src first says in .dependency-cruiser.js what it may import.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(types|${[...Object.keys(MAY_IMPORT), ...Object.keys(ASSEMBLE)].join('|')})/` },
      to: {},
    },
    {
      name: 'agents-know-only-the-model',
      comment: 'Machines get accounts and draws in the event; they import nouns and nothing else.',
      severity: 'error',
      from: { path: '^agents/' },
      to: { path: '^(src|tests|bench|scripts)/', pathNot: '^src/model/' },
    },
    {
      name: 'simulation-assembles-the-engine',
      comment: 'src/simulation.ts joins machines and engine and knows no reader.',
      severity: 'error',
      from: { path: '^src/simulation\\.ts$' },
      to: { path: '^src/(recording|explain|words|session|view|ui|cli|ensemble|worker)/' },
    },
    {
      name: 'pure-libraries',
      comment: 'The pure part uses only libraries that give the same result everywhere.',
      severity: 'error',
      from: { path: `^(agents/|src/simulation\\.ts|src/(${PURE.join('|')})/)` },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional'], pathNot: `node_modules/((@types/)?(${PURE_LIBRARIES.join('|')}))(/|$)` },
    },
    {
      name: 'pure-platform',
      comment: 'Nothing of Node in the pure part.',
      severity: 'error',
      from: { path: `^(agents/|src/simulation\\.ts|src/(${PURE.join('|')})/)` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'page-without-node',
      comment: 'What runs in a browser imports nothing of Node.',
      severity: 'error',
      from: { path: '^src/(view|ui|worker|main\\.tsx)' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-cycles', comment: 'Nothing imports itself by way of others.', severity: 'error', from: { path: '^(src|agents)/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', comment: 'Every import leads somewhere.', severity: 'error', from: { path: '^(src|agents|tests|bench|scripts)/', pathNot: '^bench/peers/' }, to: { couldNotResolve: true, pathNot: '\\?' } },
    {
      name: 'declared',
      comment: 'What is imported is in package.json.',
      severity: 'error',
      from: { path: '^(src|agents)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'] },
  },
};
