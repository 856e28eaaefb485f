import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import { dataConverterFrom, EncryptionCodec } from '.';

const newKey = () => randomBytes(32).toString('base64');
const plain = defaultPayloadConverter.toPayload({ iban: 'DE89' });

it('gives back what it encrypted, never twice alike', async () => {
  const codec = new EncryptionCodec([newKey()]);
  const [one, two] = await codec.encode([plain, plain]);
  expect(Buffer.from(one!.data!).includes('DE89')).toBe(false);
  expect(Buffer.from(one!.data!).equals(Buffer.from(two!.data!))).toBe(false);
  const [back] = await codec.decode([one!]);
  expect(defaultPayloadConverter.fromPayload(back!)).toEqual({ iban: 'DE89' });
});

it('reads what was written before it was on, and with an earlier key', async () => {
  const [old, young] = [newKey(), newKey()];
  const [sealed] = await new EncryptionCodec([old]).encode([plain]);
  const both = new EncryptionCodec([young, old]);
  expect(await both.decode([plain])).toEqual([plain]);
  expect(defaultPayloadConverter.fromPayload((await both.decode([sealed!]))[0]!)).toEqual({ iban: 'DE89' });
  await expect(new EncryptionCodec([young]).decode([sealed!])).rejects.toThrow('TEMPORAL_CODEC_KEY');
});

it('opens nothing that was changed', async () => {
  const codec = new EncryptionCodec([newKey()]);
  const [sealed] = await codec.encode([plain]);
  sealed!.data![20]! ^= 1;
  await expect(codec.decode([sealed!])).rejects.toThrow('was changed');
});

it('is on when the environment says so, and then needs a key', () => {
  expect(dataConverterFrom({ TEMPORAL_CODEC_KEY: newKey() })).toBeUndefined();
  expect(
    dataConverterFrom({ TEMPORAL_CODEC: 'on', TEMPORAL_CODEC_KEY: newKey() })?.payloadCodecs,
  ).toHaveLength(1);
  for (const TEMPORAL_CODEC_KEY of [undefined, 'c2hvcnQ='])
    expect(() => dataConverterFrom({ TEMPORAL_CODEC: 'on', TEMPORAL_CODEC_KEY })).toThrow('keys of 32 bytes');
});
