import { useQuery } from '@apollo/client/react';
import { ErrorNotice } from '../../errors/error-notice';
import { readFragment } from '../../generated';
import { PageLoader } from '../../interface/page-loader';
import { Section } from '../../settings/section';
import { isAdmin } from '../../viewer/only-for';
import { useViewer } from '../../viewer/viewer';
import { RetentionFacts } from './retention-facts';
import { RetentionForm } from './retention-form';
import { RetentionFields, RetentionQuery } from './retention-operations';
import { RetentionRunList } from './retention-run-list';

/** How long what was written is kept, and what the last runs have erased. */
export function RetentionSection() {
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(RetentionQuery, { fetchPolicy: 'cache-and-network' });
  const reread = (): void => void refetch().catch(() => undefined);
  const days = data && readFragment(RetentionFields, data.retention);
  return (
    <Section
      title="Retention"
      description="After how many days what people and programs wrote is erased. It stays written who decided what and when: receipts and the chain of the audit log stay valid. What is erased does not come back, but from a backup."
    >
      {!days && !error && <PageLoader />}
      {!days && error && (
        <ErrorNotice title="The retention could not be read" error={error} onRetry={reread} />
      )}
      {days &&
        (isAdmin(viewer) ? <RetentionForm days={days} onSaved={reread} /> : <RetentionFacts days={days} />)}
      <RetentionRunList />
    </Section>
  );
}
