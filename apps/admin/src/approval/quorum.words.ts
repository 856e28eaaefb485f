import type { TaskQuorumRule, TaskVoteKind } from '../generated/graphql';

export interface Quorum {
  rule: TaskQuorumRule;
  count?: number | null;
  percentage?: number | null;
  veto: boolean;
}

/** What has to come together for an approval. */
export function quorumWords(quorum: Quorum): string {
  const rule = ruleWords(quorum);
  return quorum.veto ? `${rule} One rejection decides against it.` : rule;
}

function ruleWords({ rule, count, percentage }: Quorum): string {
  switch (rule) {
    case 'ANY':
      return 'One approval is enough.';
    case 'ALL':
      return 'Everybody who may vote has to approve.';
    case 'COUNT':
      return count === 1 ? 'One approval is enough.' : `${count ?? 0} people have to approve.`;
    case 'PERCENTAGE':
      return `${percentage ?? 0} % of those who may vote have to approve.`;
    case 'PER_GROUP':
      return count === 1
        ? 'One person of each group has to approve.'
        : `${count ?? 0} people of each group have to approve.`;
  }
}

export interface Progress {
  approvals: number;
  rejections: number;
  needed: number;
  voters: number;
}

/** How far a vote is: "1 of 2 approvals, 1 rejection, 1 vote to come". */
export function progressWords({ approvals, rejections, needed, voters }: Progress): string {
  const open = Math.max(0, voters - approvals - rejections);
  const parts = [`${approvals} of ${needed} ${needed === 1 ? 'approval' : 'approvals'}`];
  if (rejections > 0) parts.push(`${rejections} ${rejections === 1 ? 'rejection' : 'rejections'}`);
  parts.push(open === 0 ? 'no vote to come' : `${open} ${open === 1 ? 'vote' : 'votes'} to come`);
  return parts.join(', ');
}

export const voteWords: Record<TaskVoteKind, string> = {
  APPROVED: 'approved',
  REJECTED: 'rejected',
  CHANGES_REQUESTED: 'asked for changes',
};
