import { ApolloLink, type FetchResult } from '@apollo/client';
import { OperationTypeNode, print } from 'graphql';
import { defer, finalize, from, mergeMap, type Observable, share } from 'rxjs';

interface Reading {
  answer: Observable<FetchResult>;
  state: 'waiting' | 'sent' | 'over';
  ended: Promise<void>;
}

/**
 * One reading of a kind at a time. One that is asked for while an equal one is under way waits for its end and is then
 * sent: the other may have been answered before the change that was the reason to read. Whatever is asked for meanwhile
 * shares the one that waits. Apollo's own deduplication, off because of this, would answer with the old reading.
 */
export function freshReads(): ApolloLink {
  const readings = new Map<string, Reading>();
  return new ApolloLink((operation, forward) => {
    if (operation.operationType !== OperationTypeNode.QUERY) return forward(operation);
    const key = `${print(operation.query)} ${JSON.stringify(operation.variables)}`;
    const last = readings.get(key);
    if (last?.state === 'waiting') return last.answer;
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const reading: Reading = {
      state: 'waiting',
      ended,
      answer: defer(() => from(Promise.resolve(last?.ended))).pipe(
        mergeMap(() => {
          reading.state = 'sent';
          return forward(operation);
        }),
        finalize(() => {
          reading.state = 'over';
          end();
          if (readings.get(key) !== reading) return;
          // The next one waits for what is still under way where this one was given up before it was sent.
          if (last?.state === 'sent') readings.set(key, last);
          else readings.delete(key);
        }),
        share(),
      ),
    };
    readings.set(key, reading);
    return reading.answer;
  });
}
