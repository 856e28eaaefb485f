import type { TaskStatus } from '../generated/graphql';
import { statusWords } from './status.words';

/** The state of a task as a part of a line. */
export function StatusText({ status }: { status: TaskStatus }) {
  return (
    <>
      <span aria-hidden>·</span>
      <span>{statusWords[status]}</span>
    </>
  );
}
