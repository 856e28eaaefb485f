/**
 * The rooms of each folder and their order. A list names floors from the ground up: a file imports from its own room and
 * from the floors below, and `a|b` are neighbours, which do not import each other. A table names for each room those that
 * it may import. What is listed is open with its inner rooms, unless these are listed themselves.
 */
const ROOMS = {
  'libs/core/src': ['process|json', 'database', 'live|outbound'],
  'libs/tasks/src': {
    migrations: [],
    testing: [],
    'forms/field': [],
    'forms/schema': ['forms/field'],
    'forms/engine': ['forms/field', 'forms/schema'],
    'forms/answer': ['forms/field', 'forms/schema', 'forms/engine'],
    'forms/raw': ['forms/field', 'forms/schema', 'forms/engine', 'forms/answer'],
    'forms/dialects': ['forms/field', 'forms/schema', 'forms/engine'],
    forms: ['forms'],
    task: [],
    secrets: ['forms', 'task'],
    delivery: ['task', 'secrets'],
    commands: ['forms', 'task', 'secrets', 'delivery'],
    voting: ['task'],
    assignment: ['task', 'commands'],
    sla: ['secrets', 'task', 'delivery', 'commands', 'assignment'],
    comments: ['task', 'commands'],
    drafts: ['secrets', 'forms', 'task', 'commands'],
    attachments: ['task', 'commands'],
    answer: ['secrets', 'forms', 'task', 'commands', 'attachments'],
    control: ['task', 'commands', 'voting', 'assignment', 'sla', 'drafts'],
    approvals: ['secrets', 'task', 'commands', 'voting', 'answer', 'control'],
    list: ['task'],
    bulk: ['task', 'commands', 'assignment', 'control'],
    views: ['task', 'commands'],
    receipts: ['task', 'commands'],
    reveal: ['task', 'commands', 'secrets'],
    details: ['forms', 'task', 'commands', 'voting', 'sla', 'approvals'],
    creation: [
      'secrets',
      'forms',
      'task',
      'delivery',
      'commands',
      'voting',
      'assignment',
      'sla',
      'approvals',
    ],
    // Above the creation of tasks, since it makes one of each question.
    'tool-approvals': ['forms', 'task', 'commands', 'creation'],
    leaving: ['task', 'commands', 'voting', 'tool-approvals'],
    sweep: ['task', 'delivery', 'commands', 'drafts', 'control'],
  },
  'libs/workflows/src': {
    migrations: [],
    workflow: [],
    temporal: ['workflow'],
    catalogue: ['workflow'],
    problems: ['workflow'],
    executions: ['workflow', 'temporal', 'catalogue'],
    control: ['workflow', 'temporal', 'catalogue', 'executions'],
    history: ['workflow', 'temporal', 'executions'],
    delivery: ['temporal', 'executions'],
    activities: ['executions', 'problems'],
    // Besides, its Nest module imports the module of the rooms below.
    reconciler: ['workflow', 'temporal', 'problems', 'executions', 'workflows\\.module'],
    publishing: ['catalogue', 'reconciler'],
    'built-in': ['reconciler', 'publishing'],
  },
  'libs/notifications/src': {
    migrations: [],
    events: [],
    preferences: ['events', 'channels', 'words'],
    addresses: ['events', 'preferences'],
    channels: ['events', 'addresses'],
    words: ['events', 'channels'],
    templates: ['events', 'channels', 'words'],
    answers: ['events', 'channels'],
    guests: ['events', 'channels', 'words', 'answers'],
    replies: ['events', 'channels', 'words', 'answers'],
    email: ['events', 'channels', 'words', 'templates', 'answers', 'replies'],
    connect: ['events', 'addresses', 'channels'],
    push: ['events', 'addresses', 'channels', 'words'],
    telegram: ['events', 'addresses', 'channels', 'words'],
    chat: ['events', 'channels', 'words', 'addresses', 'answers'],
    slack: ['events', 'channels', 'words', 'templates', 'addresses', 'answers', 'chat'],
    teams: ['events', 'channels', 'words', 'templates', 'addresses', 'answers', 'chat'],
    inbox: ['events'],
    'fan-out': ['events', 'addresses', 'channels', 'preferences', 'inbox'],
    deliveries: ['events', 'addresses', 'channels', 'preferences', 'words', 'templates'],
    authoring: ['events', 'channels', 'words', 'templates', 'email'],
    webhooks: ['events'],
  },
  'libs/privacy/src': { migrations: [], holds: [], erasure: ['holds'], retention: ['holds'] },
  'libs/sdk/src': ['codec', 'connection', 'contract', 'time', 'run', 'task', 'workflow', 'testing'],
  'libs/cli/src': [
    ...['environment', 'deployments', 'project', 'command-line', 'graphql'],
    'mcp|snippets|operator|dev|servers|authoring|deploy|replay|generate|tasks|workflows',
    ...['doctor', 'completion'],
  ],
  'apps/local/src': ['terminal', 'files', 'process', 'postgres|temporal', 'stack', 'ask'],
  'apps/operator/src': ['command-line', 'domain', 'database|tenants|keys|dead-letters|audit'],
  'apps/api-gateway/src': [
    ...['http', 'graphql', 'auth'],
    ...[
      'account',
      'tenants',
      'people',
      'sso',
      'groups',
      'settings',
      'calendars',
      'keys',
      'audit',
      'scim',
      'tasks/task',
      'tasks/list',
      'tasks',
    ],
    ...[
      'conversations',
      'workflows',
      'viewer',
      'dead-letters',
      'privacy',
      'notifications',
      'webhooks',
      'chat',
    ],
    ...['permissions', 'node', 'sign-in', 'answers', 'health', 'schema'],
  ],
  'apps/mcp-gateway/src': [
    'protocol',
    ...['tenant', 'identity', 'directory', 'conversations', 'workflows', 'tasks', 'approvals'],
    ...['resources', 'prompts', 'server', 'http'],
  ],
  'apps/admin/src': [
    'generated',
    'errors|time',
    'interface',
    'viewer|live|directory|badges',
    'settings',
    'auth|commands|drafts|history|attachments|conversation|absences|calendars|chain|workspace',
    'account',
    'provisioning',
    'chat',
    'sign-in-settings|privacy|notifications',
    'approval|tool-approval|comments|guests|bulk|people',
    'answer|inbox|standing-rules|team|tenant|keys|audit|groups|message-templates|webhooks',
    'task',
    'app',
  ],
};

