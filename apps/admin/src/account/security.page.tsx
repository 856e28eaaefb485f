import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { PageLoader } from '../interface/page-loader';
import { SettingsPage } from '../settings/settings-page';
import { AccountFields, AccountQuery } from './account-operations';
import { AppSection } from './app-section';
import { PasskeySection } from './passkey-section';
import { PasswordSection } from './password-section';
import { RecoveryCodesDialog } from './recovery-codes-dialog';
import { RecoverySection } from './recovery-section';
import { SessionSection } from './session-section';
import { useStepUp } from './use-step-up';

/** How the person signs in, and where they are signed in. */
export function SecurityPage() {
  return (
    <SettingsPage title="Security" intro="How you sign in, and where you are signed in now.">
      <Factors />
      <SessionSection />
    </SettingsPage>
  );
}

function Factors() {
  const { data, error, refetch } = useQuery(AccountQuery, { fetchPolicy: 'cache-and-network' });
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { guard, dialog } = useStepUp();
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="Your account could not be read" error={error} onRetry={reread} />;
  }
  const account = readFragment(AccountFields, data.account);
  const props = { account, guard, onCodes: setCodes, onChanged: reread };
  return (
    <>
      <PasswordSection {...props} />
      <PasskeySection {...props} />
      <AppSection {...props} />
      <RecoverySection {...props} />
      {dialog}
      {codes !== null && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </>
  );
}
