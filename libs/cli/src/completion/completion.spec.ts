import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bashScript } from './bash-script';
import { COMMAND_TABLE } from './command-table';
import { fishScript } from './fish-script';
import { zshScript } from './zsh-script';

const folder = mkdtempSync(join(tmpdir(), 'orkestra-completion-'));
afterAll(() => rmSync(folder, { recursive: true }));

function script(shell: string, text: string): string {
  const file = join(folder, `orkestra.${shell}`);
  writeFileSync(file, text);
  return file;
}

const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;

describe('bash', () => {
  const file = script('bash', bashScript(COMMAND_TABLE));

  /** What bash offers for the words, of which the last is what the cursor stands behind. */
  function offered(...words: string[]): string[] {
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const program = `source '${file}'; COMP_WORDS=(orkestra ${quoted}); COMP_CWORD=${words.length}; _orkestra
      for one in "\${COMPREPLY[@]}"; do printf '%s\\n' "$one"; done`;
    const out = execFileSync('bash', ['--norc', '-c', program], { cwd: folder, encoding: 'utf8' });
    return out.split('\n').slice(0, -1);
  }

  test('bash can read it', () => {
    expect(spawnSync('bash', ['-n', file]).stderr.toString()).toBe('');
  });

  test('the first word', () => {
    expect(offered('ta')).toEqual(['tasks']);
    expect(offered('')).toEqual(expect.arrayContaining(['tasks', 'workflows', 'doctor', 'db', '--help']));
  });

  test('the second word of groups, and none of others', () => {
    expect(offered('tasks', 'c')).toEqual(['claim', 'complete']);
    expect(offered('db', 're')).toEqual(['reset']);
    expect(offered('doctor', '--j')).toEqual(['--json']);
  });

  test('options of the very command', () => {
    expect(offered('tasks', 'list', '--a')).toEqual(['--assignee', '--after', '--all', '--as']);
    expect(offered('tasks', 'claim', 'id', '--cl')).toEqual([]);
    expect(offered('tasks', 'complete', 'id', '--cl')).toEqual(['--claim']);
  });

  test('values of options, also behind an equals sign', () => {
    expect(offered('tasks', 'list', '--status', 're')).toEqual(['ready', 'reserved']);
    expect(offered('tasks', 'list', '--status', '=', 're')).toEqual(['ready', 'reserved']);
    expect(offered('tasks', 'list', '--status', '=')).toContain('expired');
    expect(offered('tasks', 'list', '--limit', '')).toEqual([]);
    expect(offered('completion', 'z')).toEqual(['zsh']);
  });

  test('files and folders, with spaces in their names', () => {
    writeFileSync(join(folder, 'my answer.json'), '{}');
    expect(offered('tasks', 'complete', 'id', '--input', 'my')).toEqual(['my answer.json']);
    expect(offered('doctor', 'my')).toEqual([]);
  });

  // A terminal of its own, in which bash reads keys: the tab key completes the line.
  const atTerminal = isThere('script') ? test : test.skip;
  atTerminal('the tab key completes a line', () => {
    const keys = `source '${file}'; orkestra() { printf 'RAN <%s>\\n' "$*"; }\norkestra tasks rel\tmine\nexit\n`;
    const { stdout } = spawnSync('script', ['-qec', 'bash --norc -i', '/dev/null'], {
      input: keys,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], TERM: 'dumb', HISTFILE: '' },
      timeout: 20_000,
    });
    expect(stdout).toContain('RAN <tasks release mine>');
  });
});

const inZsh = isThere('zsh') ? test : test.skip;
const inFish = isThere('fish') ? test : test.skip;

inZsh('zsh can read its script, and defines the function', () => {
  const file = script('zsh', zshScript(COMMAND_TABLE));
  expect(spawnSync('zsh', ['-n', file]).stderr.toString()).toBe('');
  const program = `autoload -Uz compinit && compinit -u -D; source '${file}'; print $_comps[orkestra]`;
  expect(execFileSync('zsh', ['-f', '-c', program], { encoding: 'utf8' }).trim()).toBe('_orkestra');
});

inFish('fish offers commands, options and values', () => {
  const file = script('fish', fishScript(COMMAND_TABLE));
  const offered = (line: string) =>
    execFileSync('fish', ['--no-config', '-c', `source '${file}'; complete -C '${line}'`], {
      encoding: 'utf8',
      cwd: folder,
    })
      .split('\n')
      .map((one) => one.split('\t')[0])
      .filter((one) => one !== '');
  expect(offered('orkestra ta')).toEqual(['tasks']);
  expect(offered('orkestra tasks c').sort()).toEqual(['claim', 'complete']);
  expect(offered('orkestra tasks complete id --cl')).toEqual(['--claim']);
  expect(offered('orkestra tasks list --status re').sort()).toEqual(['ready', 'reserved']);
});

test('every command and option stands in each script', () => {
  for (const text of [bashScript(COMMAND_TABLE), zshScript(COMMAND_TABLE), fishScript(COMMAND_TABLE)])
    for (const { name, options = {} } of COMMAND_TABLE)
      for (const word of [...name.split(' '), ...Object.keys(options)]) expect(text).toContain(word);
});
