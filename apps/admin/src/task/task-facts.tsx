import { type FragmentType, graphql, readFragment } from '../generated';
import type { TaskFactsFragment } from '../generated/graphql';
import { TaskHold } from '../privacy/holds/task-hold';
import { elapsedShare, slaOutcome } from '../time/relative-time';
import { DueText } from '../time/due-text';
import { TimeText } from '../time/time-text';
import { useNow } from '../time/use-now';
import { ComingSteps } from './coming-steps';
import { Fact, FactList } from '../interface/values/fact-list';
import classes from './task-facts.module.css';

const TaskFactsFields = graphql(`
  fragment TaskFacts on Task {
    id
    createdAt
    dueAt
    pausedAt
    expiresAt
    closedAt
    type
    conversationId
    conversation {
      id
    }
    escalationLevel
    outcomeReason
    owner {
      id
      displayName
    }
    candidates {
      users {
        id
        displayName
      }
      groups {
        id
        name
      }
    }
    excluded {
      id
      displayName
    }
    ...ComingSteps
    assignee {
      id
      displayName
    }
    group {
      id
      name
    }
    createdBy {
      kind
      id
      displayName
    }
  }
`);

/** Who holds it, since when, until when. */
export function TaskFacts({ task: masked }: { task: FragmentType<typeof TaskFactsFields> }) {
  const task = readFragment(TaskFactsFields, masked);
  return (
    <section className={`panel ${classes.panel}`} aria-label="Facts">
      <FactList>
        <Fact name="Assignee">{task.assignee?.displayName ?? 'Nobody yet'}</Fact>
        {task.owner && <Fact name="Delegated by">{task.owner.displayName}</Fact>}
        <Fact name="Group">{task.group?.name ?? 'None'}</Fact>
        <Candidates task={task} />
        {task.excluded.length > 0 && <Fact name="Excluded">{namesOf(task.excluded)}</Fact>}
        {task.dueAt && (
          <Fact name="SLA">
            {task.closedAt ? (
              slaOutcome(new Date(task.dueAt), new Date(task.closedAt))
            ) : (
              <DueText dueAt={task.dueAt} pausedAt={task.pausedAt} />
            )}
            {!task.closedAt && !task.pausedAt && <SlaMeter createdAt={task.createdAt} dueAt={task.dueAt} />}
          </Fact>
        )}
        {!task.closedAt && <ComingSteps task={task} />}
        {task.escalationLevel > 0 && <Fact name="Escalated">Level {task.escalationLevel}</Fact>}
        <Fact name="Created">
          <TimeText at={task.createdAt} /> by {task.createdBy.displayName}
        </Fact>
        {task.closedAt && (
          <Fact name="Closed">
            <TimeText at={task.closedAt} />
          </Fact>
        )}
        {!task.closedAt && task.expiresAt && (
          <Fact name="Expires">
            <TimeText at={task.expiresAt} />
          </Fact>
        )}
        {task.outcomeReason && <Fact name="Reason">{task.outcomeReason}</Fact>}
        {task.type && <Fact name="Type">{task.type}</Fact>}
        {task.conversationId && !task.conversation && <Fact name="Conversation">{task.conversationId}</Fact>}
        <TaskHold taskId={task.id} />
      </FactList>
    </section>
  );
}

/** Who may claim it, where that is more than the group. */
function Candidates({ task: { candidates, group } }: { task: TaskFactsFragment }) {
  const groups = candidates.groups.filter(({ id }) => id !== group?.id);
  if (groups.length === 0 && candidates.users.length === 0) return null;
  const names = [
    ...groups.map(({ name }) => name),
    ...candidates.users.map(({ displayName }) => displayName),
  ];
  return <Fact name="Candidates">{names.join(', ')}</Fact>;
}

function namesOf(people: readonly { displayName: string }[]): string {
  return people.map(({ displayName }) => displayName).join(', ');
}

function SlaMeter({ createdAt, dueAt }: { createdAt: string; dueAt: string }) {
  const share = elapsedShare(new Date(createdAt), new Date(dueAt), useNow());
  return (
    <svg className={classes.meter} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
      <rect width="100" height="4" className={classes.track} />
      <rect width={share * 100} height="4" className={classes.gone} data-late={share >= 1 || undefined} />
    </svg>
  );
}
