import { useApolloClient, useQuery } from '@apollo/client/react';
import { Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorText } from '../../errors/error-text';
import { Section } from '../../settings/section';
import { useSave } from '../../settings/use-save';
import { useViewer } from '../../viewer/viewer';
import { NotificationAddresses } from '../addresses/address-operations';
import { deviceMemory } from './device-memory';
import { turnOff, turnOn } from './push-device';
import { PushKey } from './push-operations';
import { pushSupport } from './subscription';

const DESCRIPTION =
  'Reaches you here although Orkestra is closed. It says what kind of thing has happened, never what it is about, and ends when you sign out in this browser.';

/** Push in the browser that the viewer sits at; nothing where the installation does not push. */
export function PushSection() {
  const { data } = useQuery(PushKey);
  if (data?.pushKey == null) return null;
  return (
    <Section title="Push on this device" description={DESCRIPTION}>
      <PushSwitch publicKey={data.pushKey} />
    </Section>
  );
}

function PushSwitch({ publicKey }: { publicKey: string }) {
  const client = useApolloClient();
  const viewer = useViewer();
  const save = useSave();
  const { data } = useQuery(NotificationAddresses);
  const [support, setSupport] = useState(pushSupport);
  // The list says what holds: it may have been disconnected there.
  const device = deviceMemory.get();
  const isOn = data?.notificationAddresses.some(({ id }) => id === device?.addressId) ?? false;
  if (support === 'unsupported') {
    return (
      <Text size="sm">
        This browser cannot be pushed to. On an iPhone or iPad, add Orkestra to the home screen and open it
        there.
      </Text>
    );
  }
  if (support === 'denied') {
    return (
      <Text size="sm">
        Notifications of this site are blocked. Allow them in the settings of the browser, then load this page
        again.
      </Text>
    );
  }
  const turn = async (on: boolean): Promise<void> => {
    const done = on ? 'Push is on in this browser.' : 'Push is off in this browser.';
    await save.run(() => (on ? turnOn(client, viewer.id, publicKey) : turnOff(client)), done);
    setSupport(pushSupport());
    await client.refetchQueries({ include: [NotificationAddresses] });
  };
  return (
    <>
      <Switch
        label="Push in this browser"
        checked={isOn}
        disabled={save.busy}
        onChange={(event) => void turn(event.currentTarget.checked)}
      />
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
    </>
  );
}
