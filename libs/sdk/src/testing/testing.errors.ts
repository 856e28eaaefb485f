import type { TestTask } from './test-task';

/** A line of a script that no person could do, such as a vote of somebody who may not vote. */
export class HumanScriptError extends Error {
  override readonly name = 'HumanScriptError';
}

/** Nobody in the script took care of a task, and its time ran out. */
export class UnansweredTasksError extends Error {
  override readonly name = 'UnansweredTasksError';

  constructor(readonly tasks: readonly TestTask[]) {
    const lines = tasks.map(
      ({ title, type, taskId }) => `  "${title}"${type ? ` (type ${type})` : ''}, ${taskId}`,
    );
    super(
      [
        `${tasks.length === 1 ? 'A task waits' : 'Tasks wait'} for a person, and nobody in the script takes care of it:`,
        ...lines,
        'Say what happens: humans.answer(…), approve(…), reject(…), cancel(…), or ignore(…) to let its time run out.',
      ].join('\n'),
    );
  }
}
