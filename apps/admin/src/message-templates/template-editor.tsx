import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../errors/api-error';
import { ErrorText } from '../errors/error-text';
import type { TemplatePartsFragment } from '../generated/graphql';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { messagesOf } from '../settings/field-messages';
import { SaveBar } from '../settings/save-bar';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import type { TemplateChoice } from './template-choice';
import { ResetTemplate, SaveTemplate, SendTest, UndoTemplate } from './template-operations';
import { TemplatePreviewFrame } from './template-preview-frame';
import { TemplateVariableList } from './template-variable-list';
import { taskIdIn } from './template.words';
import classes from './message-templates.module.css';

export interface TemplateEditorProps {
  choice: TemplateChoice;
  own: TemplatePartsFragment['templates'][number] | undefined;
  builtIn: { subject: string; body: string };
  onChanged: () => void;
}

/** Changes one template, shows what it comes to, and sends a test to whoever edits it. */
export function TemplateEditor({ choice, own, builtIn, onChanged }: TemplateEditorProps) {
  const edit = useEdit({ subject: own?.subject ?? builtIn.subject, body: own?.body ?? builtIn.body });
  const save = useSave();
  const test = useSave();
  const [task, setTask] = useState('');
  const [resetting, setResetting] = useState(false);
  const [saveTemplate] = useMutation(SaveTemplate);
  const [undo] = useMutation(UndoTemplate);
  const [reset] = useMutation(ResetTemplate);
  const [send] = useMutation(SendTest);
  const { draft, change } = edit;
  const errorAt = messagesOf(save.refused);
  const input = { ...choice, ...draft };
  const request = { ...input, taskId: taskIdIn(task) };
  const done = (): void => {
    edit.discard();
    onChanged();
  };
  const submit = async (): Promise<void> => {
    if (await save.run(() => saveTemplate({ variables: { input } }), 'The template is saved.')) done();
  };
  const takeBack = async (): Promise<void> => {
    const work = () => undo({ variables: { input: choice } });
    if (await save.run(work, 'The text before is back.')) done();
  };
  return (
    <div className={classes.sides}>
      <Stack gap="sm">
        {own === undefined && (
          <Alert py={8} variant="light" role="note">
            The built-in template goes out. What you save here goes out in its place.
          </Alert>
        )}
        <TextInput
          label="Subject"
          value={draft.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
          error={errorAt('/subject')}
        />
        <Textarea
          className={classes.code}
          label="Body"
          description="HTML, with variables in double braces. What is filled in is escaped."
          autosize
          minRows={10}
          maxRows={24}
          spellCheck={false}
          value={draft.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
          error={errorAt('/body')}
        />
        <SaveBar
          dirty={edit.dirty}
          save={save}
          onSave={() => void submit()}
          onDiscard={() => {
            save.forget();
            edit.discard();
          }}
        />
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            loading={test.busy}
            onClick={() =>
              void test.run(() => send({ variables: { input: request } }), 'A test is on its way to you.')
            }
          >
            Send a test to me
          </Button>
          {own?.canUndo === true && (
            <Button variant="default" size="xs" disabled={save.busy} onClick={() => void takeBack()}>
              Undo the last change
            </Button>
          )}
          {own !== undefined && (
            <Button variant="default" size="xs" onClick={() => setResetting(true)}>
              Reset to the built-in one
            </Button>
          )}
        </Group>
        {test.saved !== null && (
          <Alert py={8} variant="light" role="note">
            {test.saved}
          </Alert>
        )}
        {test.refused && <ErrorText>{test.refused.message}</ErrorText>}
        <TemplateVariableList choice={choice} />
      </Stack>
      <Stack gap="sm">
        <TextInput
          label="Preview with a task"
          description="Its address or id. Left empty, a made-up one stands there."
          value={task}
          onChange={(event) => setTask(event.currentTarget.value)}
        />
        <TemplatePreviewFrame request={request} />
      </Stack>
      {resetting && (
        <ConfirmDialog
          title="Reset this template?"
          confirm="Reset"
          danger
          onClose={() => setResetting(false)}
          onConfirm={async () => {
            try {
              await reset({ variables: { input: choice } });
              done();
              return null;
            } catch (error) {
              return readApiError(error);
            }
          }}
        >
          Your text is gone, and the built-in template goes out again.
        </ConfirmDialog>
      )}
    </div>
  );
}
