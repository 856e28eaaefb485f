import { mkdtemp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ManagedProcess } from '../../apps/local/src';
import {
  type ApiClient,
  complete,
  ended,
  signalsIn,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';
import { guard, testRun } from '../harness/run/test-run';
import { run } from '../mcp/public-tool';
import { misfit, saidIn } from './wire-check';

const folder = resolve(__dirname, '../clients/wire-go');
/** Go compiles Temporal's SDK for a minute or more: only `npm run test:clients` does it. */
const chosen = process.env['WIRE_CLIENTS'] === 'all' ? describe : describe.skip;

chosen('The wire contract, spoken by a program in Go', () => {
  let system: TestSystem;
  let worker: ManagedProcess;
  let ada: ApiClient;
  beforeAll(async () => {
    const program = join(await mkdtemp(join(testRun.folder, 'go-')), 'worker');
    const built = await run('go', ['build', '-mod=readonly', '-o', program, '.'], { cwd: folder });
    if (built.exitCode !== 0) throw new Error(`Go did not build it:\n${built.stderr}`);
    system = await startSystem({ env: { WORKFLOW_PROJECTS: folder } });
    const { address, namespace } = system.namespace;
    const env = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
    const logFile = `${program}.log`;
    worker = await ManagedProcess.start({
      name: 'go',
      command: program,
      args: [],
      cwd: folder,
      env,
      logFile,
    });
    guard(worker);
    ada = await system.person('ada@demo.test');
  }, 240_000);
  afterAll(async () => {
    await worker?.stop();
    await system?.stop();
  });

  test('asks a person and goes on with the answer, once', async () => {
    const workflowId = await startWorkflow(system.agent('demo'), 'go-question', { question: 'Who pays?' });
    const sam = await system.person('sam@demo.test');
    await complete(sam, (await taskOf(ada, workflowId)).id as string, { answer: 'We do' }, { claim: true });
    const result = { outcome: 'completed', answer: 'We do' };
    expect(await ended(ada, workflowId)).toMatchObject({ status: 'COMPLETED', result });
    expect(await signalsIn(system.temporal, system.tenantId('demo'), workflowId)).toBe(1);
    const handle = system.temporal.workflow.getHandle(`${system.tenantId('demo')}/${workflowId}`);
    expect(saidIn(await handle.fetchHistory()).flatMap((one) => misfit(one) ?? [])).toEqual([]);
  });
});
