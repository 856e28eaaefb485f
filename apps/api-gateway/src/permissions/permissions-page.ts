import { ALL_PERMISSIONS, isScope, PERMISSIONS, TENANT_ROLES } from '@orkestra/tenancy';
import { type AccessRule, isRelation, permissionsIn, rolesIn } from './access-rule';
import { FIELD_RULES } from './field-rules';
import { OPERATION_RULES } from './operation-rules';
import { ROUTE_RULES } from './route-rules';

/** docs/reference/permissions.md: the tables that the server goes by, in words. */
export function permissionsPage(): string {
  return [
    '# Permissions',
    '',
    '<!-- Written by `npm run permissions` from the tables in the code; change those, not this file. -->',
    '',
    'What people may do follows from their role, what programs may do from the scopes of their key. An owner is an admin',
    'who, besides, names owners and ends the workspace. A viewer reads what concerns them; an auditor reads everything.',
    'Neither changes anything, even as a supervisor of a group. [People and roles](../concepts/roles.md) says more.',
    '',
    'A permission is the first half: with a single task or group one must have to do as well, as its candidate, assignee,',
    'creator or supervisor. Each task says so itself in `allowedActions`, each group in `mayChange`. What one may not see is',
    'answered with "not found", as is everything of another tenant. The query `permissions` gives the first table to programs.',
    '',
    ...table(
      ['permission', 'what it allows', ...TENANT_ROLES, 'key'],
      ALL_PERMISSIONS.map((name) => {
        const { meaning, roles } = PERMISSIONS[name];
        return [
          `\`${name}\``,
          meaning,
          ...TENANT_ROLES.map((role) => yes(roles.includes(role))),
          yes(isScope(name)),
        ];
      }),
    ),
    '## GraphQL',
    '',
    ...table(['operation', 'who may'], rows(OPERATION_RULES)),
    'Fields that lead to something which has a permission of its own are null, or an error, without it:',
    '',
    ...table(['field', 'who may'], rows(FIELD_RULES)),
    '## Other routes',
    '',
    ...table(['route', 'who may'], rows(ROUTE_RULES)),
    'The scope that each tool of agents needs stands with [the tools](mcp-tools.md).',
    '',
  ].join('\n');
}

/** Who may, as a part of a sentence. */
function wordsOf(rule: AccessRule): string {
  if (rule === 'public') return 'everybody';
  if (rule === 'signed-in') return 'whoever is signed in, and every key';
  if (rule === 'person') return 'every person for themselves, and no key';
  if (rule === 'directory') return 'directories, by the token of their connection';
  if (isRelation(rule)) return `${rolesIn(rule).join(', ')}; ${rule.relation}`;
  return permissionsIn(rule)
    .map((name) => `\`${name}\``)
    .join(' or ');
}

function rows(rules: Readonly<Record<string, AccessRule>>): string[][] {
  return Object.entries(rules).map(([name, rule]) => [`\`${name}\``, wordsOf(rule)]);
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string[] {
  return [line(head), line(head.map(() => '---')), ...body.map(line), ''];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function yes(is: boolean): string {
  return is ? 'yes' : '';
}
