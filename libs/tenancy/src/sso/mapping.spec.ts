import type { ConnectionMapping } from './connection';
import { mapAttributes, placesOf, roleOf, valueAt } from './mapping';

const PATHS = { email: 'email', displayName: 'name', groups: 'groups' };

it('finds a claim by its name, and by a path', () => {
  const claims = {
    'https://acme.example/groups': ['a'],
    realm_access: { roles: ['b'] },
    'a.b': 1,
    a: { b: 2 },
  };
  expect(valueAt(claims, 'https://acme.example/groups')).toEqual(['a']);
  expect(valueAt(claims, 'realm_access.roles')).toEqual(['b']);
  expect(valueAt(claims, 'a.b')).toBe(1);
  for (const path of [
    'realm_access.none',
    'none.roles',
    '__proto__',
    'constructor.name',
    'realm_access.roles.length',
  ])
    expect(valueAt(claims, path)).toBeUndefined();
});

it('reads one text where several are, and several where one is', () => {
  const claims = { email: ['a@x.example', 'b@x.example'], name: 7, groups: 'one' };
  expect(mapAttributes(PATHS, claims)).toEqual({
    email: 'a@x.example',
    displayName: undefined,
    groups: ['one'],
  });
  expect(mapAttributes(PATHS, { groups: ['a', 1, { b: 1 }, 'c'] }).groups).toEqual(['a', 'c']);
});

it('tells no groups from groups that are kept elsewhere', () => {
  expect(mapAttributes(PATHS, {}).groups).toEqual([]);
  expect(mapAttributes(PATHS, { _claim_names: { groups: 'src1' } }).groups).toBeUndefined();
});

it('takes the first rule for a role, and the highest place in a group', () => {
  const mapping = {
    roleRules: [
      { from: 'a', role: 'admin' },
      { from: 'b', role: 'viewer' },
    ],
    defaultRole: 'operator',
  } as ConnectionMapping;
  expect([['b', 'a'], ['b'], []].map((groups) => roleOf(mapping, groups))).toEqual([
    'admin',
    'viewer',
    'operator',
  ]);
  expect(roleOf(mapping, undefined)).toBeUndefined();
  expect(roleOf({ ...mapping, roleRules: [] }, ['a'])).toBeUndefined();
  const rules = [
    { from: 'lead', group: 'g', role: 'supervisor' },
    { from: 'all', group: 'g', role: 'member' },
  ] as const;
  expect([...placesOf(rules, ['all', 'lead'])]).toEqual([['g', 'supervisor']]);
  expect([...placesOf(rules, ['all'])]).toEqual([['g', 'member']]);
  expect([...placesOf(rules, [])]).toEqual([]);
});
