import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuthoringProject } from '../../test/authoring-project';
import { ScriptedDeveloper } from '../../test/scripted-developer';
import { Terminal } from './developer/terminal';
import { save } from './saving';
import { Proposal } from './workspace/proposal';

let project: AuthoringProject;
let proposal: Proposal;
beforeEach(() => {
  project = new AuthoringProject().write('src/old.ts', 'old');
  proposal = new Proposal(project.folder, 'src/');
  proposal.sawFile('src/old.ts', 'old');
  proposal.take([
    { path: 'src/old.ts', content: 'new' },
    { path: 'src/new.ts', content: 'new' },
  ]);
});
afterEach(() => project.remove());

const options = { yes: false, dryRun: false };
const decide = (developer: ScriptedDeveloper, more: Partial<typeof options> = {}) =>
  save(proposal, developer, { root: project.folder, ...options, ...more });
const old = () => readFileSync(join(project.folder, 'src/old.ts'), 'utf8');

it.each([
  [['y'], {}, 'written'],
  [[], { yes: true }, 'written'],
  [['n'], {}, 'declined'],
  [[''], {}, 'declined'],
  [[], {}, 'unanswered'],
  [[], { dryRun: true, yes: true }, 'shown'],
  [['Name it otherwise'], {}, 'changes'],
] as const)('the answer %j with %j is %s', async (answers, more, kind) => {
  const developer = new ScriptedDeveloper([...answers]);
  expect(await decide(developer, more)).toMatchObject({ kind });
  expect(developer.seen).toMatchObject([
    { type: 'difference', files: [{ path: 'src/old.ts' }, { path: 'src/new.ts' }] },
  ]);
  expect(old()).toBe(kind === 'written' ? 'new' : 'old');
  expect(existsSync(join(project.folder, 'src/new.ts'))).toBe(kind === 'written');
});

it('does not overwrite what changed before or while the developer was asked', async () => {
  const developer = new ScriptedDeveloper();
  developer.ask = () => {
    project.write('src/old.ts', 'mine');
    return Promise.resolve('y');
  };
  const asked = await decide(developer);
  expect(asked).toMatchObject({ kind: 'changes', text: expect.stringContaining('src/old.ts') });
  expect(await decide(developer, { yes: true })).toMatchObject({ kind: 'changes' });
  expect(old()).toBe('mine');
  expect(developer.texts('notice')).toHaveLength(2);
});

describe('a terminal', () => {
  const shown = (coloured: boolean) => {
    let text = '';
    const answers = { next: () => Promise.resolve('2'), close: () => undefined };
    return { terminal: new Terminal((piece) => (text += piece), answers, coloured), text: () => text };
  };
  const difference = {
    type: 'difference',
    files: [{ path: 'a', difference: '+one\u001b[2J\u202e\n' }],
  } as const;

  it('is never steered by what the model says', () => {
    const { terminal, text } = shown(false);
    terminal.tell({ type: 'piece', text: '\u001b]0;title\u0007Hi\u009b1m' });
    terminal.tell(difference);
    expect(text()).toBe(']0;titleHi1m\n+one[2J\n');
  });

  it('has colours where they are wanted, and takes a number for an option', async () => {
    const { terminal, text } = shown(true);
    terminal.tell(difference);
    expect(text()).toBe('\u001b[32m+one[2J\u001b[0m\n');
    expect(await terminal.ask({ kind: 'question', text: 'Who?', options: ['a', 'b'] })).toBe('b');
  });
});
