import { Metrics } from './metrics.provider';

it('shows counters and gauges in the text format of Prometheus', async () => {
  const metrics = new Metrics();
  metrics.counter('orkestra_things_total', 'Things.', ['kind']).inc({ kind: 'good' }, 2);
  const read = jest.fn(() => Promise.resolve({ orkestra_a: 1, orkestra_b: 2 }));
  metrics.gauges({ orkestra_a: 'A.', orkestra_b: 'B.' }, read);
  const text = await metrics.text();
  expect(text).toContain('orkestra_things_total{kind="good"} 2');
  expect(text).toContain('orkestra_a 1');
  expect(text).toContain('orkestra_b 2');
  expect(read).toHaveBeenCalledTimes(1);
  await metrics.text();
  expect(read).toHaveBeenCalledTimes(2);
});

it('says that a number is not known when it cannot be read, and shows the others', async () => {
  const metrics = new Metrics();
  metrics.counter('orkestra_things_total', 'Things.', []).inc();
  metrics.gauges({ orkestra_a: 'A.' }, () => Promise.reject(new Error('down')));
  const text = await metrics.text();
  expect(text).toContain('orkestra_a Nan');
  expect(text).toContain('orkestra_things_total 1');
});
