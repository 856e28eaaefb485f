import { Anchor, Button } from '@mantine/core';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../generated';
import settings from '../../settings/settings.module.css';
import { TimeText } from '../../time/time-text';
import { channelLabel } from '../preferences/preference.words';
import { momentWords, reasonWords, SUBJECT_WORDS, triesWords } from './delivery-log.words';
import { DeliveryLogParts } from './delivery-log-operations';

export interface DeliveryLogRowProps {
  delivery: FragmentType<typeof DeliveryLogParts>;
  busy: boolean;
  onReplay: () => void;
}

/** Whom it is for, what it is about, and how it stands. */
export function DeliveryLogRow({ delivery, busy, onReplay }: DeliveryLogRowProps) {
  const parts = readFragment(DeliveryLogParts, delivery);
  const { channel, kind, personName, taskId, taskTitle, count, status, at, availableAt, settledAt } = parts;
  const reason = reasonWords(parts);
  const tries = triesWords(parts);
  const what = count > 1 ? `${SUBJECT_WORDS[kind]}, ${count} times` : SUBJECT_WORDS[kind];
  return (
    <li className={settings.row}>
      <div className={settings.rowMain}>
        <div className={settings.rowTitle}>
          {personName} · {channelLabel(channel)}
        </div>
        <div>
          {what}
          {taskId != null && taskTitle != null && (
            <>
              {': '}
              <Anchor component={Link} to={`/tasks/${taskId}`} size="sm">
                {taskTitle}
              </Anchor>
            </>
          )}
        </div>
        {reason !== null && <div>{reason}</div>}
        <div className={settings.rowText}>
          Happened <TimeText at={at} />
          {tries !== null && ` · ${tries}`}
          {` · ${momentWords(parts)} `}
          <TimeText at={settledAt ?? availableAt} />
        </div>
      </div>
      {status === 'DEAD' && (
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          aria-label={`Try again: ${personName}, ${channelLabel(channel)}, ${taskTitle ?? what}`}
          onClick={onReplay}
        >
          Try again
        </Button>
      )}
    </li>
  );
}
