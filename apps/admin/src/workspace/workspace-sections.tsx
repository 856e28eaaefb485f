import { useQuery } from '@apollo/client/react';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { PageLoader } from '../interface/page-loader';
import { DangerSection } from './danger-section';
import { ExportSection } from './export-section';
import { IdentityForm } from './identity-form';
import { LimitsSection } from './limits-section';
import { LogoSection } from './logo-section';
import { WorkspaceFields, WorkspaceQuery } from './workspace-operations';

/** The workspace itself: what it is called and looks like, what it may have, and the way out. */
export function WorkspaceSections() {
  const { data, error, refetch } = useQuery(WorkspaceQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  if (!data) {
    if (!error) return <PageLoader />;
    const again = (): void => void refetch().catch(() => undefined);
    return <ErrorNotice title="The workspace could not be read" error={error} onRetry={again} />;
  }
  const workspace = readFragment(WorkspaceFields, data.workspace);
  return (
    <>
      <IdentityForm workspace={workspace} />
      <LogoSection workspace={workspace} />
      <LimitsSection workspace={workspace} />
      <ExportSection slug={workspace.slug} />
      <DangerSection workspace={workspace} />
    </>
  );
}
