import { checkLogo, checkWorkspace } from './workspace.schema';

const refusal = (pointer: string): Error =>
  expect.objectContaining({
    code: 'tenant.invalid_setting',
    details: { fields: [expect.objectContaining({ pointer }) as object] },
  }) as Error;

it('takes what makes sense, and leaves alone what is left out', () => {
  expect(
    checkWorkspace({ name: ' A  B ', locale: 'EN-gb', timeZone: 'Europe/Berlin', accentColor: '#0F766E' }),
  ).toMatchObject({
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    accentColor: '#0f766e',
  });
  expect(checkWorkspace({ locale: null })).toEqual({ locale: null });
});

it.each([
  [{ name: '' }, '/name'],
  [{ name: 'x'.repeat(101) }, '/name'],
  [{ locale: 'not a tag' }, '/locale'],
  [{ timeZone: 'Mars/Olympus' }, '/timeZone'],
  [{ timeZone: '+01:00' }, '/timeZone'],
  [{ accentColor: 'red; background: url(x)' }, '/accentColor'],
])('refuses %j', (changes, pointer) => {
  expect(() => checkWorkspace(changes)).toThrow(refusal(pointer));
});

it('takes pictures alone', () => {
  const png = Buffer.from('89504e470d0a1a0a00', 'hex');
  expect(checkLogo(png).type).toBe('image/png');
  for (const bytes of [
    Buffer.from('<svg onload="x"/>'),
    Buffer.alloc(0),
    Buffer.concat([png, Buffer.alloc(70_000)]),
  ])
    expect(() => checkLogo(bytes)).toThrow(refusal('/logo'));
});
