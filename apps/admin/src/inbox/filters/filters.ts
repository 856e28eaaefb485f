import type { TaskFilter, TaskOrder, TaskStatus } from '../../generated/graphql';
import { type TabName, tabs } from '../tabs/tabs';

const dueChoices = ['overdue', 'today', 'week'] as const;
export type DueChoice = (typeof dueChoices)[number];

export const priorityChoices = ['low', 'medium', 'high', 'urgent'] as const;
type PriorityChoice = (typeof priorityChoices)[number];

export const orderChoices: TaskOrder[] = ['DUE_ASC', 'PRIORITY_DESC', 'CREATED_DESC', 'CREATED_ASC'];

/** What narrows a tab down; all of it stands in the address. */
export interface InboxFilters {
  group: string | null;
  text: string;
  status: TaskStatus[];
  priority: PriorityChoice | null;
  due: DueChoice | null;
  type: string;
  order: TaskOrder | null;
}

/** The names that the filters have in the address. */
export type FilterName = 'group' | 'q' | 'status' | 'priority' | 'due' | 'type' | 'sort';

const longestText = 200;
const longestType = 100;

/** Reads an address; what it should not say is left out. */
export function readFilters(params: URLSearchParams, tab: TabName): InboxFilters {
  const wanted = params.get('status')?.split(',') ?? [];
  const order = orderChoices.find((choice) => choice === params.get('sort'));
  return {
    group: params.get('group') || null,
    text: (params.get('q') ?? '').slice(0, longestText),
    status: tabs[tab].filter.status.filter((status) => wanted.includes(status)),
    priority: priorityChoices.find((choice) => choice === params.get('priority')) ?? null,
    due: dueChoices.find((choice) => choice === params.get('due')) ?? null,
    type: (params.get('type') ?? '').slice(0, longestType),
    // Closed tasks have one order.
    order: tab === 'closed' ? null : (order ?? null),
  };
}

/** How many of the filters behind the button narrow the list. */
export function narrowing({ status, priority, due, type }: InboxFilters): number {
  return [status.length > 0, priority !== null, due !== null, type !== ''].filter(Boolean).length;
}

/** What the server is asked for. */
export function toTaskFilter(tab: TabName, filters: InboxFilters, now: Date): TaskFilter {
  const { group, text, status, priority, due, type } = filters;
  return {
    ...tabs[tab].filter,
    ...(status.length > 0 && { status }),
    ...(group !== null && { group }),
    ...(isSearchable(text) && { text: text.trim() }),
    ...(priority !== null && { priority: priorities[priority] }),
    ...(due !== null && { due: dueRange(due, now) }),
    ...(type.trim() !== '' && { type: type.trim() }),
  };
}

/** The numbers that each of the four names of a priority covers. */
const priorities: Record<PriorityChoice, { min?: number; max?: number }> = {
  low: { max: 37 },
  medium: { min: 38, max: 62 },
  high: { min: 63, max: 87 },
  urgent: { min: 88 },
};

function dueRange(due: DueChoice, now: Date): { from?: string; until: string } {
  if (due === 'overdue') return { until: now.toISOString() };
  const days = due === 'today' ? 1 : 7;
  const midnight = (ahead: number): string =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead).toISOString();
  return { from: midnight(0), until: midnight(days) };
}

/** The server needs a word to look for, not only words to leave out. */
export function isSearchable(text: string): boolean {
  return text.split(/\s+/).some((word) => !word.startsWith('-') && /[\p{L}\p{N}]/u.test(word));
}
