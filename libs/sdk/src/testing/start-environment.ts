import { TestWorkflowEnvironment } from '@temporalio/testing';
import { TENANT_SEARCH_ATTRIBUTE } from '../contract/contract';
import { TestEnvironment } from './environment';
import type { People } from './people';
import type { TestWorkerOptions } from './test-worker';
import { quietTemporal } from './test-worker';

export interface TestEnvironmentOptions extends TestWorkerOptions {
  /**
   * The members of groups by their keys, which votes of `all`, a percentage or of each group need to know. Once given,
   * tasks that name other groups or users are refused, as the server refuses them; without it every name is somebody.
   */
  people?: People;
  /**
   * Path of Temporal's time-skipping test server. When not given, the environment variable ORKESTRA_TEST_SERVER has
   * it; without either `@temporalio/testing` downloads the server.
   */
  testServer?: string;
}

const KEYWORD = 2;

/**
 * Starts what a test of workflows needs; it takes a few seconds. Close it at the end.
 *
 * @example
 * ```ts source="./testing.examples.ts#startTestEnvironment"
 * let env: TestEnvironment;
 *
 * beforeAll(async () => {
 *   env = await startTestEnvironment({
 *     workflowsPath: require.resolve('./workflows'),
 *     people: { 'support-l1': ['sam', 'kim'] },
 *   });
 * }, 120_000); // The first start fetches the server and bundles the workflows.
 * afterAll(() => env.close());
 * afterEach(() => env.reset());
 *
 * it('answers the customer', async () => {
 *   env.humans.answer('Customer needs help', { answer: 'Yes' }, { by: 'sam', after: '2h' });
 *   expect(await env.run(customerSupport, { question: 'Do you ship abroad?' })).toEqual({ answer: 'Yes' });
 * });
 * ```
 */
export async function startTestEnvironment(options: TestEnvironmentOptions): Promise<TestEnvironment> {
  const { people, testServer = process.env.ORKESTRA_TEST_SERVER } = options;
  quietTemporal();
  const temporal = await startServer(testServer);
  try {
    await temporal.connection.operatorService.addSearchAttributes({
      namespace: temporal.namespace ?? 'default',
      searchAttributes: { [TENANT_SEARCH_ATTRIBUTE]: KEYWORD },
    });
    return await new TestEnvironment(temporal, people, options.dataConverter).work(options);
  } catch (error) {
    await temporal.teardown();
    throw error;
  }
}

/** Temporal gives its server five seconds to start, which may be too few on a machine with much else to do. */
async function startServer(path: string | undefined, tries = 3): Promise<TestWorkflowEnvironment> {
  try {
    return await TestWorkflowEnvironment.createTimeSkipping(
      path === undefined ? {} : { server: { executable: { type: 'existing-path', path } } },
    );
  } catch (error) {
    // Temporal's core makes its errors outside of the realm that a test runs in: they are no instances of its Error.
    if (tries === 1 || !String(error).includes('did not start within')) throw error;
    return await startServer(path, tries - 1);
  }
}
