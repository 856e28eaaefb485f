import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { NotFoundPage } from '../interface/not-found.page';
import { PageLoader } from '../interface/page-loader';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { isAdmin, OnlyFor } from '../viewer/only-for';
import { SettingsPage } from '../settings/settings-page';
import { newCalendar, toDraft } from './calendar-draft';
import { CalendarForm } from './calendar-form';
import { CalendarFields, Calendars } from './calendar-operations';

/** One business calendar, or a new one. */
export function CalendarPage() {
  const { key } = useParams();
  return (
    <OnlyFor may={isAdmin}>
      <Calendar key={key} calendarKey={key ?? null} />
    </OnlyFor>
  );
}

const standard = newCalendar();

function Calendar({ calendarKey }: { calendarKey: string | null }) {
  const { data, error, refetch } = useQuery(Calendars, { fetchPolicy: 'cache-and-network' });
  if (!data) {
    if (!error) return <PageLoader />;
    return (
      <ErrorNotice title="The calendar could not be read" error={error} onRetry={() => void refetch()} />
    );
  }
  const calendars = readFragment(CalendarFields, data.businessCalendars);
  const calendar = calendars.find(({ key }) => key === calendarKey);
  if (calendarKey !== null && calendar === undefined) {
    return <NotFoundPage heading="Calendar not found" explanation="There is no calendar with this key." />;
  }
  return (
    <SettingsPage
      title={calendar?.name ?? 'New calendar'}
      intro="Changes count for time limits that are computed from then on: tasks that are under way keep their due dates."
      back={{ to: '/workspace', label: 'Workspace settings' }}
    >
      <CalendarForm
        saved={calendar ? toDraft(calendar) : standard}
        isNew={calendar === undefined}
        takenKeys={calendars.map(({ key }) => key)}
      />
    </SettingsPage>
  );
}
