import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { PageLoader } from '../interface/page-loader';
import { readApiError } from '../errors/api-error';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { Section } from '../settings/section';
import classes from '../settings/settings.module.css';
import { AbsenceFields, Absences } from './absence-operations';
import { AbsenceRow } from './absence-row';
import { PlanDialog } from './plan-dialog';

export interface AbsenceListProps {
  user: { id: string; displayName: string };
  /** Whether the viewer may plan and remove them. */
  mayPlan: boolean;
  description: string;
}

/** What is to come of somebody's absences, or goes on now. */
export function AbsenceList({ user, mayPlan, description }: AbsenceListProps) {
  const [planning, setPlanning] = useState(false);
  const { data, error, refetch } = useQuery(Absences, {
    variables: { user: user.id },
    fetchPolicy: 'cache-and-network',
  });
  const reread = (): void => void refetch().catch(() => undefined);
  const plan = (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setPlanning(true)}>
      Plan an absence
    </Button>
  );
  return (
    <Section title="Absences" description={description} aside={mayPlan && plan}>
      {!data && !error && <PageLoader />}
      {!data && error && <NotReadable error={error} onRetry={reread} />}
      {data?.absences.length === 0 && <p className={classes.empty}>No absence is planned.</p>}
      {data && (
        <ul className={classes.rows}>
          {readFragment(AbsenceFields, data.absences).map((absence) => (
            <AbsenceRow key={absence.id} absence={absence} mayRemove={mayPlan} onRemoved={reread} />
          ))}
        </ul>
      )}
      {planning && <PlanDialog user={user} onPlanned={reread} onClose={() => setPlanning(false)} />}
    </Section>
  );
}

function NotReadable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (readApiError(error).code === 'FORBIDDEN') {
    return <p className={classes.empty}>Only supervisors of their groups see when they are away.</p>;
  }
  return <ErrorNotice title="The absences could not be read" error={error} onRetry={onRetry} />;
}
