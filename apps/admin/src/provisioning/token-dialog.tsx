import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { copyText } from '../interface/copy-text';
import classes from '../settings/card.module.css';

export interface NewToken {
  baseUrl: string;
  token: string;
}

/** What goes into the directory. The token cannot be shown again, so the dialog stays until it is there. */
export function TokenDialog({
  token: { baseUrl, token },
  onClose,
}: {
  token: NewToken;
  onClose: () => void;
}) {
  const [done, setDone] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      title="Put these into the directory"
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <Value label="Base URL" value={baseUrl} />
        <Value label="Token" value={token} />
        <Text size="sm">
          Orkestra keeps only the hash of the token, so this is the only time that you see it.
        </Text>
        <Checkbox
          label="Both are in the directory"
          checked={done}
          onChange={(event) => setDone(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!done} onClick={onClose}>
            Done
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Value({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await copyText(value);
    setCopied(true);
  };
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconCopy size={14} aria-hidden />}
          aria-label={`Copy the ${label}`}
          onClick={() => void copy()}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </Group>
      <code className={classes.secret} aria-label={label}>
        {value}
      </code>
    </div>
  );
}
