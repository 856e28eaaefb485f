import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { Installed } from '../harness/installed';

describe('@orkestra/agents as it is published', () => {
  let installed: Installed;
  beforeAll(async () => (installed = await Installed.package('agents')));
  afterAll(() => installed?.remove());

  test('the package holds what runs and what one reads, and nothing of the machine that built it', () => {
    const files = installed.files();
    const others = files.map(({ path }) => path).filter((path) => !/^dist\/[a-z.-]+\.(js|d\.ts)$/.test(path));
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(files.filter(({ path }) => /spec|examples/.test(path))).toEqual([]);
    for (const place of [resolve(__dirname, '../..'), homedir()])
      expect(files.filter(({ text }) => text.includes(`${place}/`))).toEqual([]);
  });

  test('both module formats import it, without either framework', async () => {
    const env = { PATH: process.env.PATH ?? '' };
    const named = `import { approvals } from '@orkestra/agents';
      import { approvedTools } from '@orkestra/agents/ai-sdk';
      import { approvedTools as forRunner } from '@orkestra/agents/anthropic';
      console.log(typeof approvals, typeof approvedTools, typeof forRunner);`;
    const required = `console.log(typeof require('@orkestra/agents').approvals, typeof require('@orkestra/agents/ai-sdk').approvedTools)`;
    const node = (code: string, type: string) =>
      installed.run(process.execPath, [`--input-type=${type}`, '--eval', code], env);
    expect(await node(named, 'module')).toBe('function function function\n');
    expect(await node(required, 'commonjs')).toBe('function function\n');
  });
});
