import { useEffect, useRef } from 'react';
import type { CommandName } from '../../commands/commands';
import type { Went } from '../../commands/use-task-actions';
import { useAfterDecision } from './after-decision';
import type { TaskWalk } from './use-task-walk';

/** With these the person's part is done. */
const decisions: CommandName[] = ['COMPLETE', 'APPROVE', 'REJECT', 'REQUEST_CHANGES', 'RESOLVE'];

/** What was sent empties its fields first; a text that was not sent is asked about. */
const settleMs = 100;

/** Goes where the person wants to be once they have decided the task. */
export function useWayOn(
  task: { id: string; title: string },
  went: Went | null,
  { toNext, toList }: TaskWalk,
): void {
  const [choice] = useAfterDecision();
  const go = useRef<(text: string) => void>(() => undefined);
  useEffect(() => {
    go.current = (text) => {
      if (choice === 'next') toNext({ taskId: task.id, title: task.title, text });
      if (choice === 'list') toList();
    };
  });
  useEffect(() => {
    if (went === null || !decisions.includes(went.name)) return;
    const timer = setTimeout(() => go.current(went.text), settleMs);
    return () => clearTimeout(timer);
  }, [went]);
}
