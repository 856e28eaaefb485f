import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { GuardContext } from '../account/guarded-mutation';
import { useStepUp } from '../account/use-step-up';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { PageLoader } from '../interface/page-loader';
import { ProvisioningSection } from '../provisioning/provisioning-section';
import { SettingsLinks } from '../settings/settings-links';
import { SettingsPage } from '../settings/settings-page';
import { isAdmin, OnlyFor } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';
import { ConnectionsSection } from './connections-section';
import { SignInSettingsForm } from './sign-in-settings-form';
import { SignInSettingsFields, SignInSettingsQuery } from './sign-in-settings-operations';
import { TestResult } from './test-result';

/** How the people of the workspace sign in, and for how long. */
export function SignInSettingsPage() {
  const { tenant } = useViewer();
  const [params] = useSearchParams();
  const test = params.get('test');
  const { guard, dialog } = useStepUp();
  return (
    <OnlyFor may={isAdmin}>
      <SettingsPage
        title="Sign-in"
        intro={`How the people of ${tenant.name} sign in, and for how long.`}
        links={<SettingsLinks />}
      >
        {test !== null && <TestResult id={test} />}
        <GuardContext value={guard}>
          <ConnectionsSection />
          <Settings />
          <ProvisioningSection />
        </GuardContext>
        {dialog}
      </SettingsPage>
    </OnlyFor>
  );
}

function Settings() {
  const { data, error, refetch } = useQuery(SignInSettingsQuery, { fetchPolicy: 'cache-and-network' });
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The settings could not be read" error={error} onRetry={reread} />;
  }
  return (
    <SignInSettingsForm settings={readFragment(SignInSettingsFields, data.signInSettings)} onSaved={reread} />
  );
}
