import { Text } from '@mantine/core';
import type { RetentionPartsFragment } from '../../generated/graphql';
import { Fact, FactList } from '../../interface/values/fact-list';
import { KINDS } from './retention.words';

/** For those who look on. */
export function RetentionFacts({ days }: { days: RetentionPartsFragment }) {
  return (
    <>
      <FactList>
        {KINDS.map(({ kind, label, erased, stays }) => (
          <Fact key={kind} name={label}>
            {days[kind] == null
              ? 'Kept for ever'
              : `Erased after ${days[kind]} ${days[kind] === 1 ? 'day' : 'days'}`}
            <Text size="xs" c="dimmed" component="div">
              Erased: {erased}. Stays as evidence: {stays}.
            </Text>
          </Fact>
        ))}
      </FactList>
      <Text size="sm" c="dimmed" mt="sm">
        Owners and admins change this.
      </Text>
    </>
  );
}
