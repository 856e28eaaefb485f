import { uuidsStartingWith } from './ids.provider';

describe('uuidsStartingWith', () => {
  it.each([
    ['', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['0198', '01980000-0000-0000-0000-000000000000', '0198ffff-ffff-ffff-ffff-ffffffffffff'],
    ['0198C0DE-', '0198c0de-0000-0000-0000-000000000000', '0198c0de-ffff-ffff-ffff-ffffffffffff'],
  ])('"%s" is a range of ids', (prefix, low, high) => {
    expect(uuidsStartingWith(prefix)).toEqual([low, high]);
  });

  it.each(['x', '0198-', '0198c0de0', '%', '01980000-0000-0000-0000-0000000000000'])(
    '"%s" begins no id',
    (prefix) => {
      expect(uuidsStartingWith(prefix)).toBeNull();
    },
  );
});
