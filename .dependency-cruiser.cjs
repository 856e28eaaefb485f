/** What tests and benchmarks are, and the files of a lib or an app that are open to them. */
const SPEC = '^(apps|libs|examples)/([^/]+)/(test/|.+\\.((int-)?spec|examples)\\.tsx?$)';
const TESTS = ['^test/', '^(apps|libs|examples)/[^/]+/(test/|.+\\.(int-)?spec\\.tsx?$)'];
const TESTING = '^libs/.+/testing(\\.ts$|/)';
const DOORS = [
  '^libs/[^/]+/src/(index|worker)\\.ts$',
  '^libs/sdk/src/interceptors\\.ts$',
  '^libs/agents/src/(ai-sdk|anthropic)\\.ts$',
  TESTING,
];

/** Compares the form of the server, of the browser and of the SDK, so it reaches into all three. */
const THREE_SIDES = '^apps/admin/src/.+/three-sides\\.spec\\.ts$';
/** Run an app inside their own process, or compare what two programs do with the same rows. */
const IN_PROCESS = [
  '^test/harness/domain\\.ts$',
  '^test/mcp/(conformance-fixture/start-fixture|gateway-in-process|listeners\\.e2e-spec)\\.ts$',
  '^test/api-gateway/task-filters\\.e2e-spec\\.ts$',
];
/** Measures a lib's SQL without the server around it. */
const BARE_SQL = '^bench/inbox-reader\\.ts$';

/** Layers: a lib may import only the libs listed for it, and only through their index.ts. */
const MAY_IMPORT = {
  core: [],
  tenancy: ['core'],
  notifications: ['core', 'tenancy'],
  tasks: ['core', 'tenancy'],
  conversations: ['core', 'tenancy'],
  workflows: ['core', 'tenancy', 'tasks', 'conversations', 'notifications', 'sdk'],
  sdk: [],
  cli: ['sdk'],
  agents: [],
};

const layers = Object.entries(MAY_IMPORT).map(([lib, allowed]) => ({
  name: `layer-${lib}`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: '^libs/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'libs-not-to-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-not-to-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-only-through-index',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/.+', pathNot: ['^$1/$2/', '^libs/[^/]+/src/(index|worker)\\.ts$'] },
    },
    {
      name: 'clients-only-sdk',
      severity: 'error',
      from: { path: '^apps/admin/', pathNot: THREE_SIDES },
      to: { path: '^libs/', pathNot: '^libs/sdk/' },
    },
    {
      name: 'workflow-code-is-pure',
      severity: 'error',
      from: { path: '\\.(workflow|state)\\.ts$' },
      to: {
        dependencyTypesNot: ['type-only'],
        pathNot: [
          '^libs/workflows/src/',
          '^libs/sdk/src/index',
          '^libs/tasks/src/task-(status|roles)',
          'node_modules/@temporalio/(workflow|common)/',
        ],
      },
    },
    {
      name: 'workflow-not-to-activities-value',
      severity: 'error',
      from: { path: '\\.(workflow|state|contract)\\.ts$' },
      to: { path: '\\.activities\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'worker-entry-only-for-worker',
      severity: 'error',
      from: { pathNot: '^(apps/worker|libs/workflows)/' },
      to: { path: '^libs/workflows/src/worker\\.ts$' },
    },
    ...layers,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: '(^|/)dist/',
  },
};

/** Rules above that bind specs too. The others order a lib's own rooms, and a spec may import all of its own lib. */
const FOR_SPECS_TOO = [
  ...layers.map(({ name }) => name),
  'no-circular',
  'libs-not-to-apps',
  'apps-not-to-apps',
  'clients-only-sdk',
  'workflow-not-to-activities-value',
];
const sparingSpecs = (rule) =>
  FOR_SPECS_TOO.includes(rule.name)
    ? rule
    : { ...rule, from: { ...rule.from, pathNot: [rule.from.pathNot ?? [], SPEC].flat() } };

/** The rooms of the harness, lowest first: each may import those before it. */
const HARNESS_FLOORS = ['eventually\\.ts', 'run/', '(servers|database)/', 'system/', 'browser/'];
const harnessFloors = HARNESS_FLOORS.map((room, floor) => ({
  name: `harness-floor-${floor}`,
  from: { path: `^test/harness/${room}` },
  to: { path: '^test/harness/', pathNot: `^test/harness/(${HARNESS_FLOORS.slice(0, floor + 1).join('|')})` },
}));

const testRules = [
  {
    name: 'specs-to-other-libs-only-through-doors',
    from: { path: SPEC, pathNot: THREE_SIDES },
    to: { path: '^libs/[^/]+/(src|test)/', pathNot: ['^$1/$2/', ...DOORS] },
  },
  {
    name: 'tests-only-through-doors',
    from: { path: '^test/', pathNot: IN_PROCESS },
    to: {
      path: '^(apps|libs)/',
      pathNot: [...DOORS, '^libs/[^/]+/test/', '^apps/local/src/index\\.ts$'],
    },
  },
  // A benchmark measures the product as `npm start` builds it, so it brings its own stack instead of the harness.
  { name: 'bench-not-to-tests', from: { path: '^bench/' }, to: { path: '^test/' } },
  {
    name: 'bench-only-through-doors',
    from: { path: '^bench/', pathNot: BARE_SQL },
    to: { path: '^(apps|libs)/', pathNot: DOORS },
  },
  { name: 'nothing-imports-bench', from: { pathNot: '^bench/' }, to: { path: '^bench/' } },
  { name: 'nothing-imports-a-spec', from: {}, to: { path: '\\.(int-|e2e-)?spec\\.tsx?$' } },
  {
    name: 'only-tests-import-tests',
    from: { pathNot: TESTS },
    to: { path: ['^test/', '^libs/[^/]+/test/'] },
  },
  {
    name: 'specs-import-only-the-harness',
    from: { path: '^(apps|libs|examples)/' },
    to: { path: '^test/', pathNot: '^test/harness/' },
  },
  {
    name: 'testing-only-for-tests',
    from: { pathNot: [...TESTS, TESTING, '^bench/', SPEC] },
    to: { path: TESTING, pathNot: '^libs/sdk/' },
  },
  ...harnessFloors,
].map((rule) => ({ severity: 'error', ...rule }));

module.exports.forbidden = [...module.exports.forbidden.map(sparingSpecs), ...testRules];
