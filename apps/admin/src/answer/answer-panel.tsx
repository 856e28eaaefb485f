import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { DraftStatus } from '../drafts/draft-status';
import { type AnswerDraft, useDraft } from '../drafts/use-draft';
import type { ApiError } from '../errors/api-error';
import { type FormErrors, toFormErrors } from '../errors/field-errors';
import { focusFirstError } from './focus-first-error';
import { FormBoundary } from './form-boundary';
import { prepareLayout } from './prepare-layout';
import { UnsavedGuard } from '../drafts/unsaved-guard';
import { useAnnounced } from '../interface/use-announced';
import { StickyFoot } from '../interface/sticky-foot';
import { useSubmitKey } from '../interface/use-submit-key';
import { useKeptFocus } from './use-kept-focus';

const AnswerForm = lazy(async () => ({ default: (await import('./answer-form')).AnswerForm }));

export interface AnswerPanelProps {
  taskId: string;
  schema: Record<string, unknown>;
  uiSchema: unknown;
  /** The viewer's draft on the server. */
  draft: Parameters<typeof useDraft>[2];
  /** Why the form can't be filled; null when it can. */
  readOnly: string | null;
  /** What the person has to know to fill it. */
  note?: string | null | undefined;
  submit: SubmitButton;
}

export interface SubmitButton {
  label: string;
  variant: 'filled' | 'light';
  busy: boolean;
  /** The single key that presses it. */
  shortcut: 'a' | 'e';
  /** It sends what was filled in so far, complete or not. */
  half?: boolean;
  /** @param savedRevision of the task after the last draft was saved; 0 when none was */
  send: (data: unknown, savedRevision: number) => Promise<ApiError | null>;
}

/** The form with its button: checks in the browser, sends, and shows the server's complaints at the fields. */
export function AnswerPanel(props: AnswerPanelProps) {
  const { taskId, schema, uiSchema, draft, readOnly, note = null, submit } = props;
  const layout = useMemo(() => prepareLayout(uiSchema), [uiSchema]);
  const answer = useDraft(taskId, null, draft);
  const [refused, setRefused] = useState<FormErrors>();
  const [invalid, setInvalid] = useState(false);
  const box = useSubmitKey(readOnly === null);
  const disabled = useKeptFocus(box, readOnly !== null);
  useAnnounced(readOnly);

  const send = async (data: unknown): Promise<void> => {
    setInvalid(false);
    setRefused(undefined);
    const error = await submit.send(data, await answer.hold());
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
    <div ref={box} data-answer>
      {readOnly && (
        <Group gap={6} mb="sm" c="dimmed" wrap="nowrap">
          <IconLock size={15} aria-hidden />
          <Text size="sm">{readOnly}</Text>
        </Group>
      )}
      {note && (
        <Text size="sm" c="dimmed" mb="sm">
          {note}
        </Text>
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
            readOnly={disabled}
            onChange={change}
            onSubmit={(data) => void send(data)}
            onInvalid={() => setInvalid(true)}
          >
            {readOnly === null ? (
              <SubmitBar submit={submit} draft={answer} onHalf={() => void send(answer.data)} />
            ) : (
              <span hidden />
            )}
          </AnswerForm>
        </Suspense>
      </FormBoundary>
      <UnsavedGuard phase={readOnly === null ? answer.phase : 'off'} onDiscard={answer.finish} />
    </div>
  );
}

interface SubmitBarProps {
  submit: SubmitButton;
  draft: AnswerDraft;
  onHalf: () => void;
}

function SubmitBar({ submit, draft, onHalf }: SubmitBarProps) {
  // The foot of an approval is that of its other decisions.
  const Foot = submit.shortcut === 'a' ? Stack : StickyFoot;
  return (
    <Foot>
      <DraftStatus draft={draft} />
      <Group gap="sm">
        <Button
          type={submit.half ? 'button' : 'submit'}
          onClick={submit.half ? onHalf : undefined}
          loading={submit.busy}
          variant={submit.variant}
          aria-keyshortcuts={submit.shortcut}
        >
          {submit.label}
        </Button>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          Ctrl + Enter
        </Text>
      </Group>
    </Foot>
  );
}
