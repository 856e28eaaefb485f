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

function atTerminal(shell: string, name: string, body: () => void): void {
  (isThere(shell) && isThere('script') ? test : test.skip)(name, body);
}

/** What a shell has run that reads keys at a terminal of its own: the tab key completes the lines. */
function ranBy(shell: string, begin: string, lines: readonly string[]): string[] {
  const { stdout } = spawnSync('script', ['-qec', shell, '/dev/null'], {
    input: [begin, ...lines, 'exit', ''].join('\n'),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, TERM: 'dumb', HISTFILE: '' },
    timeout: 20_000,
  });
  // What it echoes of the keys is no line that was run.
  return [...stdout.matchAll(/^RAN <(.*)>\r?$/gm)].map(([, line]) => line ?? '');
}

const LINES = [
  'orkestra doct\t',
  'orkestra tasks rel\tmine',
  'orkestra tasks complete id --cl\t',
  'orkestra tasks list --status exp\t',
  'orkestra tasks list --mine --status=can\t',
  'orkestra doctor --j\t',
  'orkestra completion z\t',
];
const COMPLETED = [
  'doctor',
  'tasks release mine',
  'tasks complete id --claim',
  'tasks list --status expired',
  'tasks list --mine --status=cancelled',
  'doctor --json',
  'completion zsh',
];

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

  atTerminal('bash', 'the tab key completes a line', () => {
    const begin = `source '${file}'; orkestra() { printf 'RAN <%s>\\n' "$*"; }`;
    expect(ranBy('bash --norc -i', begin, ['orkestra tasks rel\tmine'])).toEqual(['tasks release mine']);
  });
});

const inZsh = isThere('zsh') ? describe : describe.skip;
const inFish = isThere('fish') ? describe : describe.skip;

inZsh('zsh', () => {
  const file = script('zsh', zshScript(COMMAND_TABLE));
  const defined = `autoload -Uz compinit && compinit -u -D; source '${file}'`;

  test('zsh can read it, and defines the function', () => {
    expect(spawnSync('zsh', ['-n', file]).stderr.toString()).toBe('');
    const program = `${defined}; print $_comps[orkestra]`;
    expect(execFileSync('zsh', ['-f', '-c', program], { encoding: 'utf8' }).trim()).toBe('_orkestra');
  });

  atTerminal('zsh', 'the tab key completes commands, options and values', () => {
    const begin = `${defined}; orkestra() { printf 'RAN <%s>\\n' "$*"; }`;
    expect(ranBy('zsh -f -i', begin, LINES)).toEqual(COMPLETED);
  });
});

inFish('fish', () => {
  const file = script('fish', fishScript(COMMAND_TABLE));

  test('fish offers commands, options and values', () => {
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

  atTerminal('fish', 'the tab key completes commands, options and values', () => {
    const begin = `source '${file}'; function orkestra; echo "RAN <$argv>"; end`;
    expect(ranBy('fish --no-config -i', begin, LINES)).toEqual(COMPLETED);
  });
});

test('every command and option stands in each script', () => {
  for (const text of [bashScript(COMMAND_TABLE), zshScript(COMMAND_TABLE), fishScript(COMMAND_TABLE)])
    for (const { name, options = {} } of COMMAND_TABLE)
      for (const word of [...name.split(' '), ...Object.keys(options)]) expect(text).toContain(word);
});
