import { useAnnounced } from '../../interface/use-announced';
import { type FragmentType, graphql, readFragment } from '../../generated';
import { useArrivalFocus } from '../../interface/use-arrival-focus';
import { TimeText } from '../../time/time-text';
import { DecidedData } from '../../answer/decided-data';
import classes from './next-steps.module.css';
import panel from '../../interface/panel.module.css';
import { deliveryStep, decisionWords, tookWords } from './outcome.words';
import { EvidencePart } from './evidence-part';
import { OutcomeStep } from './outcome-step';
import { usePendingDelivery } from './use-pending-delivery';
import { WorkflowStep } from './workflow-step';

const NextStepsFields = graphql(`
  fragment NextSteps on Task {
    id
    status
    outcome
    delivery
    closedAt
    type
    form {
      schema
      uiSchema
    }
    decision {
      outcome
      decidedAt
      channel
      seenAt
      selfApproval
      data
      decidedBy {
        kind
        id
        displayName
      }
    }
    workflow {
      id
      ...WorkflowStep
    }
  }
`);

export interface NextStepsProps {
  task: FragmentType<typeof NextStepsFields>;
  onReread: () => void;
}

/** After the end of a task: the decision, its way to the workflow, and what the workflow made of it. */
export function NextSteps({ task: masked, onReread }: NextStepsProps) {
  const task = readFragment(NextStepsFields, masked);
  const heading = useArrivalFocus<HTMLHeadingElement>(Boolean(task.outcome));
  const delivery = deliveryStep(task.delivery ?? null);
  usePendingDelivery(task.delivery === 'PENDING', onReread);
  useAnnounced(delivery?.title ?? null);
  if (!task.outcome) return null;
  const { decision, workflow } = task;
  return (
    <section className={`panel ${panel.panel}`} aria-labelledby="next-heading">
      <h2 id="next-heading" ref={heading} tabIndex={-1} className={panel.heading}>
        What happened next
      </h2>
      <ol className={classes.steps}>
        <OutcomeStep
          state={task.outcome === 'COMPLETED' || task.outcome === 'APPROVED' ? 'done' : 'failed'}
          title={decisionWords(task.outcome, decision?.decidedBy)}
        >
          {decision && <TimeText at={decision.decidedAt} />}
          {decision && ` · through ${channelName(decision.channel)}`}
          {decision?.seenAt && ` · ${tookWords(decision.seenAt, decision.decidedAt)}`}
          {decision?.selfApproval && ' · their own request'}
          {!decision && task.closedAt && <TimeText at={task.closedAt} />}
        </OutcomeStep>
        {delivery && (
          <OutcomeStep state={delivery.state} title={delivery.title}>
            {delivery.detail}
          </OutcomeStep>
        )}
        {workflow && <WorkflowStep workflow={workflow} />}
      </ol>
      {/* The panel of tool calls shows each decision at its call. */}
      {decision && task.type !== 'tool-approval' && <DecidedData data={decision.data} form={task.form} />}
      {decision && <EvidencePart taskId={task.id} />}
    </section>
  );
}

function channelName(channel: string): string {
  const names: Record<string, string> = {
    graphql: 'the app',
    web: 'the app',
    mcp: 'an agent',
    rest: 'the REST API',
    email: 'a mail',
    slack: 'Slack',
    teams: 'Microsoft Teams',
    telegram: 'Telegram',
    push: 'a notification',
    guest: 'the page for guests',
  };
  return names[channel.toLowerCase()] ?? channel;
}
