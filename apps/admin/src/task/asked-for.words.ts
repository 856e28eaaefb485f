import type { SelfApprovalPolicy } from '../generated/graphql';

export interface Asked {
  closedAt?: string | null;
  isOwnRequest: boolean;
  selfApproval?: SelfApprovalPolicy | null;
  onBehalfOf?: { id: string; displayName: string } | null;
  createdBy: { kind: string; id: string; displayName: string };
}

/** Who asks for whom; null where nobody is named. */
export function askedForWords({ onBehalfOf, createdBy }: Asked): string | null {
  if (!onBehalfOf || onBehalfOf.id === createdBy.id) return null;
  return `Asked by ${createdBy.displayName} for ${onBehalfOf.displayName}`;
}

/** What somebody is told who looks at an approval that they have asked for; null where there is nothing to say. */
export function ownRequestWords(task: Asked): { title: string; text: string } | null {
  const { closedAt, isOwnRequest, selfApproval } = task;
  if (closedAt || !isOwnRequest) return null;
  if (selfApproval === 'FORBID')
    return {
      title: 'Somebody else decides this',
      text: 'You asked for it, or it was asked for you. This workspace wants a second pair of eyes.',
    };
  if (selfApproval === 'WARN')
    return {
      title: 'This is your own request',
      text: 'You asked for it, or it was asked for you. You may decide it, and the history will say that you did.',
    };
  return null;
}
