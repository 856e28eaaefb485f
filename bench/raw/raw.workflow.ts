import { condition, defineSignal, setHandler } from '@temporalio/workflow';

export const answered = defineSignal<[string]>('answered');

/** The floor: a workflow that waits for one signal, with nothing around it. */
export async function rawDecision(): Promise<{ answer: string }> {
  let answer: string | undefined;
  setHandler(answered, (given) => {
    answer = given;
  });
  await condition(() => answer !== undefined);
  return { answer: answer ?? '' };
}
