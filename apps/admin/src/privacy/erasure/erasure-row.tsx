import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { ErasablePersonFragment } from '../../generated/graphql';
import classes from '../../settings/settings.module.css';
import { EraseButton } from './erase-button';
import { ReceiptButton } from './receipt-button';

export interface ErasureRowProps {
  person: ErasablePersonFragment;
  onClosed: () => void;
}

/** Somebody who has left, or who was erased. */
export function ErasureRow({ person, onClosed }: ErasureRowProps) {
  const { id, displayName, email, status } = person;
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <Anchor component={Link} to={`/people/${id}`} className={classes.rowTitle}>
          {displayName}
        </Anchor>
        <div className={classes.rowText}>{status === 'ERASED' ? id : email}</div>
      </div>
      <EraseButton person={person} onClosed={onClosed} />
      {status === 'ERASED' && <ReceiptButton personId={id} />}
    </li>
  );
}
