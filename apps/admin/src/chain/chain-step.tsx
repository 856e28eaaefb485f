import { ActionIcon, Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { TargetSelect } from '../directory/target-select';
import { ErrorText } from '../errors/error-text';
import classes from './chain.module.css';
import { actionChoices, type StepDraft, stepUnitChoices } from './step-draft';
import { toStepTarget, useKnownTarget } from './use-known-target';

export interface ChainStepProps {
  step: StepDraft;
  /** From 1. */
  number: number;
  isLast: boolean;
  error: string | undefined;
  onChange: (changes: Partial<StepDraft>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One step of a chain: what happens, when, and to whom. */
export function ChainStep({ step, number, isLast, error, onChange, onMove, onRemove }: ChainStepProps) {
  const target = useKnownTarget(step.to);
  const { action, unit, amount, ifUnclaimed, message } = step;
  return (
    <li className={classes.step} aria-label={`Step ${number}`}>
      <div className={classes.head}>
        <span className={classes.name}>Step {number}</span>
        <Group gap={2}>
          <Tool label={`Move step ${number} up`} disabled={number === 1} onClick={() => onMove(-1)}>
            <IconArrowUp size={16} />
          </Tool>
          <Tool label={`Move step ${number} down`} disabled={isLast} onClick={() => onMove(1)}>
            <IconArrowDown size={16} />
          </Tool>
          <Tool label={`Remove step ${number}`} onClick={onRemove}>
            <IconTrash size={16} />
          </Tool>
        </Group>
      </div>
      <div className={classes.fields}>
        <Select
          label="What"
          allowDeselect={false}
          data={actionChoices}
          value={action}
          onChange={(value) => onChange({ action: value as StepDraft['action'] })}
        />
        {unit === 'at-once' ? (
          <span />
        ) : (
          <NumberInput
            label="Time"
            min={0}
            hideControls
            value={amount}
            onChange={(value) => onChange({ amount: value })}
          />
        )}
        <Select
          className={classes.when}
          label="When"
          allowDeselect={false}
          data={stepUnitChoices}
          value={unit}
          onChange={(value) => onChange({ unit: value as StepDraft['unit'] })}
        />
        {action !== 'EXPIRE' && (
          <div className={classes.target}>
            <TargetSelect
              label={action === 'NOTIFY' ? 'Whom (empty: the supervisors)' : 'To whom'}
              withGroups
              clearable
              value={target}
              onChange={(chosen) => onChange({ to: toStepTarget(chosen) })}
            />
          </div>
        )}
        <TextInput
          className={classes.wide}
          label="Message"
          placeholder="Stands in the history, and in what people are sent"
          maxLength={500}
          value={message}
          onChange={(event) => onChange({ message: event.currentTarget.value })}
        />
        <Checkbox
          className={classes.wide}
          label="Only if nobody has claimed the task by then"
          checked={ifUnclaimed}
          onChange={(event) => onChange({ ifUnclaimed: event.currentTarget.checked })}
        />
      </div>
      {error && <ErrorText>{error}</ErrorText>}
    </li>
  );
}

interface ToolProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

function Tool({ label, disabled = false, onClick, children }: ToolProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="md"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
