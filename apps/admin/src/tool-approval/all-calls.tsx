import { Button, Group } from '@mantine/core';
import { announce } from '../interface/announcer';
import { ReasonField } from '../commands/reason-field';
import type { ToolRisk } from '../generated/graphql';
import { type Choice, type Choices, chooseAll } from './choices';
import { chosenWords } from './choices.words';

export interface AllCallsProps {
  choices: Choices;
  /** Those that are still to be decided. */
  calls: readonly { callId: string; risk: ToolRisk }[];
  onChange: (changes: Partial<Choices>) => void;
}

/** Allow or deny every call at once, where there are several; each can be changed after that. */
export function AllCalls({ choices, calls, onChange }: AllCallsProps) {
  if (calls.length < 2) return null;
  const critical = calls.filter(({ risk }) => risk === 'CRITICAL').length;
  const choose = (verdict: NonNullable<Choice['verdict']>): void => {
    onChange({ decisions: chooseAll(choices, calls, verdict) });
    announce(chosenWords(verdict, calls.length, critical));
  };
  const denied = calls.filter(({ callId }) => choices.decisions[callId]?.verdict === 'deny').length;
  return (
    <>
      <Group gap="sm">
        {critical < calls.length && (
          <Button size="xs" variant="default" onClick={() => choose('allow')}>
            {critical > 0 ? 'Allow all but the critical' : 'Allow all'}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => choose('deny')}>
          Deny all
        </Button>
      </Group>
      {denied > 1 && (
        <div style={{ marginTop: 12 }}>
          <ReasonField
            keptAsDraft
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
