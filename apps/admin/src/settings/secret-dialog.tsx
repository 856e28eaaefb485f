import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { copyText } from '../interface/copy-text';
import classes from './card.module.css';

interface SecretDialogProps {
  title: string;
  /** What the secret is, for screen readers. */
  label: string;
  secret: string;
  /** Where it belongs. */
  children: ReactNode;
  onClose: () => void;
}

/** Shows a new secret. It cannot be shown again, so the dialog stays until somebody says that they have stored it. */
export function SecretDialog({ title, label, secret, children, onClose }: SecretDialogProps) {
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
      title={title}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <Text size="sm">{children}</Text>
        <code className={classes.secret} aria-label={label}>
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
