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

/** The admin app's rooms, floor by floor: a room may import those on the floors below it, not its neighbours. */
const ADMIN_FLOORS = [
  'generated',
  'errors|time',
  'interface',
  'viewer|live|directory|badges|settings',
  'auth|commands|drafts|history|attachments|conversation|absences|calendars|chain',
  'approval|tool-approval|comments|bulk|people',
  'answer|inbox|standing-rules|team|tenant',
  'task',
  'app',
];
const ADMIN = '^apps/admin/src/';

const adminFloors = ADMIN_FLOORS.map((rooms, floor) => ({
  name: `admin-floor-${floor}`,
  severity: 'error',
  from: { path: `${ADMIN}(${rooms})/` },
  to: { path: ADMIN, pathNot: `${ADMIN}(${['$1', ...ADMIN_FLOORS.slice(0, floor)].join('|')})/` },
}));
/** Rooms of two apps from the ground up: a room may import only those that stand before it. */
const ROOMS = {
  'api-gateway': [
    ...['http', 'graphql', 'auth'],
    ...['people', 'settings', 'calendars', 'tasks/task', 'tasks/list', 'tasks'],
    ...['conversations', 'workflows', 'viewer'],
    ...['sign-in', 'health', 'schema'],
  ],
  'mcp-gateway': [
    'protocol',
    ...['tenant', 'identity', 'directory', 'conversations', 'workflows', 'tasks', 'approvals'],
    ...['resources', 'prompts', 'server', 'http'],
  ],
};

const rooms = Object.entries(ROOMS).flatMap(([app, order]) =>
  order.map((room, floor) => ({
    name: `room-${app}-${room}`,
    severity: 'error',
    from: { path: `^apps/${app}/src/${room}/` },
    to: { path: `^apps/${app}/src/`, pathNot: `^apps/${app}/src/(${order.slice(0, floor + 1).join('|')})/` },
  })),
);
/** Rooms of libs/workflows: each may import only what is listed for it, which lies below it in the house. */
const WORKFLOW_ROOMS = {
  workflow: [],
  temporal: ['workflow'],
  catalogue: ['workflow'],
  executions: ['workflow', 'temporal', 'catalogue'],
  control: ['workflow', 'temporal', 'catalogue'],
  history: ['workflow', 'temporal', 'executions'],
  delivery: ['temporal'],
  activities: ['executions'],
  // Besides, its Nest module imports the module of the rooms below.
  reconciler: ['workflow', 'executions', 'workflows\\.module'],
  'built-in': ['reconciler'],
};
/** Rooms of libs/core. */
const CORE_ROOMS = { process: [], json: [], database: ['process'], live: ['process'] };

const libRooms = (lib, table) =>
  Object.entries(table).map(([room, below]) => ({
    name: `room-${lib}-${room}`,
    severity: 'error',
    from: { path: `^libs/${lib}/src/${room}/` },
    to: { path: `^libs/${lib}/src/`, pathNot: `^libs/${lib}/src/(${[room, ...below].join('|')})[/.]` },
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
      from: { path: '^apps/admin/' },
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
    {
      name: 'admin-room-without-floor',
      severity: 'error',
      from: { path: `${ADMIN}.+/`, pathNot: `${ADMIN}(${ADMIN_FLOORS.join('|')})/` },
      to: {},
    },
    {
      name: 'admin-inner-room-not-to-outer',
      severity: 'error',
      from: { path: `${ADMIN}([^/]+)/[^/]+/` },
      to: { path: `${ADMIN}$1/[^/]+$` },
    },
    ...adminFloors,
    ...layers,
    ...rooms,
    ...libRooms('core', CORE_ROOMS),
    ...libRooms('workflows', WORKFLOW_ROOMS),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: '(^|/)dist/|\\.(int-)?spec\\.ts$',
  },
};
