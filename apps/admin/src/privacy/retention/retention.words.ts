import type { RetentionPartsFragment } from '../../generated/graphql';

type RetentionKind = 'tasks' | 'conversations' | 'executions';

/** Days as they are typed; empty for ever. */
export type RetentionDraft = Record<RetentionKind, number | string>;

export interface KindWords {
  kind: RetentionKind;
  label: string;
  /** What the days are counted from: "Tasks that ended before …". */
  older: string;
  erased: string;
  stays: string;
}

export const KINDS: readonly KindWords[] = [
  {
    kind: 'tasks',
    label: 'Tasks',
    older: 'Tasks that ended',
    erased: 'description, context, answer, drafts, comments, files, reasons and arguments of tool calls',
    stays: 'title, form, history, who decided what and when, and the digests by which receipts are checked',
  },
  {
    kind: 'conversations',
    label: 'Conversations',
    older: 'Messages that were written',
    erased:
      'texts, tool calls and authors; once nothing new was written, also title, participants and metadata',
    stays: 'who recorded which message when',
  },
  {
    kind: 'executions',
    label: 'Workflows',
    older: 'Workflows that ended',
    erased: 'input, result and error',
    stays: 'type, status and who started it',
  },
];

const DAY_MS = 86_400_000;

export function draftOf(days: RetentionPartsFragment): RetentionDraft {
  return {
    tasks: days.tasks ?? '',
    conversations: days.conversations ?? '',
    executions: days.executions ?? '',
  };
}

/** Null for ever. */
export function daysIn(value: number | string): number | null {
  return value === '' ? null : Number(value);
}

/** "Tasks that ended before 31 August 2026"; null where nothing is ever erased. */
export function dueWords({ older }: KindWords, days: number | null, now: Date): string | null {
  if (days === null || !(days >= 1)) return null;
  const before = new Date(now.getTime() - days * DAY_MS);
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(before);
  return `${older} before ${day}`;
}

/** The kinds of which more is erased by what was typed than by what is saved. */
export function shortened(draft: RetentionDraft, saved: RetentionPartsFragment): KindWords[] {
  return KINDS.filter(({ kind }) => {
    const days = daysIn(draft[kind]);
    return days !== null && days < (saved[kind] ?? Infinity);
  });
}

/** "2 tasks, 1 message" of a line of the audit log; null where it says nothing of the kind. */
export function erasedWords(details: unknown): string | null {
  const counts = (details ?? {}) as Record<string, unknown>;
  const parts = [
    ['tasks', 'task'],
    ['messages', 'message'],
    ['conversations', 'conversation'],
    ['executions', 'workflow'],
  ].flatMap(([key = '', one = '']) => {
    const count = counts[key];
    return typeof count === 'number' && count > 0
      ? [`${count.toLocaleString()} ${count === 1 ? one : `${one}s`}`]
      : [];
  });
  return parts.length === 0 ? null : parts.join(', ');
}
