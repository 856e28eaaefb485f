import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { type FormErrors, toFormErrors } from '../errors/field-errors';
import { focusFirstError } from './focus-first-error';
import { FormBoundary } from './form-boundary';
import { initialAnswers, prepareLayout } from './prepare-layout';
import { UnsavedGuard } from './unsaved-guard';
import { useAnswer } from './use-answer';
import { useSubmitKey } from './use-submit-key';
import type { TaskActions } from './use-task-actions';

const AnswerForm = lazy(async () => ({ default: (await import('./answer-form')).AnswerForm }));

export interface AnswerPanelProps {
  taskId: string;
  schema: Record<string, unknown>;
  uiSchema: unknown;
  /** Completing claims the task in the same step. */
  claimFirst: boolean;
  /** Why the form can't be filled; null when it can. */
  readOnly: string | null;
  actions: TaskActions;
}

/** The form with its button: checks in the browser, sends, and shows the server's complaints at the fields. */
export function AnswerPanel({ taskId, schema, uiSchema, claimFirst, readOnly, actions }: AnswerPanelProps) {
  const layout = useMemo(() => prepareLayout(schema, uiSchema), [schema, uiSchema]);
  const initial = useMemo(() => initialAnswers(schema, layout), [schema, layout]);
  const answer = useAnswer(taskId, initial);
  const [refused, setRefused] = useState<FormErrors>();
  const [invalid, setInvalid] = useState(false);
  const box = useSubmitKey(readOnly === null);

  const send = async (data: unknown): Promise<void> => {
    setInvalid(false);
    setRefused(undefined);
    const error = await actions.complete(data ?? {}, claimFirst);
    if (!error) return answer.clear();
    if (error.fields.length === 0) return;
    setRefused(toFormErrors(error.fields));
    setInvalid(true);
    focusFirstError(error.fields);
  };
  const change = (data: unknown): void => {
    setRefused(undefined);
    answer.change(data);
  };

  return (
    <div ref={box}>
      {readOnly && (
        <Group gap={6} mb="sm" c="dimmed" wrap="nowrap">
          <IconLock size={15} aria-hidden />
          <Text size="sm">{readOnly}</Text>
        </Group>
      )}
      {invalid && (
        <Alert color="red" variant="light" role="alert" mb="md" icon={<IconAlertTriangle size={18} />}>
          Some fields need your attention. Nothing was sent.
        </Alert>
      )}
      <FormBoundary>
        <Suspense fallback={<Skeleton height={140} />}>
          <AnswerForm
            taskId={taskId}
            schema={schema}
            layout={layout}
            data={answer.data}
            errors={refused}
            readOnly={readOnly !== null}
            onChange={change}
            onSubmit={(data) => void send(data)}
            onInvalid={() => setInvalid(true)}
          >
            {readOnly === null ? (
              <SubmitBar claimFirst={claimFirst} busy={actions.busy === 'complete'} />
            ) : (
              <span hidden />
            )}
          </AnswerForm>
        </Suspense>
      </FormBoundary>
      <UnsavedGuard active={answer.dirty && readOnly === null} onDiscard={answer.clear} />
    </div>
  );
}

function SubmitBar({ claimFirst, busy }: { claimFirst: boolean; busy: boolean }) {
  return (
    <Group mt="md" gap="sm">
      <Button type="submit" loading={busy} variant={claimFirst ? 'light' : 'filled'}>
        {claimFirst ? 'Claim and complete' : 'Complete'}
      </Button>
      <Text size="xs" c="dimmed" visibleFrom="sm">
        Ctrl + Enter
      </Text>
    </Group>
  );
}
