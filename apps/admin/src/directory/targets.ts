import type { TaskTargetInput } from '../generated/graphql';

export interface Person {
  id: string;
  displayName: string;
  email: string;
}

export interface Queue {
  id: string;
  key: string;
  name: string;
}

/** Somebody who can be given a task, as a select offers them; the value says which kind it is. */
export interface Target {
  value: string;
  label: string;
  /** What tells two of one name apart. */
  hint: string;
}

export function personTarget({ id, displayName, email }: Person): Target {
  return { value: `user:${id}`, label: displayName, hint: email };
}

export function groupTarget({ id, key, name }: Queue): Target {
  return { value: `group:${id}`, label: name, hint: key };
}

/** A choice as commands take it; null for what is none. */
export function readTarget(value: string): TaskTargetInput | null {
  const at = value.indexOf(':');
  const id = value.slice(at + 1);
  if (at < 0 || id === '') return null;
  if (value.startsWith('user:')) return { user: id };
  return value.startsWith('group:') ? { group: id } : null;
}

/** What was found, with what is chosen already, each once: a select shows only labels that it has. */
export function withChosen(found: readonly Target[], chosen: readonly Target[]): Target[] {
  const known = new Set(found.map(({ value }) => value));
  return [...found, ...chosen.filter(({ value }) => !known.has(value))];
}

/** Those that still fit what is typed: what was found for the text before is shown until the new answer is there. */
export function matching(targets: readonly Target[], text: string): Target[] {
  const wanted = text.trim().toLowerCase();
  return targets.filter(({ label, hint }) => `${label}\n${hint}`.toLowerCase().includes(wanted));
}