/** A list of floors as a table of what each room may import. */
function asTable(rooms) {
  if (!Array.isArray(rooms)) return rooms;
  const below = (floor) => rooms.slice(0, floor).flatMap((names) => names.split('|'));
  return Object.fromEntries(
    rooms.flatMap((names, floor) => names.split('|').map((name) => [name, below(floor)])),
  );
}

const TESTS_AND_EXAMPLES = '\\.((int-)?spec|examples)\\.tsx?$';

function rulesOf([folder, rooms]) {
  const table = asTable(rooms);
  const names = Object.keys(table);
  const nested = (room) => names.filter((name) => name.startsWith(`${room}/`));
  return [
    {
      name: `room-${folder}-is-listed`,
      severity: 'error',
      from: { path: `^${folder}/.+/`, pathNot: `^${folder}/(${names.join('|')})/` },
      to: {},
    },
    {
      name: `room-${folder}-inner-not-to-outer`,
      severity: 'error',
      from: { path: `^${folder}/([^/]+)/[^/]+/`, pathNot: TESTS_AND_EXAMPLES },
      to: { path: `^${folder}/$1/[^/]+$` },
    },
    ...names.map((room) => ({
      name: `room-${folder}/${room}`,
      severity: 'error',
      from: {
        path: `^${folder}/${room}/`,
        pathNot: [...nested(room).map((inner) => `^${folder}/${inner}/`), TESTS_AND_EXAMPLES],
      },
      to: { path: `^${folder}/`, pathNot: `^${folder}/(${[room, ...table[room]].join('|')})[/.]` },
    })),
  ];
}

exports.rooms = Object.entries(ROOMS).flatMap(rulesOf);
