import { isRecord } from '../../interface/values/is-record';

/** Which alternative the person chose at which place. */
export interface Branches {
  chosen: ReadonlyMap<string, number>;
  choose: (pointer: string, index: number) => void;
}

/** What the form hands to its controls. */
export interface FormContext {
  taskId: string;
  branches: Branches;
}

export function branchesOf(context: unknown): Branches {
  return (context as FormContext).branches;
}

export function taskIdOf(context: unknown): string {
  return isRecord(context) ? String(context.taskId) : '';
}
