import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { PageLoader } from '../interface/page-loader';
import { SettingsPage } from '../settings/settings-page';
import { isAdmin } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';
import { AnswerSection } from './answer-section';
import { ChatAccountsSection } from '../chat/chat-accounts-section';
import { BrowserSection } from './notices/browser-section';
import { ConnectAccounts } from './connect-accounts';
import { ConnectedAddresses } from './connected-addresses';
import { DefaultSection } from './default-section';
import { DeliveryLogSection } from './deliveries/delivery-log-section';
import { ExceptionSection } from './exception-section';
import { HoursForm } from './hours-form';
import { LanguageForm } from './language-form';
import { PreferenceForm } from './preference-form';
import { NotificationPreferences, PreferenceParts } from './preferences/preference-operations';
import { PushSection } from './push/push-section';

/** Everybody chooses how they are told; administrators what holds for the others. */
export function NotificationsPage() {
  const viewer = useViewer();
  return (
    <SettingsPage title="Notifications" intro="How you learn what happens while you look elsewhere.">
      <Stack gap="md" mt="md">
        <OwnPreferences />
        <ChatAccountsSection />
        <BrowserSection />
        {isAdmin(viewer) && <DefaultSection />}
        {isAdmin(viewer) && <AnswerSection />}
        {isAdmin(viewer) && <DeliveryLogSection />}
      </Stack>
    </SettingsPage>
  );
}

function OwnPreferences() {
  const { data, error, refetch } = useQuery(NotificationPreferences, { fetchPolicy: 'cache-and-network' });
  if (!data) {
    if (!error) return <PageLoader />;
    const again = () => void refetch().catch(() => undefined);
    return <ErrorNotice title="Your choice could not be read" error={error} onRetry={again} />;
  }
  const saved = readFragment(PreferenceParts, data.notificationPreferences);
  return (
    <>
      <PreferenceForm saved={saved} />
      <ExceptionSection saved={saved} />
      <HoursForm saved={saved.hours} />
      <LanguageForm saved={saved.hours.language} />
      <PushSection />
      {saved.channels.some(({ addressed }) => addressed) && (
        <ConnectedAddresses>
          <ConnectAccounts channels={saved.channels} />
        </ConnectedAddresses>
      )}
    </>
  );
}
