import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../errors/error-notice';
import { type FragmentType, readFragment } from '../generated';
import type { TaskAction } from '../generated/graphql';
import panel from '../interface/panel.module.css';
import { useSave } from '../settings/use-save';
import { TimeText } from '../time/time-text';
import { ACTION_LABELS, isLive, STATUS_LABELS } from './guest.words';
import { GuestLineFields, RevokeGuest, TaskGuests } from './guest-operations';
import { InviteGuestDialog } from './invite-guest-dialog';

/** Who may hand a task on may ask somebody outside. */
const HANDING_ON: readonly TaskAction[] = ['FORWARD', 'ASSIGN', 'NOMINATE', 'DELEGATE'];

export interface GuestPanelProps {
  taskId: string;
  isApproval: boolean;
  allowed: readonly TaskAction[];
}

/** People without an account who were invited to the task; nothing where there are none and none may come. */
export function GuestPanel({ taskId, isApproval, allowed }: GuestPanelProps) {
  const { data, error, refetch } = useQuery(TaskGuests, {
    variables: { taskId },
    fetchPolicy: 'cache-and-network',
  });
  const [inviting, setInviting] = useState(false);
  const again = () => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return null;
    return <ErrorNotice title="The guests could not be read" error={error} onRetry={again} />;
  }
  const guests = data.taskGuests.edges.map(({ node }) => node);
  const mayInvite = data.answerSettings.guests && HANDING_ON.some((action) => allowed.includes(action));
  if (guests.length === 0 && !mayInvite) return null;
  return (
    <section className={`panel ${panel.panel}`} aria-labelledby="guests-heading">
      <h2 id="guests-heading" className={panel.heading}>
        Guests
      </h2>
      {guests.length === 0 && (
        <Text size="sm" c="dimmed">
          Nobody from outside was invited.
        </Text>
      )}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Guests">
        {guests.map((guest) => (
          <GuestLine key={guest.id} guest={guest} onChanged={again} />
        ))}
      </Stack>
      {mayInvite && (
        <Button
          mt="sm"
          variant="default"
          size="xs"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          onClick={() => setInviting(true)}
        >
          Invite a guest
        </Button>
      )}
      {inviting && (
        <InviteGuestDialog
          taskId={taskId}
          isApproval={isApproval}
          onInvited={again}
          onClose={() => setInviting(false)}
        />
      )}
    </section>
  );
}

function GuestLine({
  guest: masked,
  onChanged,
}: {
  guest: FragmentType<typeof GuestLineFields>;
  onChanged: () => void;
}) {
  const { id, name, email, actions, status, invitedBy, expiresAt } = readFragment(GuestLineFields, masked);
  const save = useSave();
  const [revoke] = useMutation(RevokeGuest);
  const send = async (): Promise<void> => {
    const done = await save.run(
      () => revoke({ variables: { input: { guestId: id } } }),
      `${name} is no guest any more.`,
    );
    if (done) onChanged();
  };
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div>
          <Text size="sm">
            {name} · {email} · {STATUS_LABELS[status]}
          </Text>
          <Text size="xs" c="dimmed">
            {actions.map((action) => ACTION_LABELS[action]).join(', ')}
            {invitedBy && ` · invited by ${invitedBy}`} · until <TimeText at={expiresAt} />
          </Text>
        </div>
        {isLive(status) && (
          <Button
            size="compact-xs"
            variant="default"
            loading={save.busy}
            aria-label={`Revoke the invitation of ${name}`}
            onClick={() => void send()}
          >
            Revoke
          </Button>
        )}
      </Group>
      {save.refused && (
        <Text size="sm" c="red" role="alert">
          {save.refused.message}
        </Text>
      )}
    </li>
  );
}
