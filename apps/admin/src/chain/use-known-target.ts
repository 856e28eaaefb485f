import { useQuery } from '@apollo/client/react';
import { SearchTargets } from '../directory/directory-operations';
import { groupTarget, personTarget, type Target } from '../directory/targets';
import type { StepDraft } from './step-draft';

/** The person or group of a step with its name; only its address or key until that is known. */
export function useKnownTarget(to: StepDraft['to']): Target | null {
  const text = to?.user ?? to?.group ?? '';
  const { data } = useQuery(SearchTargets, { variables: { text }, skip: text === '' });
  if (to === null) return null;
  const found = to.user ? data?.searchUsers.map(personTarget) : data?.searchGroups.map(groupTarget);
  const kind = to.user ? 'user' : 'group';
  return found?.find(({ hint }) => hint === text) ?? { value: `${kind}:${text}`, label: text, hint: text };
}

/** A choice as a chain keeps it: by what people can read. */
export function toStepTarget(target: Target | null): StepDraft['to'] {
  if (target === null) return null;
  return target.value.startsWith('user:') ? { user: target.hint } : { group: target.hint };
}
