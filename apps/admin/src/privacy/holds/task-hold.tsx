import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { readFragment } from '../../generated';
import { Fact } from '../../interface/values/fact-list';
import { mayHold } from '../../viewer/only-for';
import { useViewer } from '../../viewer/viewer';
import { LegalHoldFields, LegalHolds } from './legal-hold-operations';

/** Whether a hold is on the task, and the way to place one; for those who may. */
export function TaskHold({ taskId }: { taskId: string }) {
  const may = mayHold(useViewer());
  const { data } = useQuery(LegalHolds, {
    variables: { filter: { taskId, inForce: true } },
    fetchPolicy: 'cache-and-network',
    skip: !may,
  });
  if (!may || !data) return null;
  const [hold] = readFragment(
    LegalHoldFields,
    data.legalHolds.edges.map(({ node }) => node),
  );
  return (
    <Fact name="Legal hold">
      {hold === undefined ? 'None · ' : `${hold.reason} · `}
      <Anchor
        component={Link}
        to={hold === undefined ? `/workspace/privacy?hold=${taskId}` : '/workspace/privacy'}
        inherit
      >
        {hold === undefined ? 'Place one' : 'All holds'}
      </Anchor>
    </Fact>
  );
}
