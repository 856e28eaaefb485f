import { AddressRules } from './address-rules';

const rules = new AddressRules(['10.1.0.0/16', 'fd00::7', '192.168.0.9']);

test.each([
  ['93.184.216.34', true],
  ['2606:4700::1111', true],
  ['10.1.2.3', true],
  ['::ffff:10.1.2.3', true],
  ['fd00::7', true],
  ['192.168.0.9', true],
  ['10.2.0.1', false],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['192.168.0.10', false],
  ['fd00::8', false],
  ['fe80::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['224.0.0.1', false],
  ['nonsense', false],
])('%s: %s', (address, admitted) => {
  expect(rules.admits(address)).toBe(admitted);
});
