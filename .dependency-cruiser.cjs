const { rooms } = require('./scripts/architecture/rooms.cjs');
const { sparingSpecs, testRules, THREE_SIDES } = require('./scripts/architecture/tests.cjs');

/** Layers: a lib may import only the libs listed for it, and only through their index.ts. */
const MAY_IMPORT = {
  // Its connection to Temporal encrypts payloads as the SDK's users do.
  core: ['sdk'],
  'json-schema': [],
  tenancy: ['core'],
  notifications: ['core', 'tenancy', 'tasks'],
  tasks: ['core', 'json-schema', 'tenancy'],
  conversations: ['core', 'tenancy'],
  workflows: ['core', 'tenancy', 'tasks', 'conversations', 'sdk'],
  privacy: ['core', 'tenancy', 'tasks'],
  sdk: [],
  cli: ['sdk', 'create-orkestra'],
  'create-orkestra': ['sdk'],
  agents: [],
};

const layers = Object.entries(MAY_IMPORT).map(([lib, allowed]) => ({
  name: `layer-${lib}`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: '^libs/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

/** Bind specs too. */
const houses = [
  { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  { name: 'libs-not-to-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
  {
    name: 'apps-not-to-apps',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'clients-only-sdk',
    severity: 'error',
    from: { path: '^apps/admin/', pathNot: THREE_SIDES },
    to: { path: '^libs/', pathNot: '^libs/(sdk|json-schema)/' },
  },
  {
    name: 'workflow-not-to-activities-value',
    severity: 'error',
    from: { path: '\\.(workflow|state|contract)\\.ts$' },
    to: { path: '\\.activities\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  ...layers,
];

const insides = [
  {
    name: 'libs-only-through-index',
    severity: 'error',
    from: { path: '^(apps|libs)/([^/]+)/' },
    to: {
      path: '^libs/([^/]+)/src/.+',
      pathNot: ['^$1/$2/', '^libs/[^/]+/src/(index|worker|(codec|connection|testing)/index)\\.ts$'],
    },
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
        '^libs/tasks/src/task/(task-(status|roles)|self-approval)',
        'node_modules/@temporalio/(workflow|common)/',
      ],
    },
  },
  {
    name: 'worker-entry-only-for-worker',
    severity: 'error',
    from: { pathNot: '^(apps/worker|libs/workflows)/' },
    to: { path: '^libs/workflows/src/worker\\.ts$' },
  },
  ...rooms,
];

module.exports = {
  forbidden: [...houses, ...insides.map(sparingSpecs), ...testRules],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: '(^|/)dist/',
  },
};
