import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../apps/operator/src/run-operator';
import { COMMAND_TABLE } from '../../libs/cli/src/completion/command-table';
import { OPERATOR_TABLE } from '../../libs/cli/src/completion/operator-table';
import { USAGE } from '../../libs/cli/src/usage';

const docs = join(__dirname, '../../docs/reference');
const [page, operatorPage] = ['cli.md', 'operator.md'].map((name) => readFileSync(join(docs, name), 'utf8'));
const everything = `${page}\n${operatorPage}`;

/** As the operator's program and the table both can say it: whether it takes a value. */
type Options = Record<string, 'value' | 'none'>;

test('the table has the commands of the operator with the same options', () => {
  const real = COMMANDS.map(({ name, options = {} }) => {
    const own = Object.entries(options).map(([option, { type }]) => [
      option,
      type === 'string' ? 'value' : 'none',
    ]);
    return [name, { ...(Object.fromEntries(own) as Options), json: 'none' }];
  });
  const told = OPERATOR_TABLE.map(({ name, options = {} }) => {
    const own = Object.entries(options).map(([option, { value }]) => [
      option,
      value === undefined ? 'none' : 'value',
    ]);
    return [name, Object.fromEntries(own) as Options];
  });
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(real));
});

/** A line of the help such as `  orkestra init [dir] [--yes]`, without what it means. */
const usageLines = [...USAGE.matchAll(/^ {2}orkestra (\S+)(.*?)(?: {2,}.*)?$/gm)].map(
  ([, word = '', rest = '']) => ({
    word,
    options: [...rest.matchAll(/--([a-z-]+)/g)].map(([, option]) => option),
  }),
);

test('the help names the first word of each command, and no other', () => {
  const firsts = new Set(COMMAND_TABLE.map(({ name }) => name.split(' ')[0]));
  const named = new Set(['mcp', ...usageLines.map(({ word }) => word)]);
  expect([...named].sort()).toEqual([...firsts].sort());
});

test('options that the help names are in the table', () => {
  for (const { word, options } of usageLines) {
    const known = COMMAND_TABLE.filter(({ name }) => name.split(' ')[0] === word).flatMap((one) =>
      Object.keys(one.options ?? {}),
    );
    expect(known).toEqual(expect.arrayContaining(options));
  }
});

test.each(COMMAND_TABLE.map(({ name }) => name))('the reference tells of %s', (name) => {
  const escaped = name.replace(/-/g, '\\-');
  expect(everything).toMatch(new RegExp(`^\\| \`(orkestra )?${escaped}[ \`]`, 'm'));
});

const TOLD_IN_ROW = COMMAND_TABLE.filter(({ name }) => !['mcp', 'worker', 'start'].includes(name));

test.each(TOLD_IN_ROW.map((spec) => [spec.name, spec] as const))(
  'the reference tells every option of %s',
  (name, { options = {} }) => {
    const common = [
      'json',
      'help',
      'as',
      'timeout',
      'yes',
      'dir',
      ...['limit', 'after', 'all'],
      ...['input', 'set', 'set-text'],
    ];
    const escaped = name.replace(/-/g, '\\-');
    const [row = ''] = everything.match(new RegExp(`^\\| \`(orkestra )?${escaped}[ \`].*$`, 'm')) ?? [];
    const missing = Object.keys(options).filter(
      (option) => !common.includes(option) && !row.includes(`--${option}`),
    );
    expect(missing).toEqual([]);
    for (const option of common.filter((one) => one in options)) expect(everything).toContain(`--${option}`);
  },
);
