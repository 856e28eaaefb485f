import {
  condition,
  defineSignal,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { RawActivities } from './raw.activities';

export const answered = defineSignal<[string]>('answered');

const { tell } = proxyLocalActivities<RawActivities>({ startToCloseTimeout: '10s' });

/** A workflow that waits for one signal, with nothing around it. */
export async function rawDecision(): Promise<{ answer: string }> {
  let answer: string | undefined;
  setHandler(answered, (given) => {
    answer = given;
  });
  await condition(() => answer !== undefined);
  return { answer: answer ?? '' };
}

/** The same where somebody must know first that it waits, as a person must before deciding. */
export async function rawToldDecision(): Promise<{ answer: string }> {
  await tell(workflowInfo().workflowId);
  return rawDecision();
}
