import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../generated';
import type { TaskVoteKind } from '../generated/graphql';
import { LongText } from '../interface/values/long-text';
import { TimeText } from '../time/time-text';
import classes from './approval.module.css';
import { voteWords } from './quorum.words';

const VoteFields = graphql(`
  fragment Vote on TaskVote {
    voter {
      kind
      id
      displayName
    }
    vote
    round
    reason
    at
    selfApproval
  }
`);

const signs: Record<TaskVoteKind, typeof IconCheck> = {
  APPROVED: IconCheck,
  REJECTED: IconX,
  CHANGES_REQUESTED: IconPencil,
};

export interface VoteListProps {
  votes: readonly FragmentType<typeof VoteFields>[];
  /** The version that counts now; votes on earlier ones are told apart. */
  round: number;
}

/** Who said what, and why. */
export function VoteList({ votes: masked, round }: VoteListProps) {
  const votes = masked.map((vote) => readFragment(VoteFields, vote));
  if (votes.length === 0) return null;
  return (
    <ul className={classes.votes} aria-label="Votes">
      {votes.map((vote) => {
        const Sign = signs[vote.vote];
        return (
          <li key={`${vote.voter.id} ${vote.round} ${vote.at}`} data-vote={vote.vote}>
            <Sign size={15} stroke={2.2} aria-hidden />
            <div>
              <span>
                <strong>{vote.voter.displayName}</strong> {voteWords[vote.vote]}
                {vote.round < round && ` ${aboutWords(vote.vote)} ${vote.round}`}
              </span>{' '}
              <TimeText at={vote.at} className={classes.at} />
              {vote.selfApproval && <span className={classes.at}> · their own request</span>}
              {vote.reason && <LongText text={vote.reason} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function aboutWords(vote: TaskVoteKind): string {
  return vote === 'CHANGES_REQUESTED' ? 'to version' : 'version';
}
