import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { NotFoundPage } from '../interface/not-found.page';
import { PageLoader } from '../interface/page-loader';
import { readApiError } from '../errors/api-error';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { mayLead, OnlyFor } from '../viewer/only-for';
import { SettingsPage } from '../settings/settings-page';
import { GroupForm } from './group-form';
import { GroupMembers } from './group-members';
import { GroupSettingsFields, TeamGroup } from './group-operations';

/** One group: how it hands out its tasks, when it works, what follows when they are late, and who is in it. */
export function GroupPage() {
  const { group = '' } = useParams();
  return (
    <OnlyFor may={mayLead}>
      <Group key={group} name={group} />
    </OnlyFor>
  );
}

function Group({ name }: { name: string }) {
  const { data, error, refetch } = useQuery(TeamGroup, { variables: { group: name } });
  if (!data) {
    if (!error) return <PageLoader />;
    if (readApiError(error).reason === 'directory.unknown_group') {
      return <NotFoundPage heading="Group not found" explanation="There is no group with this key." />;
    }
    return <ErrorNotice title="The group could not be read" error={error} onRetry={() => void refetch()} />;
  }
  const settings = readFragment(GroupSettingsFields, data.group);
  // The server would refuse each change: what one may only look at has no page here.
  if (!settings.mayChange) return <NotFoundPage />;
  return (
    <SettingsPage
      title={settings.group.name}
      intro={`Workflows call this group “${settings.group.key}”.`}
      back={{ to: '/team', label: 'Team settings' }}
    >
      <GroupForm settings={settings} calendars={data.businessCalendars} />
      <GroupMembers group={settings.group.key} />
    </SettingsPage>
  );
}
