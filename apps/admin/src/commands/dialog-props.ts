import type { TaskActions } from './use-task-actions';

/** What a dialog needs to know of the task. */
export interface DialogTask {
  title: string;
  priority: number;
  dueAt: string | null;
  /** A workflow waits for it. */
  hasWorkflow: boolean;
}

export interface DialogProps extends DialogTask {
  actions: Pick<TaskActions, 'send'>;
  onClose: () => void;
}
