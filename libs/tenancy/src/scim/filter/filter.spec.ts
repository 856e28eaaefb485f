import fc from 'fast-check';
import { ScimRequestError } from '../scim.errors';
import { type FilterTable, filterCondition, StatementValues } from './filter-condition.queries';
import { matchesFilter } from './matches-filter';
import { parseFilter, parsePath } from './parse-filter';

const TABLE: FilterTable = {
  columns: { name: { sql: 'u.name', type: 'ci' }, on: { sql: 'u.on', type: 'boolean' } },
  lists: { tags: { from: 'FROM tags t WHERE true', columns: { value: { sql: 't.value', type: 'exact' } } } },
};

const sqlOf = (filter: string) => {
  const values = new StatementValues([]);
  return { sql: filterCondition(parseFilter(filter), TABLE, values), values: values.all };
};

describe('A filter', () => {
  it('binds "and" closer than "or", and "not" closest', () => {
    expect(parseFilter('a pr or b pr and not (c pr)')).toEqual({
      kind: 'or',
      terms: [
        { kind: 'present', attribute: 'a' },
        {
          kind: 'and',
          terms: [
            { kind: 'present', attribute: 'b' },
            { kind: 'not', term: { kind: 'present', attribute: 'c' } },
          ],
        },
      ],
    });
  });

  it.each([
    ['userName Eq "a\\"b"', { attribute: 'username', operator: 'eq', value: 'a"b' }],
    ['active EQ True', { attribute: 'active', operator: 'eq', value: true }],
    ['n gt -1.5e3', { attribute: 'n', operator: 'gt', value: -1500 }],
    ['n eq null', { attribute: 'n', operator: 'eq', value: null }],
    [
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "x"',
      { attribute: 'enterprise.manager.value', operator: 'eq', value: 'x' },
    ],
  ])('reads %s', (text, comparison) => {
    expect(parseFilter(text)).toEqual({ kind: 'compare', ...comparison });
  });

  it.each([
    ['', 'the name of an attribute'],
    ['a', 'one of eq, ne'],
    ['a eq', 'a value'],
    ['a eq b', '"b" at character 6'],
    ['a eq "b', 'does not end at character 6'],
    ['a eq "\\x"', 'not JSON'],
    ['(a pr', '")"'],
    ['a pr b pr', '"and", "or" or the end'],
    ['a[b pr', '"]"'],
  ])('says what is wrong with "%s"', (text, words) => {
    expect(() => parseFilter(text)).toThrow(words);
    expect(() => parseFilter(text)).toThrow(ScimRequestError);
  });

  it('becomes SQL whose every value is a parameter', () => {
    expect(sqlOf(`name co "x' OR 1=1"`)).toEqual({
      sql: 'strpos(u.name, $1::text) > 0',
      values: ["x' or 1=1"],
    });
    expect(sqlOf('tags ne "A"')).toEqual({
      sql: 'NOT EXISTS (SELECT FROM tags t WHERE true AND t.value = $1::text)',
      values: ['A'],
    });
  });

  it('is refused or read, and never more, whatever is sent', () => {
    const word = fc.constantFrom(
      ...['name', 'on', 'tags', 'eq', 'pr', 'and', 'or', 'not', '(', ')', '[', ']', '"x"', 'true'],
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 20 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (filter) => {
        try {
          const { sql, values } = sqlOf(filter);
          expect(sql.replace(/\$\d+::text/g, '')).toMatch(/^[\w .=<>'(),]*$/);
          expect(values.every((value) => typeof value === 'string')).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ScimRequestError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a path names an attribute, what selects among its values, and a part of them', () => {
  expect(parsePath('emails[type eq "work" and primary eq true].value')).toMatchObject({
    attribute: 'emails',
    filter: { kind: 'and' },
    sub: 'value',
  });
  expect(parsePath('name.givenName')).toEqual({ attribute: 'name.givenname' });
  expect(() => parsePath('emails[type eq "work"')).toThrow(ScimRequestError);
  expect(() => parsePath('a b')).toThrow('the end of the path');
});

test.each([
  ['type eq "WORK"', true],
  ['type ne "home"', true],
  ['value sw "A@" and primary eq "True"', true],
  ['not (value pr)', false],
  ['display pr or value ew ".test"', true],
  ['display eq null', true],
])('a value is compared without case: %s is %s', (filter, expected) => {
  const value = { type: 'work', value: 'a@b.test', primary: true };
  expect(matchesFilter(parseFilter(filter), value)).toBe(expected);
});
