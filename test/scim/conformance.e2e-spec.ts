import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import { testRun } from '../harness/run/test-run';
import { run } from '../mcp/public-tool';
import { Directory } from './directory';

const CHECKS = join(__dirname, 'public-checks');

/** scim2-cli with scim2-tester, in the versions of the requirements; kept for the other runs of this folder. */
async function installChecker(): Promise<string> {
  const venv = join(testRun.folder, 'scim-checks');
  const program = join(venv, 'bin', 'scim2');
  if (existsSync(program)) return program;
  await must('python3', ['-m', 'venv', venv]);
  const quiet = ['-m', 'pip', 'install', '-q', '--no-deps', '--disable-pip-version-check'];
  await must(join(venv, 'bin', 'python'), [...quiet, '-r', join(CHECKS, 'requirements.txt')]);
  return program;
}

async function must(command: string, args: string[]): Promise<void> {
  const { exitCode, stderr } = await run(command, args);
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
}

describe('The public checks of SCIM servers', () => {
  let gateways: GatewaysInProcess;
  let program: string;
  beforeAll(async () => {
    [gateways, program] = await Promise.all([GatewaysInProcess.start(1), installChecker()]);
  }, 300_000);
  afterAll(() => gateways?.close());

  test('find no fault', async () => {
    const directory = await Directory.connect(gateways, await gateways.person('ada@demo.test'));
    const env = { ...process.env, SCIM_CLI_HEADERS: `Authorization: Bearer ${directory.token}` };
    const { exitCode, stdout, stderr } = await run(program, ['--url', directory.url, 'test'], { env });
    const lines = (stdout + stderr).split('\n');
    const faults = lines.filter((line) => /^(ERROR|CRITICAL|SKIPPED|DEVIATION)/.test(line));
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: [] });
    expect(lines.filter((line) => line.startsWith('SUCCESS')).length).toBeGreaterThan(60);
  });
});
