import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveTemporalTestServer } from '../../../../test/harness/servers/temporal-test-server';
import { startTestEnvironment } from './index';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'orkestra-slow-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('a server that is too slow once is started again', async () => {
  const slow = join(folder, 'server');
  const server = await resolveTemporalTestServer();
  const text = `#!/bin/sh\n[ -e "$0.once" ] || { touch "$0.once"; exec sleep 30; }\nexec "${server}" "$@"\n`;
  writeFileSync(slow, text, { mode: 0o755 });
  const workflowsPath = require.resolve('../../test/support.workflows.ts');
  const env = await startTestEnvironment({ workflowsPath, testServer: slow });
  expect(env.tasks).toEqual([]);
  await env.close();
}, 60_000);
