import { ORKESTRA_KEY, ORKESTRA_TASK_QUEUE, type OrkestraMemo } from '@orkestra/sdk';

/** The memo that an execution has from its start. The server's queue stands in it where it is not the usual one. */
export function startMemo(
  origin: Omit<OrkestraMemo, 'taskQueue'>,
  serverQueue: string,
): Record<typeof ORKESTRA_KEY, OrkestraMemo> {
  const taskQueue = serverQueue === ORKESTRA_TASK_QUEUE ? {} : { taskQueue: serverQueue };
  return { [ORKESTRA_KEY]: { ...origin, ...taskQueue } };
}
