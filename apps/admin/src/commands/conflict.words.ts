import type { ApiError } from '../errors/api-error';

const byReason: Record<string, string> = {
  'task.revision_conflict':
    'The task changed while you were working on it. What you typed is kept: look at it again, then complete.',
  'task.not_assignee': 'You don’t hold this task any more. What you typed was not sent.',
  'task.not_claimed': 'Nobody holds this task any more. Claim it, then complete.',
  'task.invalid_data': 'Some fields need your attention.',
};

/** What to tell a person whose command was refused; a lost race names the one who won it. */
export function conflictText({
  reason,
  message,
  details,
}: Pick<ApiError, 'reason' | 'message' | 'details'>): string {
  if (reason === 'task.already_claimed') return claimedText(details.assignee, message);
  return byReason[reason ?? ''] ?? message;
}

function claimedText(assignee: unknown, message: string): string {
  const name = (assignee as { displayName?: unknown } | null | undefined)?.displayName;
  return typeof name === 'string' ? `${name} has already claimed this task.` : message;
}
