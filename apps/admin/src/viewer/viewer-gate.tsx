import { useQuery } from '@apollo/client/react';
import { Container } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { isUnauthenticated } from '../errors/api-error';
import { ErrorNotice } from '../errors/error-notice';
import { PageLoader } from '../interface/page-loader';
import { Viewer, ViewerContext } from './viewer';

/** Shows its children once it is known who is signed in. */
export function ViewerGate({ children, onReady }: { children: ReactNode; onReady: () => void }) {
  const { data, error, refetch } = useQuery(Viewer, { context: { still: true } });
  const known = Boolean(data);
  useEffect(() => {
    if (known) onReady();
  }, [known, onReady]);

  if (data) return <ViewerContext.Provider value={data.viewer}>{children}</ViewerContext.Provider>;
  if (!error || isUnauthenticated(error)) return <PageLoader />;
  return (
    <Container component="main" size="xs" py={80}>
      <ErrorNotice title="Orkestra could not be opened" error={error} onRetry={() => void refetch()} />
    </Container>
  );
}
