import { readDemoTenants } from './demo-file';
import type { StackSettings } from './settings';

const VIEWER = JSON.stringify({ query: '{ viewer { id } }' });

/** Whether the running gateway lets in each key that an earlier start has told of. */
export async function demoKeysWork({ home, host, ports }: StackSettings): Promise<boolean> {
  const url = `http://${host}:${ports.gateway}/graphql`;
  const answers = await Promise.all(
    readDemoTenants(home).map(({ apiKey }) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
        body: VIEWER,
        signal: AbortSignal.timeout(10_000),
      }),
    ),
  );
  return answers.every(({ status }) => status !== 401);
}
