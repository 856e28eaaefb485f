import type { ApolloClient } from '@apollo/client';
import { DisconnectNotificationAddress, NotificationAddresses } from '../addresses/address-operations';
import { deviceMemory } from './device-memory';
import { ConnectPushDevice, PushKey } from './push-operations';
import { keyOf, ownLabel, ownSubscription, subscribe } from './subscription';

/** Push goes here from now on. Asks the browser, so only ever on a click. @throws Error in words for the person */
export async function turnOn(client: ApolloClient, personId: string, publicKey: string): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted')
    throw new Error('The browser does not allow it. Allow notifications for this site in its settings.');
  await connect(client, personId, publicKey);
}

/** Here, and at the server. */
export async function turnOff(client: ApolloClient): Promise<void> {
  const device = deviceMemory.get();
  await forget();
  if (device === null) return;
  const variables = { input: { id: device.addressId } };
  await client.mutate({ mutation: DisconnectNotificationAddress, variables });
}

/** Whoever signs in here next must not see what this person is told. Whatever fails, they sign out. */
export async function leaveDevice(client: ApolloClient): Promise<void> {
  await turnOff(client).catch(() => undefined);
}

/**
 * Puts right what has changed while nobody looked: push of somebody else ends, and so does one that was disconnected
 * elsewhere; where the browser or the server has another address or key by now, it is connected anew.
 */
export async function keepDevice(client: ApolloClient, personId: string): Promise<void> {
  const device = deviceMemory.get();
  const subscription = await ownSubscription();
  if (device === null && subscription === null) return;
  if (device?.personId !== personId || Notification.permission !== 'granted') return forget();
  const read = { fetchPolicy: 'network-only' } as const;
  const [key, list] = await Promise.all([
    client.query({ query: PushKey, ...read }),
    client.query({ query: NotificationAddresses, ...read }),
  ]);
  const publicKey = key.data?.pushKey;
  const isConnected = list.data?.notificationAddresses.some(({ id }) => id === device.addressId);
  if (publicKey == null || !isConnected) return forget();
  const isSame = subscription?.endpoint === device.endpoint && keyOf(subscription) === publicKey;
  if (!isSame) await connect(client, personId, publicKey);
}

async function connect(client: ApolloClient, personId: string, publicKey: string): Promise<void> {
  const subscription = await subscribe(publicKey);
  const { endpoint } = subscription;
  const { keys } = subscription.toJSON();
  const input = { endpoint, p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '', label: ownLabel() };
  try {
    const { data } = await client.mutate({ mutation: ConnectPushDevice, variables: { input } });
    const addressId = data?.connectPushDevice.notificationAddress.id;
    if (addressId !== undefined) deviceMemory.set({ personId, addressId, endpoint });
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
}

async function forget(): Promise<void> {
  deviceMemory.forget();
  await (await ownSubscription())?.unsubscribe();
}
