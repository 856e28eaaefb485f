import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { copyText } from '../interface/copy-text';
import classes from '../settings/card.module.css';

/** Shows a new secret. It cannot be shown again, so the dialog stays until somebody says that they have stored it. */
export function WebhookSecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const [stored, setStored] = useState(false);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await copyText(secret);
    setCopied(true);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="The new secret"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <Text size="sm">
          Your program checks by it that a request is from Orkestra. This is the only time that you see it: if
          it is lost, rotate it.
        </Text>
        <code className={classes.secret} aria-label="Secret">
          {secret}
        </code>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => void copy()}
          data-autofocus
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
        <Checkbox
          label="I have stored it"
          checked={stored}
          onChange={(event) => setStored(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!stored} onClick={onClose}>
            Done
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
