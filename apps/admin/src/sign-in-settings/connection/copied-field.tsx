import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { copyText } from '../../interface/copy-text';
import classes from './directories.module.css';

/** A text that is to be entered elsewhere, exactly. */
export function CopiedField({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await copyText(text);
    setCopied(true);
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <code className={classes.copied}>{text}</code>
      <Button
        size="compact-xs"
        variant="default"
        flex="none"
        aria-label={`Copy: ${label}`}
        onClick={() => void copy()}
      >
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </Group>
  );
}
