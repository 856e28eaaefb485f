import { type FragmentType, graphql, readFragment } from '../generated';
import type { ComingStepsFragment } from '../generated/graphql';
import { TimeText } from '../time/time-text';
import { Fact } from '../interface/values/fact-list';
import { comingStepWords } from './coming-steps.words';
import classes from './task-facts.module.css';

const ComingStepsFields = graphql(`
  fragment ComingSteps on Task {
    pausedAt
    approval {
      quorum {
        rule
      }
    }
    steps {
      action
      at
      ifUnclaimed
      message
      user {
        id
        displayName
      }
      group {
        id
        name
      }
    }
  }
`);

/** What the task will do by itself, and when; while it is paused only what. */
export function ComingSteps({ task: masked }: { task: FragmentType<typeof ComingStepsFields> }) {
  const { steps, pausedAt, approval } = readFragment(ComingStepsFields, masked);
  const shown = steps.filter(({ action }) => action !== 'BREACH');
  if (shown.length === 0) return null;
  const isVote = approval?.quorum != null;
  return (
    <Fact name="Coming up">
      <ol className={classes.steps}>
        {shown.map((step) => (
          <li key={`${step.action} ${step.at}`}>
            {comingStepWords({ ...planOf(step), isVote })}{' '}
            {pausedAt ? 'once it goes on' : <TimeText at={step.at} />}
          </li>
        ))}
      </ol>
    </Fact>
  );
}

function planOf({ action, ifUnclaimed, user, group }: ComingStepsFragment['steps'][number]) {
  return { action, ifUnclaimed, to: user?.displayName ?? group?.name ?? null };
}
