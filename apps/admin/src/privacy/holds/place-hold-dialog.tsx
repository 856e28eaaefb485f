import { useMutation } from '@apollo/client/react';
import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiError, readApiError } from '../../errors/api-error';
import { announce } from '../../interface/announcer';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { PlaceLegalHold } from './legal-hold-operations';
import { taskIdIn } from './hold.words';

export interface PlaceHoldDialogProps {
  /** Id of the task that is meant; empty where somebody says it here. */
  task: string;
  onPlaced: () => void;
  onClose: () => void;
}

/** Asks on what, and why. */
export function PlaceHoldDialog({ task: meant, onPlaced, onClose }: PlaceHoldDialogProps) {
  const [on, setOn] = useState('task');
  const [task, setTask] = useState(meant);
  const [reason, setReason] = useState('');
  const [place] = useMutation(PlaceLegalHold);
  const isTask = on === 'task';
  const confirm = async (): Promise<ApiError | null> => {
    const input = { reason, ...(isTask && { taskId: taskIdIn(task) }) };
    try {
      await place({ variables: { input } });
    } catch (error) {
      return readApiError(error);
    }
    announce('The hold is placed.');
    onPlaced();
    return null;
  };
  return (
    <ConfirmDialog
      title="Place a legal hold"
      confirm="Place"
      incomplete={reason.trim() === '' || (isTask && task.trim() === '')}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Radio.Group label="On" value={on} onChange={setOn}>
        <Stack gap="xs" mt={6}>
          <Radio value="task" label="One task, with its conversation and its workflow" />
          <Radio value="workspace" label="The whole workspace" />
        </Stack>
      </Radio.Group>
      {isTask ? (
        <TextInput
          label="Task"
          description="Its address, as the browser shows it, or its id."
          required
          value={task}
          onChange={(event) => setTask(event.currentTarget.value)}
        />
      ) : (
        <Text size="sm">Until it is released nothing is erased here, and nobody.</Text>
      )}
      <Textarea
        label="Reason"
        description="Whoever looks at the holds reads it; at most 1,000 characters."
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
