import { existsSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { AuthoringProject } from '../../../test/authoring-project';
import { readProject } from '../../project/project';
import { differenceOf } from './difference';
import { layoutOf, movableConfig } from './layout';
import { partOf, ProjectFiles } from './project-files';
import { Proposal } from './proposal';
import { LEFT_OUT, Secrets } from './secrets';
import { RefusedError, ToolError } from './workspace.errors';
import { writeAll, WriteError } from './write-all';

let project: AuthoringProject;
beforeEach(() => (project = new AuthoringProject()));
afterEach(() => project.remove());

const filesOf = () => new ProjectFiles(readProject(project.folder));

describe('what the model may read', () => {
  it('is the project without what is private, built or installed', () => {
    for (const path of ['.env', 'dist/workflows.js', 'src/.hidden/a.ts', 'src/tls.key', '.git/config'])
      project.write(path, 'x');
    expect(filesOf().list('')).toEqual([
      ...['README.md', 'gitignore', 'package.json', 'src/activities.ts', 'src/workflows.test.ts'],
      ...['src/workflows.ts', 'tsconfig.json'],
    ]);
    expect(filesOf().read('src/../src/activities.ts').text).toContain('tellCustomer');
  });

  it.each([
    ...['../secret.txt', '/etc/passwd', '~/x', 'C:\\x', 'src/../../x', '..\\..\\x', 'a\0b', ''],
    ...[
      '.env',
      '.env.local',
      'prod.env',
      'app.env.json',
      '.git/config',
      'src/server.key',
      'id_rsa',
      'tls.pem',
    ],
    ...['config/credentials.json', 'node_modules/zod/package.json', '.npmrc', 'node_modules/.bin/tsc'],
    ...['node_modules/@orkestra/sdk/dist/index.js', 'node_modules/@orkestra/sdk/../cli/README.md'],
    ...['node_modules/@orkestra/sdk/node_modules/a/b.d.ts'],
  ])('refuses %j', (path) => {
    expect(() => filesOf().read(path)).toThrow(RefusedError);
  });

  it('refuses links that lead out of the project, or to what is private', () => {
    project.outside('secret.txt', 'hidden');
    symlinkSync('../secret.txt', join(project.folder, 'notes.txt'));
    symlinkSync('..', join(project.folder, 'up'));
    project.write('.env', 'A=1');
    symlinkSync('.env', join(project.folder, 'settings.txt'));
    for (const path of ['notes.txt', 'up/secret.txt', 'settings.txt'])
      expect(() => filesOf().read(path)).toThrow(RefusedError);
    expect(filesOf().list('')).not.toContain('notes.txt');
  });

  it("shows the SDK's types", () => {
    expect(filesOf().list('node_modules/@orkestra/sdk')).toContain(
      'node_modules/@orkestra/sdk/dist/index.d.ts',
    );
    expect(filesOf().read('node_modules/@orkestra/sdk/dist/index.d.ts').text).toContain('approval');
  });

  it('reads a long file in parts, and no huge or binary one', () => {
    const lines = Array.from({ length: 9_000 }, (_, index) => `line ${index + 1}`);
    const first = partOf(lines.join('\n'), 1);
    expect(first.length).toBeLessThan(50_000);
    const next = Number(/from_line (\d+)/.exec(first)?.[1]);
    expect(partOf(lines.join('\n'), next).startsWith(`line ${next}\n`)).toBe(true);
    project.write('huge.txt', 'x'.repeat(2_000_001)).write('image.txt', 'a\0b');
    expect(() => filesOf().read('huge.txt')).toThrow(/too large/);
    expect(() => filesOf().read('image.txt')).toThrow(/no text/);
    expect(() => filesOf().read('nothing.txt')).toThrow(ToolError);
    expect(() => filesOf().read('src')).toThrow(/no file/);
  });
});

describe('what the model may propose', () => {
  const proposalOf = () => new Proposal(project.folder, 'src/');

  it.each([
    ...['../x.ts', '/tmp/x.ts', 'x.ts', 'src/../x.ts', 'src/.x.ts', 'src/run.sh', 'src/x.js', 'package.json'],
    ...['src/package.json', 'src/tsconfig.json', 'node_modules/zod/index.ts', '.github/workflows/ci.md'],
  ])('refuses %s', (path) => {
    expect(() => proposalOf().take([{ path, content: '' }])).toThrow(RefusedError);
  });

  it('takes all files or none', () => {
    const proposal = proposalOf();
    const files = [
      { path: 'src/new.ts', content: 'export {};' },
      { path: '../x.ts', content: '' },
    ];
    expect(() => proposal.take(files)).toThrow(RefusedError);
    expect(proposal.all).toEqual([]);
  });

  it('refuses to write through a link', () => {
    project.write('src/real.ts', '');
    symlinkSync('real.ts', join(project.folder, 'src/link.ts'));
    symlinkSync('..', join(project.folder, 'src/up'));
    for (const path of ['src/link.ts', 'src/up/x.ts'])
      expect(() => proposalOf().take([{ path, content: '' }])).toThrow(RefusedError);
  });

  it('replaces only what was read, as it was read', () => {
    const proposal = proposalOf();
    const again = { path: 'src/activities.ts', content: 'export {};' };
    expect(() => proposal.take([again])).toThrow(/Read it first/);
    proposal.sawFile(again.path, filesOf().read(again.path).text);
    expect(proposal.take([again])).toEqual([again.path]);
    expect(proposal.changedSince()).toEqual([]);
    project.write(again.path, '// mine');
    expect(proposal.changedSince()).toEqual([again.path]);
    expect(() => proposal.take([again])).toThrow(/has changed/);
  });

  it('notices a file that somebody made meanwhile', () => {
    const proposal = proposalOf();
    proposal.take([{ path: 'src/new.ts', content: 'export {};' }]);
    project.write('src/new.ts', '// mine');
    expect(proposal.changedSince()).toEqual(['src/new.ts']);
  });

  it('is shown as a unified diff', () => {
    const change = { path: 'src/a.ts', before: 'one\ntwo\n', content: 'one\n2\n' };
    expect(differenceOf(change)).toBe('--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n');
    expect(differenceOf({ ...change, before: undefined })).toContain('--- /dev/null\n');
  });
});

describe('writing', () => {
  const change = (path: string, content: string, before?: string) => ({ path, content, before });

  it('replaces and makes files, and leaves nothing else', () => {
    project.write('src/a.ts', 'old');
    writeAll(project.folder, [change('src/a.ts', 'new', 'old'), change('src/deep/er/b.ts', 'b')]);
    expect(readFileSync(join(project.folder, 'src/a.ts'), 'utf8')).toBe('new');
    expect(readFileSync(join(project.folder, 'src/deep/er/b.ts'), 'utf8')).toBe('b');
    expect(readdirSync(join(project.folder, 'src')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('writes nothing at all where one file has changed or can not be written', () => {
    project.write('src/a.ts', 'old').write('src/b.ts', 'mine').write('src/file', '');
    const before = readdirSync(join(project.folder, 'src'), { recursive: true });
    const first = [change('src/a.ts', 'new', 'old'), change('src/deep/c.ts', 'c')];
    expect(() => writeAll(project.folder, [...first, change('src/b.ts', 'new', 'old')])).toThrow(WriteError);
    expect(() => writeAll(project.folder, [...first, change('src/b.ts', 'new')])).toThrow(WriteError);
    expect(() => writeAll(project.folder, [...first, change('src/file/d.ts', 'd')])).toThrow(WriteError);
    expect(readdirSync(join(project.folder, 'src'), { recursive: true })).toEqual(before);
    expect(readFileSync(join(project.folder, 'src/a.ts'), 'utf8')).toBe('old');
  });

  it('keeps the mode of a file', () => {
    project.write('src/a.ts', 'old');
    const file = join(project.folder, 'src/a.ts');
    const { mode } = statSync(file);
    linkSync(file, join(project.folder, 'src/same.ts'));
    writeAll(project.folder, [change('src/a.ts', 'new', 'old')]);
    expect(statSync(file).mode).toBe(mode);
    // Moved in, not written into: whoever has the old file open goes on reading it whole.
    expect(readFileSync(join(project.folder, 'src/same.ts'), 'utf8')).toBe('old');
  });
});

describe('secrets', () => {
  it('are left out wherever they stand', () => {
    project
      .write('.env', 'API_KEY="sk-live-1234"\nexport MODE=production\nHOOK=https://hooks.test/T0/B1\n')
      .write('.env.local', "DATABASE_URL='postgres://app:s3cretpw@db/x'");
    const secrets = new Secrets(project.folder, { GITHUB_TOKEN: 'ghp_abcdef', HOME: '/home/user1' });
    const text = 'sk-live-1234 production https://hooks.test/T0/B1 s3cretpw ghp_abcdef /home/user1';
    expect(secrets.leaveOut(text)).toBe(
      `${LEFT_OUT} production ${LEFT_OUT} ${LEFT_OUT} ${LEFT_OUT} /home/user1`,
    );
    const proposal = new Proposal(project.folder, 'src/');
    expect(() => proposal.take([{ path: 'src/a.ts', content: LEFT_OUT }])).toThrow(/left out for you/);
  });
});

describe('the layout of a project', () => {
  it('is that of its tsconfig.json', () => {
    expect(layoutOf(readProject(project.folder))).toEqual({ sources: 'src/', outDir: 'dist' });
    project.write('tsconfig.json', '{ "compilerOptions": { "outDir": "../out" } }');
    expect(() => layoutOf(readProject(project.folder))).toThrow(/outDir inside/);
  });

  it('means the same in a copy', () => {
    project.write('tsconfig.json', '{ "extends": "../base.json", "include": ["src"] }');
    const { extends: base } = JSON.parse(movableConfig(readProject(project.folder))) as { extends: string };
    expect(base).toBe(join(project.folder, '..', 'base.json'));
    expect(existsSync(base)).toBe(false);
  });
});
