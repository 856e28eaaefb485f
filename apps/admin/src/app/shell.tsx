import { ApolloProvider } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { signInPath } from '../auth/return-path';
import { Frame } from './frame';
import { leaving } from './leaving';
import { LiveUpdates } from '../live/live-updates';
import { PageLoader } from '../interface/page-loader';
import { openSession, type Session } from './session';
import { ViewerGate } from '../viewer/viewer-gate';

/** All that needs a session. When the session is missing or ends, it leads to the sign-in page and back. */
export function Shell() {
  const navigate = useNavigate();
  const location = useLocation();
  const [session, setSession] = useState<Session | null>(null);
  const signedIn = useRef(false);
  const here = useRef('/');
  const go = useRef(navigate);
  useEffect(() => {
    here.current = `${location.pathname}${location.search}`;
    go.current = navigate;
  });

  useEffect(() => {
    leaving.now = false;
    const opened = openSession(() => {
      const path = leaving.now ? '/sign-in' : signInPath(here.current, signedIn.current);
      void go.current(path, { replace: true });
    });
    setSession(opened);
    return opened.close;
  }, []);

  if (!session) return <PageLoader />;
  return (
    <ApolloProvider client={session.apollo}>
      <LiveUpdates standing={session.standing}>
        <ViewerGate onReady={() => (signedIn.current = true)}>
          <Frame connection={session.connection} />
        </ViewerGate>
      </LiveUpdates>
    </ApolloProvider>
  );
}
