/** How many of those who may vote have to approve. */
export type Quorum = (
  | { rule: 'any' | 'all' }
  | { rule: 'count' | 'per-group'; count: number }
  | { rule: 'percentage'; percentage: number }
) & { veto?: boolean };

export type Vote = 'approved' | 'rejected';

/** Somebody who may vote, and through which of the task's groups. */
export interface Voter {
  id: string;
  groups: readonly string[];
}

/**
 * The outcome as soon as no vote that is still missing could change it, and null before that.
 * Votes of people who may not vote any more still count.
 */
export function outcomeOf(
  quorum: Quorum,
  voters: readonly Voter[],
  votes: ReadonlyMap<string, Vote>,
): Vote | null {
  if (quorum.veto && [...votes.values()].includes('rejected')) return 'rejected';
  const parts = quorum.rule === 'per-group' ? groupsOf(voters) : [voters];
  const outcomes = parts.map((part) => outcomeOfPart(quorum, part, votes));
  if (outcomes.includes('rejected')) return 'rejected';
  return outcomes.every((outcome) => outcome === 'approved') ? 'approved' : null;
}

/** Whether the people who may vote could ever approve. */
export function isReachable(quorum: Quorum, voters: readonly Voter[]): boolean {
  return voters.length > 0 && outcomeOf(quorum, voters, new Map()) !== 'rejected';
}

function outcomeOfPart(
  quorum: Quorum,
  voters: readonly Voter[],
  votes: ReadonlyMap<string, Vote>,
): Vote | null {
  const left = quorum.rule === 'per-group' ? [] : [...votes.keys()];
  const everybody = new Set([...voters.map(({ id }) => id), ...left]);
  const cast = [...everybody].flatMap((id) => votes.get(id) ?? []);
  const approvals = cast.filter((vote) => vote === 'approved').length;
  const missing = everybody.size - cast.length;
  const needed = neededOf(quorum, everybody.size);
  if (approvals >= needed) return 'approved';
  return approvals + missing < needed ? 'rejected' : null;
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

function groupsOf(voters: readonly Voter[]): Voter[][] {
  const groups = new Set(voters.flatMap((voter) => voter.groups));
  return [...groups].map((group) => voters.filter((voter) => voter.groups.includes(group)));
}
