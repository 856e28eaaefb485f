import type { Caller } from '../graphql/caller';
import { FEATURES } from './features';

test('no feature takes the name of a loader of another', () => {
  const names = FEATURES.flatMap(({ loaders: Factory }) =>
    Factory === undefined ? [] : Object.keys(new Factory().for({} as Caller)),
  );
  expect(names.length).toBeGreaterThan(10);
  expect(names).toEqual([...new Set(names)]);
});
