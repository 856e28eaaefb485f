import { useMutation } from '@apollo/client/react';
import { Button, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { ReplayFailed } from './webhook-operations';

const HOUR_MS = 3_600_000;
/** How far back, in hours. */
const PERIODS = [
  { value: '24', label: 'The last day' },
  { value: '72', label: 'The last three days' },
  { value: '168', label: 'The last week' },
  { value: '720', label: 'The last 30 days' },
];

export interface ReplayFailedButtonProps {
  endpointId: string;
  onReplayed: () => void;
}

/** Has what was given up sent once more. */
export function ReplayFailedButton({ endpointId, onReplayed }: ReplayFailedButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [hours, setHours] = useState('72');
  const [replay] = useMutation(ReplayFailed);
  const confirm = async () => {
    try {
      const since = new Date(Date.now() - Number(hours) * HOUR_MS).toISOString();
      const { data } = await replay({ variables: { input: { endpointId, since } } });
      const { count = 0, more = false } = data?.replayFailedWebhooks ?? {};
      announce(`${count} are sent once more.${more ? ' There are more: replay again.' : ''}`);
      onReplayed();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Replay what was given up
      </Button>
      {isOpen && (
        <ConfirmDialog
          title="Replay what was given up?"
          confirm="Replay"
          onClose={() => setOpen(false)}
          onConfirm={confirm}
        >
          <Text size="sm">
            It is sent once more with the same ids, the oldest first; at most a thousand at once. What has
            arrived since is not sent again.
          </Text>
          <Select
            label="Of"
            data={PERIODS}
            value={hours}
            onChange={(value) => setHours(value ?? '72')}
            allowDeselect={false}
          />
        </ConfirmDialog>
      )}
    </>
  );
}
