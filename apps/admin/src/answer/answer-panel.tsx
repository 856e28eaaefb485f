import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { DraftStatus } from '../drafts/draft-status';
import { type AnswerDraft, useDraft } from '../drafts/use-draft';
import type { ApiError } from '../errors/api-error';
import { type FormErrors, toFormErrors } from '../errors/field-errors';
import { focusFirstError } from './focus-first-error';
import { FormBoundary } from './form-boundary';
import { initialAnswers, prepareLayout } from './prepare-layout';
import { UnsavedGuard } from '../drafts/unsaved-guard';
import { useSubmitKey } from '../interface/use-submit-key';

const AnswerForm = lazy(async () => ({ default: (await import('./answer-form')).AnswerForm }));

export interface AnswerPanelProps {
  taskId: string;
  schema: Record<string, unknown>;
  uiSchema: unknown;
  /** The viewer's draft on the server. */
  draft: Parameters<typeof useDraft>[2];
  /** Why the form can't be filled; null when it can. */
  readOnly: string | null;
  submit: SubmitButton;
}

export interface SubmitButton {
  label: string;
  variant: 'filled' | 'light';
  busy: boolean;
  /** @param savedRevision of the task after the last draft was saved; 0 when none was */
  send: (data: unknown, savedRevision: number) => Promise<ApiError | null>;
}

/** The form with its button: checks in the browser, sends, and shows the server's complaints at the fields. */
export function AnswerPanel({ taskId, schema, uiSchema, draft, readOnly, submit }: AnswerPanelProps) {
  const layout = useMemo(() => prepareLayout(schema, uiSchema), [schema, uiSchema]);
  const initial = useMemo(() => initialAnswers(schema, layout), [schema, layout]);
  const answer = useDraft(taskId, initial, draft);
  const [refused, setRefused] = useState<FormErrors>();
  const [invalid, setInvalid] = useState(false);
  const box = useSubmitKey(readOnly === null);

  const send = async (data: unknown): Promise<void> => {
    setInvalid(false);
    setRefused(undefined);
    const error = await submit.send(data ?? {}, await answer.hold());
    if (!error) return answer.finish();
    answer.release();
    if (error.fields.length === 0) return;
    setRefused(toFormErrors(error.fields));
    setInvalid(true);
    focusFirstError(error.fields);
  };
  const change = (data: unknown): void => {
    setRefused(undefined);
    if (readOnly === null) answer.change(data);
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
            key={answer.origin}
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
            {readOnly === null ? <SubmitBar submit={submit} draft={answer} /> : <span hidden />}
          </AnswerForm>
        </Suspense>
      </FormBoundary>
      <UnsavedGuard phase={readOnly === null ? answer.phase : 'off'} onDiscard={answer.finish} />
    </div>
  );
}

function SubmitBar({ submit, draft }: { submit: SubmitButton; draft: AnswerDraft }) {
  return (
    <>
      <DraftStatus draft={draft} />
      <Group mt="sm" gap="sm">
        <Button type="submit" loading={submit.busy} variant={submit.variant}>
          {submit.label}
        </Button>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          Ctrl + Enter
        </Text>
      </Group>
    </>
  );
}
