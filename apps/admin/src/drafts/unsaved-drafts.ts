export interface UnsavedDraft {
  data: unknown;
  /** The server's version that it is a change of; 0 for none. */
  version: number;
}

const drafts = new Map<string, UnsavedDraft>();

/**
 * What a person has typed into a task's form and the server does not have yet. It lives in memory only: it survives a
 * session that ends and a look at another page, and leaves nothing on the disk.
 */
export function readUnsaved(key: string): UnsavedDraft | undefined {
  return drafts.get(key);
}

export function keepUnsaved(key: string, draft: UnsavedDraft): void {
  drafts.set(key, draft);
}

export function dropUnsaved(key: string): void {
  drafts.delete(key);
}

/** Called at sign-out, so that the next person finds nothing. */
export function forgetDrafts(): void {
  drafts.clear();
}
