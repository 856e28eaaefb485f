import { useState } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import type { ConnectionState } from '../live/connection-state';
import { Announcer } from '../interface/announcer';
import { ConnectionBanner } from './connection-banner';
import classes from './frame.module.css';
import { Header } from './header';
import { HelpDialog } from './help-dialog';
import { LeaveQuestion } from '../interface/leave-question';
import { usePushDevice } from '../notifications/push/use-push-device';
import { useShortcuts } from '../interface/shortcuts';

/** The frame of every page behind the sign-in: skip link, header, banner, main, help. */
export function Frame({ connection }: { connection: ConnectionState }) {
  const [help, setHelp] = useState(false);
  usePushDevice();
  useShortcuts({ '?': () => setHelp(true) });
  return (
    <>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <Header connection={connection} onHelp={() => setHelp(true)} />
      <ConnectionBanner connection={connection} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <HelpDialog opened={help} onClose={() => setHelp(false)} />
      <LeaveQuestion />
      <Announcer />
      <ScrollRestoration />
    </>
  );
}
