import { useMutation } from '@apollo/client/react';
import {
  Button,
  Checkbox,
  CopyButton,
  Group,
  Modal,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { GuestAction } from '../generated/graphql';
import { messagesOf } from '../settings/field-messages';
import { useSave } from '../settings/use-save';
import { ACTION_LABELS, actionsFor } from './guest.words';
import { InviteGuest } from './guest-operations';

const DAYS = 7;
const MOST_DAYS = 30;

export interface InviteGuestDialogProps {
  taskId: string;
  isApproval: boolean;
  onInvited: () => void;
  onClose: () => void;
}

/** Asks whom to invite to the task and for what. */
export function InviteGuestDialog({ taskId, isApproval, onInvited, onClose }: InviteGuestDialogProps) {
  const choices = actionsFor(isApproval);
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [actions, setActions] = useState<string[]>(choices);
  const [days, setDays] = useState<number | string>(DAYS);
  const [link, setLink] = useState<string | null>(null);
  const save = useSave();
  const [invite] = useMutation(InviteGuest);
  const errorAt = messagesOf(save.refused);
  const submit = async (): Promise<void> => {
    const input = { taskId, email, name, actions: actions as GuestAction[], days: Number(days) };
    let handed: string | null = null;
    const send = async () => {
      const { data } = await invite({ variables: { input } });
      handed = data?.inviteGuest.link ?? null;
    };
    if (!(await save.run(send, `${name} is invited.`))) return;
    onInvited();
    if (handed === null) onClose();
    else setLink(handed);
  };
  return (
    <Modal opened onClose={onClose} title="Invite a guest" closeButtonProps={{ 'aria-label': 'Close' }}>
      {link === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Stack gap="sm">
            <Text size="sm">
              They get a link by e-mail that works once. It shows this task, with its context, and nothing
              else.
            </Text>
            <TextInput
              label="E-mail address"
              type="email"
              required
              data-autofocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={errorAt('/email')}
            />
            <TextInput
              label="Name"
              description="As the history calls them"
              required
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={errorAt('/name')}
            />
            <Checkbox.Group
              label="They may"
              value={actions}
              onChange={setActions}
              error={errorAt('/actions')}
            >
              <Stack gap={6} mt={4}>
                {choices.map((action) => (
                  <Checkbox key={action} value={action} label={ACTION_LABELS[action]} />
                ))}
              </Stack>
            </Checkbox.Group>
            <NumberInput
              label="For how many days"
              min={1}
              max={MOST_DAYS}
              allowDecimal={false}
              value={days}
              onChange={setDays}
              error={errorAt('/days')}
            />
            {save.refused && (
              <Text size="sm" c="red" role="alert">
                {save.refused.message}
              </Text>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={save.busy} disabled={actions.length === 0}>
                Invite
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="sm">
          <Text size="sm">
            No mail is sent here. Hand this link to {name} yourself; it works once, and is not shown again.
          </Text>
          <TextInput label="Link" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
          <Group justify="flex-end">
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
            <Button onClick={onClose}>Done</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
