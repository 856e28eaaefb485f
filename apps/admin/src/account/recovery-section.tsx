import { useMutation } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { ErrorText } from '../errors/error-text';
import { Section } from '../settings/section';
import { useSave } from '../settings/use-save';
import { RenewRecoveryCodes } from './account-operations';
import type { AccountSectionProps } from './section-props';

/** For who loses phone and keys. Without a second factor there is nothing to recover. */
export function RecoverySection({ account, guard, onCodes, onChanged }: AccountSectionProps) {
  const [renew] = useMutation(RenewRecoveryCodes);
  const save = useSave();
  if (account.totpSince == null && account.passkeys.length === 0) return null;
  const make = async (): Promise<void> => {
    const { data } = await guard(() => renew());
    if (data) onCodes(data.renewRecoveryCodes.recoveryCodes);
    onChanged();
  };
  const { recoveryCodesLeft: left } = account;
  return (
    <Section title="Recovery codes" description="Each lets you in once, in place of your second factor.">
      <Stack gap="sm">
        <Text size="sm">{left === 1 ? 'One code is left.' : `${left} codes are left.`}</Text>
        {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
        <Button
          variant="default"
          w="fit-content"
          loading={save.busy}
          onClick={() => void save.run(make, 'There are new recovery codes.')}
        >
          Make new codes
        </Button>
      </Stack>
    </Section>
  );
}
