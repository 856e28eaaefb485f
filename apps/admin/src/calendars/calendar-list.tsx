import { useMutation } from '@apollo/client/react';
import { Anchor, Badge, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { readApiError } from '../errors/api-error';
import type { CalendarFragment } from '../generated/graphql';
import { Section } from '../settings/section';
import classes from '../settings/settings.module.css';
import { RemoveCalendar } from './calendar-operations';
import { weekWords } from './week.words';

export interface CalendarListProps {
  calendars: readonly CalendarFragment[];
  onChanged: () => void;
}

/** The business calendars of the tenant. */
export function CalendarList({ calendars, onChanged }: CalendarListProps) {
  const [removing, setRemoving] = useState<CalendarFragment | null>(null);
  return (
    <Section
      title="Business calendars"
      description="When people work: what working hours and business days of time limits count by."
      aside={
        <Button
          component={Link}
          to="/workspace/calendars/new"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
        >
          New calendar
        </Button>
      }
    >
      {calendars.length === 0 && (
        <p className={classes.empty}>There is none yet: Monday to Friday, 9 to 17 UTC counts everywhere.</p>
      )}
      <ul className={classes.rows}>
        {calendars.map((calendar) => (
          <li key={calendar.key} className={classes.row}>
            <div className={classes.rowMain}>
              <Anchor
                component={Link}
                to={`/workspace/calendars/edit/${calendar.key}`}
                className={classes.rowTitle}
              >
                {calendar.name}
              </Anchor>
              {calendar.isDefault && (
                <Badge ml={8} variant="light">
                  Default
                </Badge>
              )}
              <div className={classes.rowText}>
                {weekWords(calendar.hours)} · {calendar.zone}
              </div>
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={`Delete ${calendar.name}`}
              onClick={() => setRemoving(calendar)}
            >
              Delete
            </Button>
          </li>
        ))}
      </ul>
      {removing && (
        <RemoveDialog calendar={removing} onRemoved={onChanged} onClose={() => setRemoving(null)} />
      )}
    </Section>
  );
}

interface RemoveDialogProps {
  calendar: CalendarFragment;
  onRemoved: () => void;
  onClose: () => void;
}

/** A calendar that somebody goes by is not removed; the server says who does. */
function RemoveDialog({ calendar: { key, name }, onRemoved, onClose }: RemoveDialogProps) {
  const [remove] = useMutation(RemoveCalendar);
  const confirm = async () => {
    try {
      await remove({ variables: { input: { key } } });
      announce(`${name} is deleted.`);
      onRemoved();
      return null;
    } catch (error) {
      return readApiError(error);
    }
  };
  return (
    <ConfirmDialog title={`Delete “${name}”?`} confirm="Delete" danger onClose={onClose} onConfirm={confirm}>
      <Text size="sm">This can’t be undone. Tasks that are under way keep their due dates.</Text>
    </ConfirmDialog>
  );
}
