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

/**
 * The rooms of a lib: a room may import only the rooms listed for it, all of which stand above it in the list. What is
 * listed is open with all its inner rooms; the lib's own files at the root stand above every room.
 */
const ROOMS = {
  'libs/tasks/src': {
    migrations: [],
    'forms/field': [],
    'forms/schema': ['forms/field'],
    'forms/engine': ['forms/field'],
    'forms/answer': ['forms/field', 'forms/schema', 'forms/engine'],
    'forms/raw': ['forms/field', 'forms/schema', 'forms/engine', 'forms/answer'],
    forms: ['forms'],
    task: [],
    delivery: ['task'],
    commands: ['forms', 'task', 'delivery'],
    voting: ['task'],
    assignment: ['task', 'commands'],
    sla: ['task', 'delivery', 'commands', 'assignment'],
    comments: ['task', 'commands'],
    drafts: ['forms', 'task', 'commands'],
    attachments: ['task', 'commands'],
    answer: ['forms', 'task', 'commands', 'attachments'],
    control: ['task', 'commands', 'voting', 'assignment', 'sla'],
    approvals: ['task', 'commands', 'voting', 'answer', 'control'],
    list: ['task'],
    bulk: ['task', 'commands', 'assignment', 'control'],
    details: ['forms', 'task', 'voting', 'sla', 'approvals'],
    creation: ['forms', 'task', 'delivery', 'commands', 'voting', 'assignment', 'sla', 'approvals'],
    // Above the creation of tasks, since it makes one of each question.
    'tool-approvals': ['forms', 'task', 'commands', 'creation'],
    sweep: ['task', 'delivery', 'commands', 'drafts', 'control'],
  },
};

const rooms = Object.entries(ROOMS).flatMap(([lib, allowedIn]) => [
  {
    name: `room-${lib.split('/')[1]}-is-listed`,
    severity: 'error',
    from: { path: `^${lib}/.+/`, pathNot: `^${lib}/(${Object.keys(allowedIn).join('|')})/[^/]+$` },
    to: {},
  },
  ...Object.entries(allowedIn).map(([room, allowed]) => ({
    name: `room-${lib.split('/')[1]}-${room.replace('/', '-')}`,
    severity: 'error',
    from: { path: `^${lib}/${room}/[^/]+$`, pathNot: '\\.(int-)?spec\\.ts$' },
    to: {
      path: `^${lib}/`,
      pathNot: `^${lib}/(${room}/[^/]+$${allowed.map((other) => `|${other}/`).join('')})`,
    },
  })),
]);

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
          '^libs/tasks/src/task/task-(status|roles)',
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
    ...rooms,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: '(^|/)dist/|\\.(int-)?spec\\.ts$',
  },
};
