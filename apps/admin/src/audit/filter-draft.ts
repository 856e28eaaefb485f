import { readTarget, type Target } from '../directory/targets';
import type { AuditEventFilter } from '../generated/graphql';
import { beginningOf } from './audit.words';

export interface FilterDraft {
  area: string | null;
  actor: Target | null;
  /** Days such as `2030-01-31`; empty for none. */
  from: string;
  until: string;
}

export const NO_FILTER: FilterDraft = { area: null, actor: null, from: '', until: '' };

/** The filter as the API takes it. The last day counts whole. */
export function filterOf({ area, actor, from, until }: FilterDraft, target: string | null): AuditEventFilter {
  return {
    area: area ?? undefined,
    actorId: actor === null ? undefined : (readTarget(actor.value)?.user ?? undefined),
    targetId: target ?? undefined,
    from: beginningOf(from),
    until: beginningOf(until, 1),
  };
}
