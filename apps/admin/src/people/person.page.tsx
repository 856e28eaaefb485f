import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { PersonAccess } from '../account/person-access';
import { AbsenceList } from '../absences/absence-list';
import { NotFoundPage } from '../interface/not-found.page';
import { PageLoader } from '../interface/page-loader';
import { useViewer } from '../viewer/viewer';
import { readApiError } from '../errors/api-error';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { isAdmin, mayLead, OnlyFor } from '../viewer/only-for';
import { SettingsPage } from '../settings/settings-page';
import { FormerPerson } from './former-person';
import { PersonFields, PersonSettings } from './person-operations';
import { WorkForm } from './work-form';

/** What a person can do and how much, and when they are away. */
export function PersonPage() {
  const { userId = '' } = useParams();
  return (
    <OnlyFor may={mayLead}>
      <Person key={userId} userId={userId} />
    </OnlyFor>
  );
}

function Person({ userId }: { userId: string }) {
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(PersonSettings, {
    variables: { user: userId },
    fetchPolicy: 'cache-and-network',
  });
  const isNobodyActive = error !== undefined && readApiError(error).reason === 'directory.unknown_user';
  if (isNobodyActive && isAdmin(viewer)) return <FormerPerson userId={userId} />;
  if (!data) {
    if (!error) return <PageLoader />;
    if (isNobodyActive) {
      return (
        <NotFoundPage heading="Person not found" explanation="There is no active person with this id." />
      );
    }
    return <ErrorNotice title="The person could not be read" error={error} onRetry={() => void refetch()} />;
  }
  const person = readFragment(PersonFields, data.user);
  return (
    <SettingsPage
      title={person.user.displayName}
      intro={person.user.email}
      back={{ to: '/team', label: 'Team settings' }}
    >
      <WorkForm person={person} />
      <AbsenceList
        user={person.user}
        mayPlan={isAdmin(viewer) || viewer.id === userId}
        description="Tasks for them go to the substitute meanwhile. People plan their own absences, administrators those of others."
      />
      {isAdmin(viewer) && <PersonAccess user={userId} name={person.user.displayName} />}
    </SettingsPage>
  );
}
