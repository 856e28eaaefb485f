import { writeExactly } from '../command-line/exact-json';
import type { Environment } from '../environment/environment';
import { objectOf } from '../graphql/request';
import { type RemoteCall, type RemoteHandlers, runRemote } from '../graphql/run-remote';
import { approveTask, claimTask, completeTask, rejectTask, releaseTask } from './task-changes';
import { SHOW_TASK } from './task-documents';
import { listTasks } from './task-list';
import { taskLines } from './task-words';
import { TASK_TABLE } from './tasks-table';

const HANDLERS: RemoteHandlers = {
  'tasks list': listTasks,
  'tasks show': showTask,
  'tasks claim': claimTask,
  'tasks release': releaseTask,
  'tasks complete': completeTask,
  'tasks approve': approveTask,
  'tasks reject': rejectTask,
};

export function tasks(args: readonly string[], env: Environment): Promise<void> {
  return runRemote(TASK_TABLE, HANDLERS, args, env);
}

async function showTask({ client, console, words, asJson }: RemoteCall): Promise<void> {
  const task = objectOf((await client.read(SHOW_TASK, { id: words[0] }))['task']);
  const heading = (text: string) => console.heading(text);
  await console.print(asJson ? [writeExactly(task, 2)] : taskLines(task, heading));
}
