import { Button, Group, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { announce } from '../interface/announcer';
import { copyText } from '../interface/copy-text';
import classes from './chat.module.css';

/** A text to copy into the other side. */
export function ManifestBox({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState('');
  const copy = async (): Promise<void> => {
    await copyText(text);
    setCopied(text);
    announce(`${label} is copied.`);
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
          aria-label={`Copy: ${label}`}
          onClick={() => void copy()}
        >
          {copied === text ? 'Copied' : 'Copy'}
        </Button>
      </Group>
      <pre className={classes.manifest} aria-label={label} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
