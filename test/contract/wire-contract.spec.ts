import { recordedHistories } from '../../libs/sdk/test/histories';
import { contractSchema } from '../../scripts/contract/contract-schema';
import { misfit, saidIn, wireContract } from './wire-check';

const { activities, signals } = wireContract['x-orkestra'];

describe('The wire contract', () => {
  it('is what the types of the SDK say; `npm run contract` writes it anew', () => {
    expect(wireContract).toEqual(JSON.parse(JSON.stringify(contractSchema())));
  });

  it.each(recordedHistories())('fits what was said in a recorded run: $name', ({ history }) => {
    expect(saidIn(history).flatMap((one) => misfit(one) ?? [])).toEqual([]);
  });

  it('was met by the recorded runs in all but what the tests of the whole product meet', () => {
    const met = new Set(
      recordedHistories().flatMap(({ history }) => saidIn(history).map(({ what }) => what)),
    );
    const all = [
      ...Object.keys(activities).map((name) => `${name}.output`),
      ...Object.keys(signals),
      'memo',
      'header',
    ];
    const missed = ['readTaskResult.output', 'adoptTask.output', 'reassignTask.output'];
    expect(all.filter((what) => !met.has(what))).toEqual(missed);
  });

  it('refuses what it does not name', () => {
    const schema = { $ref: '#/$defs/TaskActivityInput' };
    expect(misfit({ what: 'one', schema, value: { taskId: '1' } })).toBeUndefined();
    expect(misfit({ what: 'two', schema, value: { taskId: '1', more: 1 } })).toMatch(/^two/);
    expect(misfit({ what: 'three', schema, value: {} })).toMatch(/taskId/);
  });
});
