import type { ErrorCode } from './error-classes';

/** What each area is about: the part of a code before its dot, in the order of the page. */
export const AREAS: Readonly<Record<string, string>> = {
  request: 'Any request',
  pagination: 'Lists',
  limits: 'Limits of requests',
  database: 'The database',
  auth: 'Sign-in and keys',
  account: 'Accounts',
  sign_in: 'Settings of the sign-in',
  link: 'Links in messages',
  sso: 'Single sign-on',
  scim: 'Directories',
  task: 'Tasks',
  tool_approval: 'Approvals of tool calls',
  dead_letter: 'Deliveries',
  workflow: 'Workflows',
  activity: 'Activities',
  conversation: 'Conversations',
  mcp: 'MCP',
  chat: 'Slack and Teams',
  notifications: 'Notifications',
  webhooks: 'Webhooks',
  answers: 'Answers from outside the app',
  guests: 'Guests',
  directory: 'Naming people and groups',
  person: 'People',
  group: 'Groups',
  invitation: 'Invitations',
  absence: 'Absences',
  calendar: 'Business calendars',
  api_key: 'API keys',
  tenant: 'Workspaces',
  privacy: 'Retention and legal holds',
  audit: 'The audit log',
  evidence: 'Evidence',
  secrets: 'Secrets',
  seed: 'Demo data',
};

const LIMIT = 'The workspace has reached the limit that is named in `details`.';

/** Errors whose code is put together while the program runs. */
export const DRAWN_UP: Readonly<Record<string, ErrorCode[]>> = {
  'tenant.limit_…': [
    {
      code: 'tenant.limit_open_tasks',
      kind: 'limited',
      message: `${LIMIT} Decide or cancel some tasks, or ask the operator for more.`,
    },
    {
      code: 'tenant.limit_people',
      kind: 'limited',
      message: `${LIMIT} Deactivate somebody, or ask the operator for more.`,
    },
    {
      code: 'tenant.limit_requests_per_minute',
      kind: 'limited',
      message: `${LIMIT} Wait a moment and ask less often.`,
    },
    {
      code: 'tenant.limit_payload_bytes',
      kind: 'invalid',
      message: `${LIMIT} Keep large data elsewhere, and hand on where it lies.`,
    },
  ],
};

/** What a directory did wrong, by the standard of SCIM; its code is looked up in a table. */
export const OF_DIRECTORIES: readonly ErrorCode[] = [
  {
    code: 'scim.invalid_filter',
    kind: 'invalid',
    message: 'The filter is not one of SCIM, or asks by what cannot be searched.',
  },
  { code: 'scim.invalid_path', kind: 'invalid', message: 'The path of the change is not right.' },
  { code: 'scim.invalid_syntax', kind: 'invalid', message: 'The body is not what SCIM asks for.' },
  { code: 'scim.invalid_value', kind: 'invalid', message: 'A value is missing or of the wrong kind.' },
  { code: 'scim.mutability', kind: 'invalid', message: 'This cannot be changed by a directory.' },
  { code: 'scim.no_target', kind: 'invalid', message: 'The path of the change fits nothing.' },
  { code: 'scim.too_many', kind: 'invalid', message: 'Too much was asked for at once. Ask for less.' },
];

const FIELDS = 'See the fields in `details`.';
const NOTHING_CHANGED = 'Nothing was changed. Try again in a few seconds.';

