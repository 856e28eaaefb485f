import { useMutation } from '@apollo/client/react';
import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorText } from '../../errors/error-text';
import { useSave } from '../../settings/use-save';
import { NotificationAddresses } from '../addresses/address-operations';
import { FinishConnect, StartConnect } from './connect-operations';

/** Sends a code to the account that the viewer names, and takes it back from them. */
export function ReceiveCode({ channel, label }: { channel: string; label: string }) {
  const [start] = useMutation(StartConnect);
  const [finish] = useMutation(FinishConnect, { refetchQueries: [NotificationAddresses] });
  const [account, setAccount] = useState('');
  const [code, setCode] = useState('');
  const [isSent, setSent] = useState(false);
  const save = useSave();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isSent) {
      const send = () => start({ variables: { input: { channel, account } } });
      if (await save.run(send, 'A code was sent.')) setSent(true);
      return;
    }
    const take = () => finish({ variables: { input: { channel, code } } });
    if (!(await save.run(take, `${label} is connected.`))) return;
    setSent(false);
    setAccount('');
    setCode('');
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Group align="end" gap="xs">
        <TextInput
          label={`Account at ${label}`}
          value={account}
          readOnly={isSent}
          required
          maxLength={200}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
        {isSent && (
          <TextInput
            label={`Code that came by ${label}`}
            value={code}
            required
            autoFocus
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={40}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Button type="submit" variant="default" loading={save.busy}>
          {isSent ? `Connect ${label}` : `Send a code by ${label}`}
        </Button>
        {isSent && (
          <Button
            variant="subtle"
            onClick={() => {
              setSent(false);
              save.forget();
            }}
          >
            Another account
          </Button>
        )}
      </Group>
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
    </form>
  );
}
