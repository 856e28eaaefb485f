import { ApolloProvider } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { signInPath } from '../auth/return-path';
import { Frame } from './frame';
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
    const opened = openSession(() => {
      void go.current(signInPath(here.current, signedIn.current), { replace: true });
    });
    setSession(opened);
    return opened.close;
  }, []);

  if (!session) return <PageLoader />;
  return (
    <ApolloProvider client={session.apollo}>
      <ViewerGate onReady={() => (signedIn.current = true)}>
        <Frame connection={session.connection} />
      </ViewerGate>
    </ApolloProvider>
  );
}
