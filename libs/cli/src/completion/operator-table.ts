import type { CommandSpec, OptionSpecs } from '../command-line/command-row';

const JSON_ONLY: OptionSpecs = { json: { help: 'for programs' } };
const YES: OptionSpecs = { yes: { help: 'do not ask' } };
const TENANT: OptionSpecs = { tenant: { value: 'SLUG', help: 'the workspace' } };
const OUT: OptionSpecs = { out: { value: 'FILE', help: 'a new file for it', path: 'file' } };
const LIST: OptionSpecs = {
  limit: { value: 'N', help: 'at most so many' },
  after: { value: 'LAST', help: 'go on behind this one' },
};

const command = (name: string, summary: string, options: OptionSpecs = {}): CommandSpec => ({
  name,
  summary,
  options: { ...options, ...JSON_ONLY },
});

/** What whoever runs an installation types, which apps/operator carries out; `test/cli/command-table.spec.ts` compares. */
export const OPERATOR_TABLE: readonly CommandSpec[] = [
  command('db migrate', 'Brings the tables up to date.'),
  command('db status', 'Looks whether tables and roles are as they should be.'),
  command('db seed', 'Makes the tenants of the demo.'),
  command('db reset', 'Drops all tables and makes them anew, empty.', {
    'yes-delete': { value: 'DATABASE', help: 'the name of the database; do not ask' },
  }),
  command('tenant create', 'Makes a workspace.', { name: { value: 'NAME' } }),
  command('tenant list', 'Lists the workspaces.', LIST),
  command('tenant show', 'Tells of a workspace.'),
  command('tenant invite-admin', 'Makes somebody an owner or admin.', {
    email: { value: 'EMAIL' },
    'display-name': { value: 'NAME' },
    role: { value: 'ROLE', choices: ['owner', 'admin'] },
    'expires-in': { value: '7d' },
    ...OUT,
  }),
  command('tenant limits', 'Sets how much a workspace may have.', {
    'open-tasks': { value: 'N' },
    people: { value: 'N' },
    requests: { value: 'N' },
    payload: { value: 'BYTES' },
  }),
  command('tenant verify-domain', 'Vouches that a domain is of a workspace.'),
  command('tenant suspend', 'Refuses everything in a workspace.', { reason: { value: 'TEXT' }, ...YES }),
  command('tenant resume', 'Lets everybody in again.'),
  command('tenant export', 'Writes all that a workspace holds.', OUT),
  command('tenant delete', 'Deletes a workspace after some days.', {
    in: { value: '30d' },
    confirm: { value: 'SLUG' },
    ...YES,
  }),
  command('tenant keep', 'Takes a deletion back.'),
  command('tenant rotate-key', 'Makes a new data key.'),
  command('keys create', 'Makes an API key.', {
    ...TENANT,
    principal: { value: 'NAME' },
    scope: { value: 'SCOPE', multiple: true },
    name: { value: 'NAME' },
    'expires-in': { value: '90d' },
    network: { value: 'CIDR', multiple: true },
    rate: { value: 'REQUESTS' },
    'on-behalf-of': { value: 'EMAIL' },
    ...OUT,
  }),
  command('keys list', 'Lists the keys of a workspace.', TENANT),
  command('keys rotate', 'Makes another key with the same rights.', {
    ...TENANT,
    overlap: { value: '24h' },
    ...OUT,
  }),
  command('keys revoke', 'Ends a key.', { ...TENANT, ...YES }),
  command('dead-letters list', 'Lists what could not be delivered.', { ...TENANT, ...LIST }),
  command('dead-letters show', 'Says of one why.'),
  command('dead-letters replay', 'Has them tried again.', { ...TENANT, all: {}, ...YES }),
  command('audit export', 'Writes the audit log.', {
    ...TENANT,
    ...OUT,
    since: { value: 'TIME' },
    until: { value: 'TIME' },
  }),
  {
    ...command('audit verify', 'Checks such a file.', {
      key: { value: 'FILE', path: 'file' },
      checkpoint: { value: 'DIGEST' },
    }),
    path: 'file',
  },
  {
    ...command('audit verify-receipt', 'Checks the receipt of a decision.', {
      key: { value: 'FILE', path: 'file' },
    }),
    path: 'file',
  },
  command('audit keys', 'Shows the public keys.'),
];
