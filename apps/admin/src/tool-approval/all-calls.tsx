import { Button, Group } from '@mantine/core';
import { announce } from '../interface/announcer';
import { ReasonField } from '../commands/reason-field';
import type { Choice, Choices } from './choices';

export interface AllCallsProps {
  choices: Choices;
  callIds: readonly string[];
  onChange: (changes: Partial<Choices>) => void;
}

/** Allow or deny every call at once, where there are several; each can be changed after that. */
export function AllCalls({ choices, callIds, onChange }: AllCallsProps) {
  if (callIds.length < 2) return null;
  const chooseAll = (verdict: NonNullable<Choice['verdict']>): void => {
    const decisions = callIds.map((id) => [id, { ...choices.decisions[id], verdict }] as const);
    onChange({ decisions: { ...choices.decisions, ...Object.fromEntries(decisions) } });
    const done = verdict === 'allow' ? 'allowed' : 'denied';
    announce(`All ${callIds.length} calls are marked as ${done}. Nothing is sent yet.`);
  };
  const denied = callIds.filter((id) => choices.decisions[id]?.verdict === 'deny').length;
  return (
    <>
      <Group gap="sm">
        <Button size="xs" variant="default" onClick={() => chooseAll('allow')}>
          Allow all
        </Button>
        <Button size="xs" variant="default" onClick={() => chooseAll('deny')}>
          Deny all
        </Button>
      </Group>
      {denied > 1 && (
        <div style={{ marginTop: 12 }}>
          <ReasonField
            label="Message to the agent about all denied calls"
            description="For those that have no message of their own."
            value={choices.message}
            onChange={(message) => onChange({ message })}
          />
        </div>
      )}
    </>
  );
}
