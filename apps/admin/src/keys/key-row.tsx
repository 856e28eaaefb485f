import { Anchor, Badge, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../generated';
import { EditKeyDialog } from './edit-key-dialog';
import { KeyFacts } from './key-facts';
import { KeyFields } from './key-operations';
import { keyTitle, STATE_WORDS } from './key-state.words';
import classes from '../settings/card.module.css';
import { RevokeKeyDialog } from './revoke-key-dialog';
import { RotateKeyDialog } from './rotate-key-dialog';

export interface KeyRowProps {
  apiKey: FragmentType<typeof KeyFields>;
  onChanged: () => void;
  onSecret: (secret: string) => void;
}

/** One key: what it may do, until when, when it was used last, and what can be done about it. */
export function KeyRow({ apiKey: masked, onChanged, onSecret }: KeyRowProps) {
  const apiKey = readFragment(KeyFields, masked);
  const [open, setOpen] = useState<'rotate' | 'edit' | 'revoke' | null>(null);
  const { label, color, hint } = STATE_WORDS[apiKey.state];
  const title = keyTitle(apiKey);
  const close = (): void => setOpen(null);
  const mayRotate = !apiKey.replacedBy && apiKey.state !== 'EXPIRED' && apiKey.state !== 'REVOKED';
  const hasEnded = apiKey.state === 'REVOKED' || apiKey.state === 'EXPIRED';
  return (
    <li className={`panel ${classes.card}`} aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.name}>
          {apiKey.name || apiKey.principal.name} <code>ork_{apiKey.prefix}…</code>
        </h2>
        <Badge color={color} variant="dot">
          {label}
        </Badge>
      </div>
      {hint && (
        <Text size="sm" mb={8}>
          {hint}
        </Text>
      )}
      <KeyFacts apiKey={apiKey} />
      <div className={classes.actions}>
        {mayRotate && (
          <Button
            size="xs"
            variant="default"
            aria-label={`Rotate ${title}`}
            onClick={() => setOpen('rotate')}
          >
            Rotate
          </Button>
        )}
        {!hasEnded && (
          <Button size="xs" variant="default" aria-label={`Change ${title}`} onClick={() => setOpen('edit')}>
            Change
          </Button>
        )}
        {!hasEnded && (
          <Button
            size="xs"
            variant="light"
            color="red"
            aria-label={`Revoke ${title}`}
            onClick={() => setOpen('revoke')}
          >
            Revoke
          </Button>
        )}
        <Anchor
          component={Link}
          to={`/workspace/audit?target=${apiKey.id}`}
          size="sm"
          aria-label={`Audit log of ${title}`}
        >
          Audit log
        </Anchor>
      </div>
      {open === 'rotate' && (
        <RotateKeyDialog keyId={apiKey.id} title={title} onRotated={onSecret} onClose={close} />
      )}
      {open === 'edit' && <EditKeyDialog apiKey={apiKey} onClose={close} />}
      {open === 'revoke' && (
        <RevokeKeyDialog keyId={apiKey.id} title={title} onRevoked={onChanged} onClose={close} />
      )}
    </li>
  );
}
