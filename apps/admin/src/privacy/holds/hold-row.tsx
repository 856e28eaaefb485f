import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LegalHoldRowFragment } from '../../generated/graphql';
import classes from '../../settings/settings.module.css';
import { TimeText } from '../../time/time-text';
import { heldWords } from './hold.words';
import holds from './holds.module.css';
import { ReleaseHoldDialog } from './release-hold-dialog';

export interface HoldRowProps {
  hold: LegalHoldRowFragment;
  onReleased: () => void;
}

/** One hold: what it is on, why, and who has placed and released it. */
export function HoldRow({ hold, onReleased }: HoldRowProps) {
  const [asking, setAsking] = useState(false);
  const { taskId, taskTitle, reason, placedByName, placedAt, releasedByName, releasedAt } = hold;
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <div className={classes.rowTitle}>
          {taskId == null ? (
            'The whole workspace'
          ) : (
            <Anchor component={Link} to={`/tasks/${taskId}`} inherit>
              {taskTitle ?? taskId}
            </Anchor>
          )}
        </div>
        <div className={holds.reason}>{reason}</div>
        <div className={classes.rowText}>
          Placed by {placedByName}, <TimeText at={placedAt} />
          {releasedAt && (
            <>
              {' · '}released by {releasedByName}, <TimeText at={releasedAt} />
            </>
          )}
        </div>
      </div>
      {releasedAt == null && (
        <Button
          size="xs"
          variant="default"
          aria-label={`Release the hold on ${heldWords(hold)}`}
          onClick={() => setAsking(true)}
        >
          Release
        </Button>
      )}
      {asking && <ReleaseHoldDialog hold={hold} onReleased={onReleased} onClose={() => setAsking(false)} />}
    </li>
  );
}
