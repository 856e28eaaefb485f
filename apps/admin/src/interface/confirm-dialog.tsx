import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ApiError } from '../errors/api-error';

export interface ConfirmDialogProps {
  title: string;
  /** What the button says. */
  confirm: string;
  danger?: boolean;
  /** Something is still missing. */
  incomplete?: boolean;
  onClose: () => void;
  /** Another question follows, so that it does not close by itself. */
  stays?: boolean;
  /** Resolves to the server's error; the dialog closes on null. */
  onConfirm: () => Promise<ApiError | null>;
  children?: ReactNode;
}

/** The frame of every dialog that sends a command: stays open with the server's words when it was refused. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    confirm,
    danger = false,
    incomplete = false,
    stays = false,
    onClose,
    onConfirm,
    children,
  } = props;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || incomplete) return;
    setBusy(true);
    setRefused(null);
    const error = await onConfirm();
    setBusy(false);
    if (error) setRefused(error);
    else if (!stays) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      // A click beside it must not lose what was typed in it.
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          {children}
          {refused && (
            <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} />}>
              {refusalText(refused)}
            </Alert>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Back
            </Button>
            <Button type="submit" color={danger ? 'red' : undefined} loading={busy} disabled={incomplete}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Each complaint of its own where there are several. */
function refusalText({ message, fields }: ApiError): string {
  return fields.length > 0 ? fields.map((field) => sentence(field.message)).join(' ') : message;
}

function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
