import { type LiveMessage, payloadsOf } from './live-message';

const message = (revision: number, workflowId?: string): LiveMessage => ({
  tenantId: 't',
  topic: 'task',
  id: 'a',
  revision,
  kind: 'claimed',
  ...(workflowId && { workflowId }),
});

describe('payloadsOf', () => {
  it('packs the messages in order, and none beyond what Postgres takes', () => {
    const messages = Array.from({ length: 500 }, (_, n) => message(n, n % 3 ? 'ü'.repeat(n) : undefined));
    const payloads = payloadsOf(messages);
    expect(payloads.flatMap((payload) => JSON.parse(payload) as LiveMessage[])).toEqual(messages);
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000);
  });

  it('makes one payload of few messages and none of none', () => {
    expect(payloadsOf([message(1), message(2)])).toHaveLength(1);
    expect(payloadsOf([])).toEqual([]);
  });
});
