import { useMutation } from '@apollo/client/react';
import { PasswordInput, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../errors/api-error';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { ConnectSlack } from './chat-operations';
import { ManifestBox } from './manifest-box';
import { slackManifest } from './manifests';

/** Makes an app of a manifest in Slack, and takes its tokens. */
export function SlackDialog({ onConnected, onClose }: { onConnected: () => void; onClose: () => void }) {
  const [socket, setSocket] = useState(false);
  const [given, setGiven] = useState({ botToken: '', signingSecret: '', appToken: '' });
  const [connect] = useMutation(ConnectSlack);
  const set = (name: keyof typeof given) => (value: string) =>
    setGiven((before) => ({ ...before, [name]: value.trim() }));
  const confirm = async () => {
    const { appToken, ...rest } = given;
    try {
      await connect({ variables: { input: { ...rest, appToken: socket ? appToken : null } } });
      announce('Slack is connected.');
      onConnected();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  const isIncomplete =
    given.botToken === '' || given.signingSecret === '' || (socket && given.appToken === '');
  return (
    <ConfirmDialog
      title="Connect Slack"
      confirm="Connect"
      incomplete={isIncomplete}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Switch
        label="Slack cannot reach this server (socket mode)"
        checked={socket}
        onChange={(event) => setSocket(event.currentTarget.checked)}
      />
      <Text size="sm">
        At api.slack.com/apps choose “Create New App”, “From a manifest”, and paste this. Then install the app
        to your workspace.
      </Text>
      <ManifestBox label="Manifest of the app" text={slackManifest(socket ? null : location.origin)} />
      <Secret
        label="Bot User OAuth Token"
        description="Under “OAuth & Permissions”; begins with xoxb-."
        value={given.botToken}
        onChange={set('botToken')}
      />
      <Secret
        label="Signing Secret"
        description="Under “Basic Information”."
        value={given.signingSecret}
        onChange={set('signingSecret')}
      />
      {socket && (
        <Secret
          label="App-level token"
          description="Under “Basic Information”, with the scope connections:write; begins with xapp-."
          value={given.appToken}
          onChange={set('appToken')}
        />
      )}
    </ConfirmDialog>
  );
}

export interface SecretProps {
  label: string;
  description: string;
  value: string;
  onChange: (value: string) => void;
}

export function Secret({ onChange, ...props }: SecretProps) {
  return (
    <PasswordInput
      {...props}
      required
      autoComplete="off"
      maxLength={300}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
