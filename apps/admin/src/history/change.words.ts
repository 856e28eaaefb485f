import type { TaskStatus } from '../generated/graphql';
import { priorityName } from '../badges/priority.words';
import { statusWords } from '../badges/status.words';

export interface EventChange {
  field: string;
  before?: string | null;
  after?: string | null;
}

export interface ChangeText {
  name: string;
  before: string;
  after: string;
}

const names: Record<string, string> = {
  status: 'Status',
  assignee: 'Assignee',
  owner: 'Delegated by',
  group: 'Group',
  candidates: 'Candidates',
  priority: 'Priority',
  dueAt: 'Due',
  escalationLevel: 'Level',
  resumesAt: 'Comes back',
  round: 'Version',
};

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A change as a person reads it; null for one that the sentence above it says already. */
export function describeChange({ field, before = null, after = null }: EventChange): ChangeText | null {
  const name = names[field];
  if (name === undefined || (field === 'status' && before === null)) return null;
  const text = { name, before: valueText(field, before), after: valueText(field, after) };
  return text.before === text.after ? null : text;
}

function valueText(field: string, value: string | null): string {
  if (value === null) return nothing[field] ?? 'none';
  switch (field) {
    case 'status':
      return statusWords[value as TaskStatus] ?? value;
    case 'priority':
      return `${priorityName(Number(value))} (${value})`;
    case 'dueAt':
    case 'resumesAt':
      return momentText(value);
    default:
      return value;
  }
}

const nothing: Record<string, string> = { assignee: 'nobody', candidates: 'nobody', resumesAt: 'by hand' };

function momentText(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : moment.format(date);
}
