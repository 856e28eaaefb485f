let taskId: string | null = null;
const pathKey = 'orkestra.list';
let inboxPath = readPath();

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
    writePath(path);
  },
  path(): string {
    return inboxPath;
  },
  /** Called at sign-out, so that the next person does not see what was searched for. */
  forget(): void {
    inboxPath = '/inbox';
    writePath(inboxPath);
  },
};

/** Kept by the tab, so that a task that is loaded anew still knows its list. */
function readPath(): string {
  try {
    return sessionStorage.getItem(pathKey) ?? '/inbox';
  } catch {
    return '/inbox';
  }
}

function writePath(path: string): void {
  try {
    sessionStorage.setItem(pathKey, path);
  } catch {
    // Storage may be off; the address then lasts as long as the page.
  }
}
