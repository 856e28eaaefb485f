import { isAllowedFrom, isNetwork } from './key-networks';

it.each(['10.1.2.3', '10.0.0.0/8', '0.0.0.0/0', '2001:db8::/32', '2001:db8::7', '::1', '10.1.2.3/16'])(
  '%s is an address or a network',
  (text) => expect(isNetwork(text)).toBe(true),
);

it.each([
  '',
  '10.1',
  '10.0.0.0/33',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  '10.0.0.0/-1',
  '::/129',
  'fe80::1%eth0',
  'a.test',
])('%s is neither', (text) => expect(isNetwork(text)).toBe(false));

it.each<[string | undefined, string[], boolean]>([
  ['203.0.113.9', [], true],
  [undefined, [], true],
  ['10.200.0.1', ['192.0.2.1', '10.0.0.0/8'], true],
  ['11.0.0.1', ['10.0.0.0/8'], false],
  ['192.0.2.1', ['192.0.2.1'], true],
  ['192.0.2.2', ['192.0.2.1'], false],
  ['10.1.99.1', ['10.1.2.3/16'], true],
  ['2001:db8:1::9', ['2001:db8::/32'], true],
  ['2001:DB8:0:0::9', ['2001:db8::9'], true],
  ['2001:db9::9', ['2001:db8::/32'], false],
  ['::1', ['0.0.0.0/0'], false],
  ['::ffff:10.1.2.3', ['10.0.0.0/8'], true],
  [undefined, ['0.0.0.0/0', '::/0'], false],
  ['unknown', ['0.0.0.0/0', '::/0'], false],
])('from %s with %j: %s', (address, networks, expected) => {
  expect(isAllowedFrom(networks, address)).toBe(expected);
});
