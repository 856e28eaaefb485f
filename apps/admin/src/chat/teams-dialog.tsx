import { useMutation } from '@apollo/client/react';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { ConnectTeams } from './chat-operations';
import { ManifestBox } from './manifest-box';
import { teamsManifest } from './manifests';
import { Secret } from './slack-dialog';

const NO_APP = '00000000-0000-0000-0000-000000000000';

/** Takes the ids and the secret of a bot, and gives the manifest of its app. */
export function TeamsDialog({ onConnected, onClose }: { onConnected: () => void; onClose: () => void }) {
  const [given, setGiven] = useState({ appId: '', organisationId: '', clientSecret: '' });
  const [connect] = useMutation(ConnectTeams);
  const set = (name: keyof typeof given) => (value: string) =>
    setGiven((before) => ({ ...before, [name]: value.trim() }));
  const confirm = async () => {
    try {
      await connect({ variables: { input: given } });
      announce('Microsoft Teams is connected.');
      onConnected();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog
      title="Connect Microsoft Teams"
      confirm="Connect"
      incomplete={Object.values(given).includes('')}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Text size="sm">
        Make an Azure Bot of the type “Single Tenant” with the channel Microsoft Teams. Its messaging endpoint
        is <code>{`${location.origin}/teams/messages`}</code>.
      </Text>
      <TextInput
        label="Application (client) id"
        required
        data-autofocus
        maxLength={36}
        value={given.appId}
        onChange={(event) => set('appId')(event.currentTarget.value)}
      />
      <TextInput
        label="Directory (tenant) id"
        required
        maxLength={36}
        value={given.organisationId}
        onChange={(event) => set('organisationId')(event.currentTarget.value)}
      />
      <Secret
        label="Client secret"
        description="Its value, under “Certificates & secrets” of the app registration."
        value={given.clientSecret}
        onChange={set('clientSecret')}
      />
      <ManifestBox label="Manifest of the app" text={teamsManifest(location.origin, given.appId || NO_APP)} />
    </ConfirmDialog>
  );
}
