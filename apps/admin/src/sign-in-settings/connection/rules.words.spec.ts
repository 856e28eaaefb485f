import { groupRuleLines, readGroupRules, readRoleRules, roleRuleLines } from './rules.words';

it('reads what it writes', () => {
  const groups = [
    { from: 'cn=eng,dc=acme', group: 'support-l1', role: 'MEMBER' },
    { from: 'Leads', group: 'support-l1', role: 'SUPERVISOR' },
  ] as const;
  expect(groupRuleLines(groups)).toBe('cn=eng,dc=acme = support-l1\nLeads = support-l1 (supervisor)');
  expect(readGroupRules(groupRuleLines(groups))).toEqual(groups);
  const roles = [{ from: 'admins', role: 'ADMIN' }] as const;
  expect(readRoleRules(roleRuleLines(roles))).toEqual(roles);
});

it('leaves empty lines out, and what is no rule to the server', () => {
  expect(readGroupRules('\n  \n')).toEqual([]);
  expect(readGroupRules('no rule')).toEqual([{ from: 'no rule', group: '', role: 'MEMBER' }]);
});
