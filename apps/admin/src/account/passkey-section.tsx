import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { passkeysWork } from '../auth/passkeys';
import { Section } from '../settings/section';
import classes from '../settings/settings.module.css';
import { AddPasskeyDialog } from './add-passkey-dialog';
import { PasskeyRow } from './passkey-row';
import type { AccountSectionProps } from './section-props';

/** Passkeys let the person in alone, or are asked for after the password. */
export function PasskeySection({ account, guard, onCodes, onChanged }: AccountSectionProps) {
  const [adding, setAdding] = useState(false);
  const { passkeys } = account;
  return (
    <Section
      title="Passkeys"
      description="Sign in by finger, face or PIN of a device, or by a security key: without a password, or after it."
    >
      <Stack gap="sm">
        {passkeys.length === 0 && <p className={classes.empty}>You have no passkey yet.</p>}
        <ul className={classes.rows} aria-label="Passkeys">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} guard={guard} onChanged={onChanged} />
          ))}
        </ul>
        {passkeysWork() ? (
          <Button variant="default" w="fit-content" onClick={() => setAdding(true)}>
            Add a passkey
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            Passkeys need a browser that has them, and a name in the address bar: not a number such as
            127.0.0.1.
          </Text>
        )}
      </Stack>
      {adding && (
        <AddPasskeyDialog
          guard={guard}
          onClose={() => setAdding(false)}
          onAdded={(codes) => {
            if (codes) onCodes(codes);
            onChanged();
          }}
        />
      )}
    </Section>
  );
}
