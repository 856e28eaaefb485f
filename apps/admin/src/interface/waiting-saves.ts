const saving = new Map<string, () => Promise<boolean>>();

/** While a task's form is open, commands can have what waits in it saved first. @returns a way to end that */
export function offerSaving(taskId: string, save: () => Promise<boolean>): () => void {
  saving.set(taskId, save);
  return () => void (saving.get(taskId) === save && saving.delete(taskId));
}

/** Saves what waits in the open form of a task, for whoever gets it next; resolves to whether nothing is left. */
export async function saveWaiting(taskId: string): Promise<boolean> {
  return (await saving.get(taskId)?.()) ?? true;
}
