import { Stack } from '@mantine/core';
import type { PreferencePartsFragment } from '../generated/graphql';
import { ReceiveCode } from './connect/receive-code';
import { SendCode } from './connect/send-code';
import { channelLabel } from './preferences/preference.words';

/** For each channel that people connect by a code, the way to do it. */
export function ConnectAccounts({ channels }: Pick<PreferencePartsFragment, 'channels'>) {
  const ways = channels.filter(({ connectsBy }) => connectsBy != null);
  if (ways.length === 0) return null;
  return (
    <Stack gap="md" mt="md">
      {ways.map(({ name, connectsBy }) =>
        connectsBy === 'SEND_CODE' ? (
          <SendCode key={name} channel={name} label={channelLabel(name)} />
        ) : (
          <ReceiveCode key={name} channel={name} label={channelLabel(name)} />
        ),
      )}
    </Stack>
  );
}
