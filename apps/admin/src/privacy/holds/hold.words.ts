/** What a hold is on, for people. */
export function heldWords({
  taskId,
  taskTitle,
}: {
  taskId?: string | null;
  taskTitle?: string | null;
}): string {
  return taskId == null ? 'the whole workspace' : `“${taskTitle ?? taskId}”`;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The id of a task in what somebody has pasted: its address, or the id itself; as typed where there is none. */
export function taskIdIn(text: string): string {
  const [path = ''] = text.split(/[?#]/);
  return (UUID.exec(path)?.[0] ?? text.trim()).toLowerCase();
}
