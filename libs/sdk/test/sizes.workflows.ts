import { ApplicationFailure, executeChild, proxyActivities } from '@temporalio/workflow';
import { continueAsNew, task, workflow } from '../src/index';

const own = proxyActivities<{ ownActivity(...given: unknown[]): Promise<string> }>({
  startToCloseTimeout: '10s',
});

/** More than Temporal takes. */
const large = (): string => 'x'.repeat(3 * 1024 * 1024);

/** Does what Temporal would try again for ever. */
export const oversized = workflow('oversized', async (ctx, input: { what: string }): Promise<unknown> => {
  switch (input.what) {
    case 'result':
      return large();
    case 'multi-byte result':
      return '\u20ac'.repeat(1024 * 1024);
    case 'arguments of an activity':
      return await own.ownActivity(large());
    case 'arguments together':
      return await own.ownActivity('x'.repeat(1_500_000), 'x'.repeat(1_500_000));
    case 'input of a child':
      return await executeChild(oversized, { args: [{ what: large() }] });
    case 'input of the next run':
      return await continueAsNew(ctx, { what: large() });
    case 'task':
      return await task(ctx, { title: 'Large', description: large() });
    case 'failure':
      throw ApplicationFailure.nonRetryable(large(), 'shop.large', large());
    case 'big result':
      return { list: [0, { n: 2 ** 53 }] };
    case 'result that is no JSON':
      return { n: 1n };
    case 'caught':
      return await own.ownActivity(large()).catch((error: ApplicationFailure) => error.type);
    default:
      return 'small';
  }
});
