import { Progress, Text } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../generated';
import classes from './approval.module.css';
import { progressWords, quorumWords } from './quorum.words';

const VoteProgressFields = graphql(`
  fragment VoteProgress on TaskApproval {
    quorum {
      rule
      count
      percentage
      veto
    }
    progress {
      approvals
      rejections
      needed
      voters
      group {
        id
        name
      }
    }
  }
`);

/** How many have to approve and how many have; one bar for each group that votes by itself. */
export function VoteProgress({ approval }: { approval: FragmentType<typeof VoteProgressFields> }) {
  const { quorum, progress } = readFragment(VoteProgressFields, approval);
  if (!quorum) return null;
  return (
    <div className={classes.vote}>
      <Text size="sm">{quorumWords(quorum)}</Text>
      {progress.map((part, index) => {
        const words = progressWords(part);
        const share = (votes: number): number => (100 * votes) / Math.max(part.needed, part.voters, 1);
        return (
          <div key={part.group?.id ?? index} role="group" aria-label={part.group?.name ?? 'Votes'}>
            <Text size="xs" c="dimmed" mb={4}>
              {part.group && `${part.group.name}: `}
              {words}
            </Text>
            <Progress.Root size={6} aria-hidden>
              <Progress.Section value={share(part.approvals)} color="petrol.5" />
              <Progress.Section value={share(part.rejections)} color="red.6" />
            </Progress.Root>
          </div>
        );
      })}
    </div>
  );
}
