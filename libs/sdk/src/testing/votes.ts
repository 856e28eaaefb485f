import type { TaskQuorum, TaskVote } from '../contract/contract';
import type { Voter } from './people';
import { HumanScriptError } from './testing.errors';

type Vote = TaskVote['vote'];

/** The outcome as soon as no vote that is still missing could change it, as the server decides it. */
export function outcomeOf(
  title: string,
  quorum: TaskQuorum | undefined,
  voters: readonly Voter[] | undefined,
  votes: readonly TaskVote[],
): Vote | undefined {
  const last = votes.at(-1)?.vote;
  if (!quorum) return last;
  if (quorum.veto && votes.some(({ vote }) => vote === 'rejected')) return 'rejected';
  if (!voters) {
    if (quorum.rule === 'any' && last === 'approved') return last;
    throw new HumanScriptError(
      `To count the votes on "${title}", say who is in its groups: startTestEnvironment({ people: { group: ['ann', 'bob'] } }).`,
    );
  }
  const parts = quorum.rule === 'per-group' ? partsByGroup(voters) : [voters];
  const outcomes = parts.map((part) => outcomeOfPart(quorum, part, votes));
  if (outcomes.includes('rejected')) return 'rejected';
  return outcomes.every((outcome) => outcome === 'approved') ? 'approved' : undefined;
}

function outcomeOfPart(
  quorum: TaskQuorum,
  voters: readonly Voter[],
  votes: readonly TaskVote[],
): Vote | undefined {
  const cast = votes.filter(({ by }) => voters.some(({ id }) => id === by.id));
  const approvals = cast.filter(({ vote }) => vote === 'approved').length;
  const needed = neededOf(quorum, voters.length);
  if (approvals >= needed) return 'approved';
  return approvals + voters.length - cast.length < needed ? 'rejected' : undefined;
}

function neededOf(quorum: TaskQuorum, people: number): number {
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

function partsByGroup(voters: readonly Voter[]): Voter[][] {
  const groups = new Set(voters.flatMap((voter) => voter.groups));
  return [...groups].map((group) => voters.filter((voter) => voter.groups.includes(group)));
}
