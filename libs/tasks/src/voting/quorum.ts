import type { Quorum } from '../task/task-view';

export type Vote = 'approved' | 'rejected';

/** Somebody who may vote, and through which of the task's groups. */
export interface Voter {
  id: string;
  groups: readonly string[];
}

/** Everybody who may vote, and the task's candidate groups, also those that nobody is left in. */
export interface Electorate {
  voters: readonly Voter[];
  groups: readonly string[];
}

/**
 * The outcome as soon as no vote that is still missing could change it, and null before that. Votes of people who may
 * not vote any more still count, but per group, where only its members do. Too few people are no rejection: without
 * one the vote stays open until more of them are nominated.
 */
export function outcomeOf(
  quorum: Quorum,
  electorate: Electorate,
  votes: ReadonlyMap<string, Vote>,
): Vote | null {
  if (quorum.veto && [...votes.values()].includes('rejected')) return 'rejected';
  const outcomes = progressOf(quorum, electorate, votes).map(outcomeOfPart);
  if (outcomes.includes('rejected')) return 'rejected';
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'approved') ? 'approved' : null;
}

/** Whether the vote is still open, and the people who have not voted could bring it to an approval. */
export function isReachable(
  quorum: Quorum,
  electorate: Electorate,
  votes: ReadonlyMap<string, Vote> = new Map(),
): boolean {
  const missing = electorate.voters.filter(({ id }) => !votes.has(id));
  const best = new Map([...votes, ...missing.map(({ id }) => [id, 'approved'] as const)]);
  return outcomeOf(quorum, electorate, votes) === null && outcomeOf(quorum, electorate, best) === 'approved';
}

/** How far a vote is among some of the voters. */
export interface VoteProgress {
  /** The group whose members vote, where each group has to approve. */
  groupId: string | null;
  approvals: number;
  rejections: number;
  /** How many have to approve. */
  needed: number;
  /** How many may vote. */
  voters: number;
}

/** How far the vote is, for each group where each has to approve. */
export function progressOf(
  quorum: Quorum,
  { voters, groups }: Electorate,
  votes: ReadonlyMap<string, Vote>,
): VoteProgress[] {
  if (quorum.rule !== 'per-group') return [progressOfPart(quorum, voters, votes, null)];
  return groups.map((id) => progressOfPart(quorum, membersOf(voters, id), votes, id));
}

function outcomeOfPart({ approvals, rejections, needed, voters }: VoteProgress): Vote | null {
  if (approvals >= needed) return 'approved';
  return rejections > 0 && voters - rejections < needed ? 'rejected' : null;
}

function progressOfPart(
  quorum: Quorum,
  voters: readonly Voter[],
  votes: ReadonlyMap<string, Vote>,
  groupId: string | null,
): VoteProgress {
  const left = quorum.rule === 'per-group' ? [] : [...votes.keys()];
  const everybody = new Set([...voters.map(({ id }) => id), ...left]);
  const cast = [...everybody].flatMap((id) => votes.get(id) ?? []);
  const approvals = cast.filter((vote) => vote === 'approved').length;
  const needed = neededOf(quorum, everybody.size);
  return { groupId, approvals, rejections: cast.length - approvals, needed, voters: everybody.size };
}

function neededOf(quorum: Quorum, people: number): number {
  switch (quorum.rule) {
    case 'any':
      return 1;
    case 'all':
      return Math.max(1, people);
    case 'percentage':
      return Math.max(1, Math.ceil((people * quorum.percentage) / 100));
    case 'count':
    case 'per-group':
      return quorum.count;
  }
}

function membersOf(voters: readonly Voter[], groupId: string): Voter[] {
  return voters.filter((voter) => voter.groups.includes(groupId));
}
