const drafts = new Map<string, unknown>();

/**
 * What a person has typed into a task's form and not sent. It lives in memory only: it survives a session that
 * ends and a look at another page, and leaves nothing on the disk.
 */
export function readDraft(taskId: string): unknown {
  return drafts.get(taskId);
}

export function keepDraft(taskId: string, data: unknown): void {
  drafts.set(taskId, data);
}

export function dropDraft(taskId: string): void {
  drafts.delete(taskId);
}

/** Called at sign-out, so that the next person finds nothing. */
export function forgetDrafts(): void {
  drafts.clear();
}
