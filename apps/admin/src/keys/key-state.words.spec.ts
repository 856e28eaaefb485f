import { groupScopes, keyTitle, readNetworks } from './key-state.words';

it('reads networks however they are separated', () => {
  expect(readNetworks(' 10.0.0.0/8,\n2001:db8::/32 ; 192.0.2.1 ')).toEqual([
    '10.0.0.0/8',
    '2001:db8::/32',
    '192.0.2.1',
  ]);
  expect(readNetworks(' \n')).toEqual([]);
});

it('groups scopes by what they are about', () => {
  const scopes = ['tasks:read', 'workflows:read', 'tasks:write'].map((name) => ({ name }));
  const groups = [...groupScopes(scopes)].map(([area, all]) => [area, all.map(({ name }) => name)]);
  expect(groups).toEqual([
    ['tasks', ['tasks:read', 'tasks:write']],
    ['workflows', ['workflows:read']],
  ]);
});

it('calls a key by its name, else by its program', () => {
  const key = { name: '', prefix: 'ab12', principal: { name: 'bot' } };
  expect(keyTitle(key)).toBe('bot (ork_ab12…)');
  expect(keyTitle({ ...key, name: 'nightly' })).toBe('nightly (ork_ab12…)');
});
