import { ApolloLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { defer, mergeMap } from 'rxjs';
import type { FirstStanding } from './first-standing';

/**
 * Has readings wait until the live feed stands, so that they need not be made a second time. One with `still` in its
 * context, of what no feed tells about, goes at once.
 */
export function afterStanding(standing: FirstStanding): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const { still } = operation.getContext() as { still?: boolean };
    if (operation.operationType !== OperationTypeNode.QUERY || still) return forward(operation);
    return defer(() => standing.wait()).pipe(mergeMap(() => forward(operation)));
  });
}
