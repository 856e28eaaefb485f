import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { SearchPeople, SearchTargets } from './directory-operations';
import { groupTarget, matching, personTarget, type Target } from './targets';

const settleMs = 200;
const longestText = 100;

export interface TargetSearch {
  people: Target[];
  groups: Target[];
  loading: boolean;
  failed: boolean;
}

/** People, and groups too where they are wanted, by a part of their name; looked up once the typing rests. */
export function useTargetSearch(text: string, withGroups: boolean, active = true): TargetSearch {
  const [settled] = useDebouncedValue(text.slice(0, longestText), settleMs);
  const variables = { text: settled };
  const people = useQuery(SearchPeople, { variables, skip: withGroups || !active });
  const targets = useQuery(SearchTargets, { variables, skip: !withGroups || !active });
  const used = withGroups ? targets : people;
  const users = (withGroups ? latest(targets) : latest(people))?.searchUsers;
  return {
    people: matching(users?.map(personTarget) ?? [], text),
    groups: matching(latest(targets)?.searchGroups.map(groupTarget) ?? [], text),
    loading: used.loading || settled !== text.slice(0, longestText),
    failed: used.error !== undefined,
  };
}

/** What was found for the text before stays until there is an answer to the new one. */
function latest<Data>({ data, previousData }: { data?: Data; previousData?: Data }): Data | undefined {
  return data ?? previousData;
}
