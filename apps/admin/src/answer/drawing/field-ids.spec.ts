import { fieldId, pointerOf } from './field-ids';

it('gives each place an id of its own and a pointer', () => {
  const paths = [
    ['a_b'],
    ['a', 'b'],
    ['a', '_b'],
    ['a_', 'b'],
    ['a', '', 'b'],
    ['a..b'],
    ['a.5f.b'],
    ['ä'],
    ['a b'],
  ];
  const ids = paths.map(fieldId);
  expect(new Set(ids).size).toBe(paths.length);
  expect(ids.every((id) => /^root[\w.-]*$/.test(id))).toBe(true);
  expect(fieldId(['amount'])).toBe('root_amount');
  expect(pointerOf(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d');
});
