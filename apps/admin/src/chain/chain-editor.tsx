import { Button, Radio, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { announce } from '../interface/announcer';
import { ErrorText } from '../errors/error-text';
import type { ApiError } from '../errors/api-error';
import { messagesBelow, messagesOf } from '../settings/field-messages';
import classes from './chain.module.css';
import { ChainStep } from './chain-step';
import { newStep, type StepDraft } from './step-draft';

export interface ChainEditorProps {
  /** The steps; null where there is no chain of one's own, and the one above counts. */
  chain: StepDraft[] | null;
  onChange: (chain: StepDraft[] | null) => void;
  /** What the choice says that stands for null. */
  noneLabel: string;
  ownLabel: string;
  /** What the server had against the chain. */
  refused: ApiError | null;
}

const most = 20;

/** What happens to tasks that are late, step by step. */
export function ChainEditor({ chain, onChange, noneLabel, ownLabel, refused }: ChainEditorProps) {
  // The steps are kept while the other choice is on, so that switching back finds them again.
  const [kept, setKept] = useState<StepDraft[]>([newStep]);
  const choose = (own: boolean): void => {
    if (own) return onChange(kept);
    setKept(chain ?? kept);
    onChange(null);
  };
  return (
    <>
      <Radio.Group
        aria-label="When a task is late"
        mb={14}
        value={chain === null ? 'none' : 'own'}
        onChange={(value) => choose(value === 'own')}
      >
        <Stack gap={8}>
          <Radio value="none" label={noneLabel} />
          <Radio value="own" label={ownLabel} />
        </Stack>
      </Radio.Group>
      <Text size="xs" c="dimmed" mb={chain === null ? 0 : 14}>
        A reminder is a line in the history of the task; nobody is sent a message yet.
      </Text>
      {chain !== null && <Steps chain={chain} onChange={onChange} refused={refused} />}
    </>
  );
}

function Steps({
  chain,
  onChange,
  refused,
}: Pick<ChainEditorProps, 'refused'> & { chain: StepDraft[]; onChange: (chain: StepDraft[]) => void }) {
  const errorAt = messagesBelow(refused);
  const add = useRef<HTMLButtonElement>(null);
  const move = (from: number, by: 1 | -1): void => {
    const next = [...chain];
    const [step] = next.splice(from, 1);
    if (step) next.splice(from + by, 0, step);
    onChange(next);
    announce(`Step ${from + 1} is step ${from + by + 1} now.`);
  };
  return (
    <>
      <ol className={classes.steps}>
        {chain.map((step, index) => (
          <ChainStep
            key={index}
            step={step}
            number={index + 1}
            isLast={index === chain.length - 1}
            error={errorAt(`/${index}`)}
            onChange={(changes) =>
              onChange(chain.map((one, at) => (at === index ? { ...one, ...changes } : one)))
            }
            onMove={(by) => move(index, by)}
            onRemove={() => {
              onChange(chain.filter((_, at) => at !== index));
              announce(`Step ${index + 1} is removed.`);
              // The focus was on the step that is gone; the keyboard goes on at the button that adds one.
              add.current?.focus();
            }}
          />
        ))}
      </ol>
      {messagesOf(refused)('') && <ErrorText>{messagesOf(refused)('')}</ErrorText>}
      <Button
        ref={add}
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={chain.length >= most}
        onClick={() => onChange([...chain, newStep])}
      >
        Add a step
      </Button>
    </>
  );
}