/** Where the code makes the sentence up from what was sent, so that its source does not tell it. */
export const MEANINGS: Readonly<Record<string, string>> = {
  'absence.invalid': `The absence cannot be planned. ${FIELDS}`,
  'api_key.invalid_request':
    'The name, scopes or times of the key are not right. The message says which, and what they may be.',
  'calendar.invalid': `The calendar cannot be used. ${FIELDS}`,
  'calendar.invalid_delay': 'This is no length of time. Write one such as `30m`, `2d` or `PT4H`.',
  'conversation.invalid_filter': 'The list cannot be filtered like this. The message says what to change.',
  'conversation.invalid_messages': `Nothing was appended: a message is not right. ${FIELDS}`,
  'conversation.invalid_spec': `The conversation cannot be created. ${FIELDS}`,
  'database.busy': `The database is overloaded, or all connections to it are in use. ${NOTHING_CHANGED}`,
  'database.full': `The database has no room left. ${NOTHING_CHANGED}`,
  'database.held_up': `Something else held the database up for too long. ${NOTHING_CHANGED}`,
  'database.read_only': `The database takes no changes at the moment. ${NOTHING_CHANGED}`,
  'database.unreachable': `The database cannot be reached. ${NOTHING_CHANGED}`,
  'directory.invalid_chain': `The escalation chain cannot be used. ${FIELDS}`,
  'directory.invalid_search':
    'The search is too long, or asks for too much at once. The message says how much it may be.',
  'directory.invalid_setting': `The setting cannot be used. ${FIELDS}`,
  'group.invalid': `The group cannot be saved. ${FIELDS}`,
  'http.error': 'What HTTP itself has to say, such as a path that does not exist. The status says which.',
  internal: 'Nobody foresaw this. Give the operator the `correlationId`, which finds the lines in the log.',
  'guests.not_for_guests': 'No guest can answer this task, or not in that way. The message says why.',
  'invitation.invalid': 'The address or the name of the person is not right. The message says which.',
  'notifications.account_refused':
    'The channel does not take this account. The message says why, in the words of the channel.',
  'chat.invalid_installation':
    'Slack or Teams does not take a token, or does not send: the message says what it answers.',
  'notifications.invalid_preference': `This cannot be set. ${FIELDS}`,
  'webhooks.invalid_endpoint': `The endpoint cannot be saved. ${FIELDS}`,
  'notifications.invalid_template': `The template cannot be used, or cannot be written for some message. ${FIELDS}`,
  'notifications.test_not_sent': 'A test message could not be sent. The message says why.',
  'person.exists': 'The person is in the workspace already: change their role or groups, or reactivate them.',
  'person.invalid': `What was said about the person cannot be saved. ${FIELDS}`,
  'privacy.invalid_hold': `The legal hold cannot be placed. ${FIELDS}`,
  'privacy.invalid_retention': `The rule cannot be used. ${FIELDS}`,
  'request.inexact_number': `The request holds a number that cannot be kept exactly. Send it as text. ${FIELDS}`,
  'request.invalid': `The input does not have the right parts or types. ${FIELDS}`,
  'request.unreadable': 'The body cannot be read: its encoding, its form or its end is not as it should be.',
  'scim.invalid_connection': `The directory connection cannot be saved. ${FIELDS}`,
  'scim.uniqueness': 'Somebody or something else has this name or address already. The message says which.',
  'sso.invalid_connection': `The connection cannot be saved. ${FIELDS}`,
  'sso.no_key_rollover':
    'The keys are not in a state for this step. Add another key first, or finish with the one that was added.',
  'sso.denied': 'Your directory did not sign you in. The message says what it answered.',
  'sso.invalid_logout': 'The logout token was not accepted. The message says why.',
  'task.already_claimed': 'Somebody else holds this task; `details` says who.',
  'task.attachment_too_large':
    'The file is larger than a file may be; the upload over HTTP is answered with 413. Attach a smaller one.',
  'task.attachment_storage': 'The storage of attachments does not answer as it should. Try again later.',
  'task.invalid_command': `What was sent with the command is not right. ${FIELDS}`,
  'task.invalid_comment':
    'The comment is empty, too long, or mentions too many people. The message says which.',
  'task.invalid_draft':
    'The draft is too large, too deep, or no object with the values of the form. The message says which.',
  'task.invalid_filter': 'The list cannot be filtered or ordered like this. The message says what to change.',
  'task.invalid_spec': `The task cannot be created. ${FIELDS}`,
  'tenant.invalid': 'The slug or the name of the workspace is not right. The message says which.',
  'tenant.invalid_setting': `The setting cannot be used. ${FIELDS}`,
  'tool_approval.invalid_request': `Nobody can be asked about these calls. ${FIELDS}`,
  'workflow.invalid_input': `The workflow was not started: its input does not fit its schema. ${FIELDS}`,
  'workflow.invalid_signal': `The signal was not sent. ${FIELDS}`,
};
