import type { NotificationKind } from '../generated/graphql';
import { KIND_LABELS } from '../notifications/notification.words';

/** What a template of `*` is called. */
const ANY_KIND_LABEL = 'Everything without a template of its own';

/** Of a kind as templates write it, in small letters. */
export function kindLabel(kind: string): string {
  if (kind === '*') return ANY_KIND_LABEL;
  return KIND_LABELS[kind.toUpperCase() as NotificationKind] ?? kind;
}

export function kindChoices(): { value: string; label: string }[] {
  const kinds = Object.keys(KIND_LABELS).map((kind) => kind.toLowerCase());
  return ['*', ...kinds].map((value) => ({ value, label: kindLabel(value) }));
}

/** The id in what somebody has pasted, such as the address of a task; null for none. */
export function taskIdIn(text: string): string | null {
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0].toLowerCase() ?? null;
}
