import { Button, Checkbox, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { ReasonField } from '../commands/reason-field';
import type { ToolRisk } from '../generated/graphql';
import type { Choice } from './choices';
import { endOf } from './similar-periods';
import { SimilarFields } from './similar-fields';
import classes from './tool-approval.module.css';

export interface ToolCallChoiceProps {
  agent: { kind: string; displayName: string };
  call: { tool: string; risk: ToolRisk; similarBy: readonly string[] };
  /** The names of the call's arguments. */
  names: readonly string[];
  value: Choice;
  /** What is wrong with the choice, once the person has tried to send it. */
  error: string | undefined;
  onChange: (value: Choice) => void;
}

/** Allow or deny one call, with a message, and similar ones for a while. */
export function ToolCallChoice({ agent, call, names, value, error, onChange }: ToolCallChoiceProps) {
  const { verdict, message = '', allow_similar: similar } = value;
  const mayRepeat = verdict === 'allow' && call.risk !== 'CRITICAL' && agent.kind === 'SERVICE';
  const allowSimilar = (wanted: boolean): void => {
    const { allow_similar: _, ...rest } = value;
    const by = call.similarBy.filter((name) => names.includes(name));
    onChange(wanted ? { ...rest, allow_similar: { until: endOf('today', new Date()) ?? '', by } } : rest);
  };
  return (
    <div className={classes.decide}>
      <div className={classes.verdicts} role="group" aria-label={`Decision about ${call.tool}`}>
        <Button
          size="xs"
          variant={verdict === 'allow' ? 'filled' : 'default'}
          aria-keyshortcuts="a"
          aria-pressed={verdict === 'allow'}
          leftSection={<IconCheck size={15} aria-hidden />}
          onClick={() => onChange({ ...value, verdict: 'allow' })}
        >
          Allow
        </Button>
        <Button
          size="xs"
          color="red"
          variant={verdict === 'deny' ? 'filled' : 'default'}
          aria-keyshortcuts="d"
          aria-pressed={verdict === 'deny'}
          leftSection={<IconX size={15} aria-hidden />}
          onClick={() => onChange({ ...value, verdict: 'deny' })}
        >
          Deny
        </Button>
      </div>
      {verdict !== undefined && (
        <ReasonField
          keptAsDraft
          label="Message to the agent"
          description={
            verdict === 'deny'
              ? 'Needed: why not, and what to do in its place.'
              : 'If there is something to say.'
          }
          error={verdict === 'deny' ? error : undefined}
          value={message}
          onChange={(text) => onChange({ ...value, message: text })}
        />
      )}
      {mayRepeat && (
        <Checkbox
          label="Allow similar calls for a while"
          checked={similar !== undefined}
          onChange={(event) => allowSimilar(event.currentTarget.checked)}
        />
      )}
      {mayRepeat && similar && (
        <SimilarFields
          agent={agent.displayName}
          tool={call.tool}
          names={names}
          value={similar}
          onChange={(next) => onChange({ ...value, allow_similar: next })}
        />
      )}
      {error && verdict !== 'deny' && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
    </div>
  );
}
