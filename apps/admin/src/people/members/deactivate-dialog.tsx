import { useMutation, useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { ErrorNotice } from '../../errors/error-notice';
import { readApiError } from '../../errors/api-error';
import type { WorkspacePersonFragment } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import { ConfirmDialog } from '../../interface/confirm-dialog';
import { departureWords } from './departure.words';
import { DeactivatePerson, PersonDeparture } from './people-operations';

export interface DeactivateDialogProps {
  person: WorkspacePersonFragment;
  onClose: () => void;
}

/** Says what will become of the person's work before it happens. */
export function DeactivateDialog({ person, onClose }: DeactivateDialogProps) {
  const { id, displayName } = person;
  const { data, error } = useQuery(PersonDeparture, { variables: { id }, fetchPolicy: 'network-only' });
  const [deactivate] = useMutation(DeactivatePerson);
  const confirm = async () => {
    try {
      await deactivate({ variables: { input: { personId: id } } });
      announce(`${displayName} is deactivated.`);
      return null;
    } catch (refused) {
      return readApiError(refused);
    }
  };
  return (
    <ConfirmDialog
      title={`Deactivate ${displayName}?`}
      confirm="Deactivate"
      danger
      incomplete={!data}
      onClose={onClose}
      onConfirm={confirm}
    >
      {error && <ErrorNotice title="Their work could not be looked at" error={error} />}
      <Text size="sm" aria-live="polite">
        {data ? departureWords(displayName, data.personDeparture) : !error && 'Looking at their work…'}
      </Text>
      <Text size="sm">
        They are signed out everywhere at once. You can reactivate them later; their tasks do not come back.
      </Text>
    </ConfirmDialog>
  );
}
