import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './dockerfile';

const swc = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8')) as { module: { lazy: string[] } };
const lazy = new Set(swc.module.lazy.map(packageOf));

/** The packages of npm that are loaded with a server's module, before it does anything. */
async function loadedBy(server: string): Promise<string[]> {
  const file = join(root, `dist/apps/${server}/src/index.js`);
  const script = `require(${JSON.stringify(file)}); console.log(JSON.stringify(Object.keys(require.cache)))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '-e', script]);
  const files = JSON.parse(stdout) as string[];
  return [...new Set(files.map((path) => packageOf(path.split('/node_modules/').at(-1) ?? '')))];
}

function packageOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}

test.each(['api-gateway', 'worker', 'mcp-gateway'])(
  'the %s starts without the packages that it may need later',
  async (server) => {
    const loaded = await loadedBy(server);
    expect(loaded).toContain('typeorm');
    expect(loaded.filter((name) => lazy.has(name))).toEqual([]);
  },
);
