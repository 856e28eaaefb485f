let taskId: string | null = null;
let inboxPath = '/inbox';

/** The task that was open last, so that the way back to the inbox finds the same row. */
export const lastOpened = {
  keep(id: string): void {
    taskId = id;
  },
  take(): string | null {
    const id = taskId;
    taskId = null;
    return id;
  },
};

/** The address of the inbox as it was seen last, with its tab and filters. */
export const lastInbox = {
  keep(path: string): void {
    inboxPath = path;
  },
  path(): string {
    return inboxPath;
  },
  /** Called at sign-out, so that the next person does not see what was searched for. */
  forget(): void {
    inboxPath = '/inbox';
  },
};
