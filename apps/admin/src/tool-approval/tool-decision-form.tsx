import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { TaskActions } from '../commands/use-task-actions';
import { DraftFields } from '../drafts/draft-operations';
import { DraftStatus } from '../drafts/draft-status';
import { useDraft } from '../drafts/use-draft';
import { pointerSegments } from '../errors/field-errors';
import { type FragmentType, readFragment } from '../generated';
import type { TaskRowFragment, ToolApprovalFragment } from '../generated/graphql';
import { isRecord } from '../interface/values/is-record';
import { UnsavedGuard } from '../drafts/unsaved-guard';
import { StickyFoot } from '../interface/sticky-foot';
import { useSubmitKey } from '../interface/use-submit-key';
import { AllCalls } from './all-calls';
import { allowsCritical, type Choice, type Missing, missingIn, readChoices, toAnswer } from './choices';
import { choiceWords, missingWords } from './choices.words';
import classes from './tool-approval.module.css';
import { ToolCallCard, ToolCallFields } from './tool-call-card';
import { ToolCallChoice } from './tool-call-choice';

export interface ToolDecisionFormProps {
  task: FragmentType<typeof DraftFields> & { id: string };
  request: NonNullable<ToolApprovalFragment['toolApproval']>;
  row: TaskRowFragment;
  claim: boolean;
  actions: TaskActions;
}

/** What gets the focus in a card whose choice is incomplete, by what is missing. */
const fieldOf: Record<Missing, string> = {
  verdict: 'button',
  message: 'textarea',
  until: 'input[type="datetime-local"], input[type="radio"]:checked',
};
const nothing = { decisions: {}, message: '' };

/** The cards with what the person chooses, kept as a draft, and sent as one decision about all of them. */
export function ToolDecisionForm({ task, request, row, claim, actions }: ToolDecisionFormProps) {
  const draft = useDraft(task.id, nothing, readFragment(DraftFields, task).draft);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [byButton, setByButton] = useState(false);
  const choices = readChoices(draft.data);
  const calls = request.calls.map((masked) => {
    const call = readFragment(ToolCallFields, masked);
    const names = isRecord(call.arguments) ? Object.keys(call.arguments) : [];
    return { masked, call: { ...call, similarBy: masked.similarBy }, names };
  });
  const pending = calls.filter(({ call }) => call.verdict === 'PENDING').map(({ call }) => call);
  const open = pending.map(({ callId }) => callId);

  const critical = allowsCritical(choices, pending);
  const box = useSubmitKey(true, () => {
    setByButton(critical);
    return !critical;
  });

  const change = (changes: Partial<typeof choices>): void => {
    setErrors(new Map());
    setByButton(false);
    draft.change({ ...choices, ...changes });
  };
  const choose = (callId: string, choice: Choice): void =>
    change({ decisions: { ...choices.decisions, [callId]: choice } });
  const refuse = (found: ReadonlyMap<string, string>, field: string): void => {
    setErrors(found);
    const cards = [...(box.current?.querySelectorAll<HTMLElement>('[data-call]') ?? [])];
    const card = cards.find(({ dataset }) => found.has(dataset.call ?? ''));
    card?.querySelector<HTMLElement>(field)?.focus();
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing = missingIn(choices, open, new Date());
    const [first] = missing.values();
    if (first !== undefined) {
      return refuse(new Map([...missing].map(([id, what]) => [id, missingWords[what]])), fieldOf[first]);
    }
    const expectedRevision = Math.max(row.revision, await draft.hold());
    const data = toAnswer(request.digest, choices, open);
    const error = await actions.send('COMPLETE', { data, claim, expectedRevision });
    if (!error) return draft.finish();
    draft.release();
    const found = error.fields.map(
      ({ pointer, message }) => [pointerSegments(pointer)[1] ?? '', message] as const,
    );
    if (found.length > 0) refuse(new Map(found), 'textarea');
  };

  return (
    <div ref={box}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <AllCalls choices={choices} calls={pending} onChange={change} />
        <ul className={classes.calls}>
          {calls.map(({ masked, call, names }) => (
            <ToolCallCard key={call.callId} call={masked} choice={choices.decisions[call.callId]?.verdict}>
              {call.verdict === 'PENDING' && (
                <ToolCallChoice
                  key={draft.origin}
                  agent={request.agent}
                  call={call}
                  names={names}
                  value={choices.decisions[call.callId] ?? {}}
                  error={errors.get(call.callId)}
                  onChange={(choice) => choose(call.callId, choice)}
                />
              )}
            </ToolCallCard>
          ))}
        </ul>
        <StickyFoot>
          {errors.size > 0 && (
            <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} />}>
              Something is still missing. Nothing was sent.
            </Alert>
          )}
          {byButton && (
            <Alert color="yellow" variant="light" role="alert" icon={<IconAlertTriangle size={18} />}>
              A critical call is allowed. Nothing was sent: look at it once more, then use the button.
            </Alert>
          )}
          <DraftStatus draft={draft} />
          <Group gap="sm">
            <Button
              type="submit"
              aria-keyshortcuts="e"
              loading={actions.busy === 'COMPLETE'}
              variant={claim ? 'light' : 'filled'}
            >
              {claim ? 'Claim and send decision' : 'Send decision'}
            </Button>
            <Text size="sm" c="dimmed">
              {choiceWords(choices, open)}
            </Text>
            {!critical && (
              <Text size="xs" c="dimmed" visibleFrom="sm">
                Ctrl + Enter
              </Text>
            )}
          </Group>
        </StickyFoot>
      </form>
      <UnsavedGuard phase={draft.phase} onDiscard={draft.finish} />
    </div>
  );
}
