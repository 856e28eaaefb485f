import { Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { ErrorText } from '../../errors/error-text';
import { Section } from '../../settings/section';
import { noticeSettings, useNoticeSettings } from './notice-settings';
import { mayNotify } from './notices';

/** What this browser does when something new comes; kept in the browser, since it is about it alone. */
export function BrowserSection() {
  const { sound, browser } = useNoticeSettings();
  const [refused, setRefused] = useState(false);
  const turn = async (on: boolean): Promise<void> => {
    const allowed = !on || (await mayNotify());
    setRefused(!allowed);
    noticeSettings.change({ browser: on && allowed });
  };
  return (
    <Section title="In this browser" description="While Orkestra is open in it, and for this browser alone.">
      <Stack gap="sm">
        <Switch
          label="A quiet sound"
          checked={sound}
          onChange={(event) => noticeSettings.change({ sound: event.currentTarget.checked })}
        />
        <Switch
          label="A notification of the browser, while the page is not in front"
          checked={browser}
          onChange={(event) => void turn(event.currentTarget.checked)}
        />
        {refused && (
          <ErrorText>
            The browser does not allow it. Allow notifications for this site in its settings.
          </ErrorText>
        )}
      </Stack>
    </Section>
  );
}
