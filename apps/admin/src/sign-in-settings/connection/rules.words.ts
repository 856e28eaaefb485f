import type { GroupRole, TenantRole } from '../../generated/graphql';

interface GroupRule {
  from: string;
  group: string;
  role: GroupRole;
}

interface RoleRule {
  from: string;
  role: TenantRole;
}

const SUPERVISOR = /\s*\(supervisor\)$/i;

/** One rule a line: `engineering = support-l1`, or `leads = support-l1 (supervisor)`. */
export function groupRuleLines(rules: readonly GroupRule[]): string {
  return rules
    .map(({ from, group, role }) => `${from} = ${group}${role === 'SUPERVISOR' ? ' (supervisor)' : ''}`)
    .join('\n');
}

export function readGroupRules(text: string): GroupRule[] {
  return pairs(text).map(([from, to]) => ({
    from,
    group: to.replace(SUPERVISOR, ''),
    role: SUPERVISOR.test(to) ? 'SUPERVISOR' : 'MEMBER',
  }));
}

/** One rule a line: `orkestra-admins = admin`. */
export function roleRuleLines(rules: readonly RoleRule[]): string {
  return rules.map(({ from, role }) => `${from} = ${role.toLowerCase()}`).join('\n');
}

/** What is no role is for the server to refuse. */
export function readRoleRules(text: string): RoleRule[] {
  return pairs(text).map(([from, to]) => ({ from, role: to.toUpperCase() as TenantRole }));
}

/** The last `=` counts: what the directory calls a group may have one. */
function pairs(text: string): [string, string][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.lastIndexOf('=');
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    });
}
