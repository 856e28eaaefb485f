import { useQuery } from '@apollo/client/react';
import { PageLoader } from '../interface/page-loader';
import { useViewer } from '../viewer/viewer';
import { CalendarList } from '../calendars/calendar-list';
import { CalendarFields } from '../calendars/calendar-operations';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { isAdmin, OnlyFor } from '../viewer/only-for';
import { SettingsLinks } from '../settings/settings-links';
import { SettingsPage } from '../settings/settings-page';
import { WorkspaceSections } from '../workspace/workspace-sections';
import { TenantForm } from './tenant-form';
import { TenantSettingsFields, TenantSettingsQuery } from './tenant-operations';

/** What counts for everybody who has nothing of their own. */
export function TenantPage() {
  const { tenant } = useViewer();
  return (
    <OnlyFor may={isAdmin}>
      <SettingsPage
        title="Workspace settings"
        intro={`What counts in ${tenant.name} for tasks and groups that say nothing themselves.`}
        links={<SettingsLinks />}
      >
        <Settings />
        <WorkspaceSections />
      </SettingsPage>
    </OnlyFor>
  );
}

function Settings() {
  const { data, error, refetch } = useQuery(TenantSettingsQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The settings could not be read" error={error} onRetry={reread} />;
  }
  const calendars = readFragment(CalendarFields, data.businessCalendars);
  return (
    <>
      <TenantForm
        settings={readFragment(TenantSettingsFields, data.tenantSettings)}
        calendars={calendars}
        onSaved={reread}
      />
      <CalendarList calendars={calendars} onChanged={reread} />
    </>
  );
}
