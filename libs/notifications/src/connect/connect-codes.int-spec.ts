import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@orkestra/core';
import { Office } from '../../../../test/harness/office';
import { ConnectCodes, NotificationAddresses, NotificationsModule } from '..';

/** Sends nothing: what it does goes by the account that it is to send to. */
const CONNECTOR = `
exports.connector = () => ({
  name: 'pigeon', enabled: true, addressed: true, defaultDelaySeconds: 0,
  send: async () => ({ outcome: 'sent' }),
  async sendCode(account, code) {
    if (account === 'storm') throw new Error('The loft of 10.0.0.7 is shut');
    if (account === 'text') throw 'shut';
    if (account === 'nothing') return undefined;
    if (account === 'half') return { key: account };
    if (account === 'cat') return { refused: 'Pigeons do not go there.' };
    globalThis.codeOfPigeon = code;
    return { key: account, label: account, details: {} };
  },
});`;

let folder: string;
let office: Office;
let codes: ConnectCodes;
let logged: jest.SpyInstance;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orkestra-codes-'));
  const file = join(folder, 'pigeon.cjs');
  writeFileSync(file, CONNECTOR);
  office = await Office.open(8, [NotificationsModule], { NOTIFICATION_CHANNELS: file });
  codes = office.app.get(ConnectCodes);
  logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  logged.mockRestore();
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each(['storm', 'text', 'nothing', 'half'])(
  'tells the person that no code was sent, and the log why: %s',
  async (account) => {
    const { sam } = office.people;
    const error = await codes.start(sam, 'pigeon', account).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      kind: 'unavailable',
      code: 'notifications.code_not_sent',
      message: expect.stringMatching(/^The code could not be sent\. Try again/) as string,
      details: { channel: 'pigeon' },
    });
    expect((error as Error).message).not.toContain('10.0.0.7');
    expect(logged).toHaveBeenCalledTimes(1);
    expect(logged.mock.calls).toMatchObject([
      [{ channel: 'pigeon', err: expect.anything() as unknown }, expect.stringContaining('code') as string],
    ]);
    // Nothing waits that any code would fit.
    await expect(codes.finish(sam, 'pigeon', '000000')).rejects.toMatchObject({
      code: 'notifications.wrong_code',
    });
  },
);

it('hands on what the connector refuses, and connects by the code that it has sent', async () => {
  const { sam } = office.people;
  await expect(codes.start(sam, 'pigeon', 'cat')).rejects.toMatchObject({
    kind: 'invalid',
    message: 'Pigeons do not go there.',
  });
  await codes.start(sam, 'pigeon', 'north');
  const { codeOfPigeon } = globalThis as unknown as { codeOfPigeon: string };
  await codes.finish(sam, 'pigeon', codeOfPigeon);
  expect(await office.app.get(NotificationAddresses).list(sam)).toMatchObject([
    { channel: 'pigeon', label: 'north' },
  ]);
  expect(logged).not.toHaveBeenCalled();
});
