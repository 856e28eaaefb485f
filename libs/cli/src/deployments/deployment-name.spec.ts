import { deploymentNameOf } from './deployment-name';

const nameOf = (name: string, given?: string) => deploymentNameOf({ name }, { ORKESTRA_DEPLOYMENT: given });

it('is the name of the package, without what Temporal joins names with', () => {
  expect(nameOf('my-bot')).toBe('my-bot');
  expect(nameOf('@acme/support.bot')).toBe('@acme/support-bot');
  expect(nameOf('my-bot', '')).toBe('my-bot');
});

it('is what the setting says, if Temporal takes it', () => {
  expect(nameOf('my-bot', 'bots-eu')).toBe('bots-eu');
  for (const given of ['a.b', 'a:b', 'a b', '__a', 'x'.repeat(201)])
    expect(() => nameOf('my-bot', given)).toThrow('ORKESTRA_DEPLOYMENT');
});
