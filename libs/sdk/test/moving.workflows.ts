import { proxyActivities } from '@temporalio/workflow';
import { task, workflow } from '../src/index';

const { slow } = proxyActivities<{ slow(): Promise<void> }>({
  taskQueue: 'polled-by-nobody',
  scheduleToCloseTimeout: '1h',
});
const form = { answer: { type: 'text', required: true } } as const;

export interface MovableInput {
  what: 'nothing' | 'activity' | 'broken input' | 'another task' | 'large input';
  runs?: number;
}

/** Waits for a person, and for what it is told besides. */
export const movable = workflow('movable', async (ctx, input: MovableInput) => {
  const runs = (input.runs ?? 0) + 1;
  const { what } = input;
  if (what === 'activity') slow().catch(() => undefined);
  if (what === 'another task') task(ctx, { title: 'Other', form }).catch(() => undefined);
  const moveWith = () => {
    if (what === 'broken input') throw new Error('No input');
    return { what, runs, ...(what === 'large input' ? { large: 'x'.repeat(3_000_000) } : {}) };
  };
  try {
    const { data } = await task(ctx, { title: 'Help', form }, { requestKey: 'help', moveWith });
    return `${data.answer} in run ${runs}`;
  } catch (error) {
    return `caught ${String(error)}`;
  }
});

export const movableWithoutKey = workflow('movable-without-key', async (ctx) => {
  await task(ctx, { title: 'Help' }, { moveWith: () => undefined });
});
