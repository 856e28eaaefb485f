import { NUL_MESSAGE } from '@orkestra/core';
import { hasNul } from './has-nul';
import type { TaskStatus } from '../task/task-status';
import { InvalidTaskFilterError } from '../task/task.errors';

/** The time from a moment on, up to but not including another; either may be left out. */
export interface TimeRange {
  from?: Date | null;
  until?: Date | null;
}

/** Priorities from `min` to `max`, both included; either may be left out. */
export interface PriorityRange {
  min?: number | null;
  max?: number | null;
}

/** Which tasks a list, a count or a subscription is about: all conditions hold at once. */
export interface TaskFilter {
  /** Open statuses or closed ones, not both; default all open ones (all, for one workflow). */
  status?: TaskStatus[];
  /** What the principal holds. */
  assignedToMe?: boolean;
  /** What a user holds, by id or e-mail address. */
  assignee?: string;
  /** What nobody holds. */
  unassigned?: boolean;
  /** What the principal may claim, or vote on. */
  candidate?: boolean;
  /** A group's key or id. */
  group?: string;
  workflowId?: string;
  type?: string;
  priority?: PriorityRange;
  /** A task without a due date is in no range. */
  due?: TimeRange;
  created?: TimeRange;
  /** Words of title, description and context; "a phrase", `or` and -without as in a web search. */
  text?: string;
}

/** The longest text of a search. */
export const LONGEST_SEARCH = 200;

/** @throws InvalidTaskFilterError that says which conditions contradict each other, or can't be meant */
export function checkTaskFilter(filter: TaskFilter): void {
  const problem = problemOf(filter);
  if (problem !== null) throw new InvalidTaskFilterError(problem);
}

function problemOf(filter: TaskFilter): string | null {
  const { assignedToMe, assignee, unassigned, priority, due, created, text } = filter;
  if (hasNul({ ...filter, due: null, created: null })) return NUL_MESSAGE;
  if ([assignedToMe, assignee !== undefined, unassigned].filter(Boolean).length > 1)
    return 'Give only one of `assignedToMe`, `assignee` and `unassigned`.';
  if (assignee?.trim() === '') return '`assignee` is empty. Give the id or e-mail address of a user.';
  return (
    problemOfPriority(priority) ??
    problemOfRange('due', due) ??
    problemOfRange('created', created) ??
    problemOfText(text)
  );
}

function problemOfPriority({ min, max }: PriorityRange = {}): string | null {
  const given = [min, max].filter((value) => value != null);
  if (given.some((value) => !Number.isInteger(value) || value < 0 || value > 100))
    return 'A priority is a whole number from 0 to 100.';
  if (min != null && max != null && min > max)
    return `No priority is at least ${min} and at most ${max}. Change \`priority\`.`;
  return null;
}

function problemOfRange(name: string, { from, until }: TimeRange = {}): string | null {
  const given = [from, until].filter((value) => value != null);
  if (given.some((value) => Number.isNaN(value.getTime())))
    return `\`${name}\` holds what is not a date. Write dates as 2026-11-23T15:00:00Z.`;
  if (from != null && until != null && from >= until)
    return `\`${name}.from\` must lie before \`${name}.until\`.`;
  return null;
}

function problemOfText(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text.length > LONGEST_SEARCH)
    return `The search is longer than ${LONGEST_SEARCH} characters. Shorten it.`;
  const wanted = text.split(/\s+/).filter((word) => !word.startsWith('-'));
  if (!wanted.some((word) => /[\p{L}\p{N}]/u.test(word)))
    return 'The search has no word to look for. Give at least one, not only words to leave out.';
  return null;
}
