import { Badge } from '@mantine/core';
import type { PersonStatus } from '../../generated/graphql';

export const STATUS_WORDS: Record<PersonStatus, string> = {
  ACTIVE: 'Active',
  INVITED: 'Invited',
  DEACTIVATED: 'Deactivated',
  ERASED: 'Erased',
};

/** What somebody is who is not simply in the workspace. */
export function PersonStatusBadge({ status }: { status: PersonStatus }) {
  if (status === 'ACTIVE') return null;
  return (
    <Badge
      color={status === 'INVITED' ? undefined : 'gray'}
      variant={status === 'ERASED' ? 'outline' : undefined}
    >
      {STATUS_WORDS[status]}
    </Badge>
  );
}
