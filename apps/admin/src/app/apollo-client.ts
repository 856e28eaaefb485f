import {
  ApolloClient,
  ApolloLink,
  HttpLink,
  InMemoryCache,
  type WatchQueryFetchPolicy,
} from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { cacheSizes } from '@apollo/client/utilities';
import type { Client } from 'graphql-ws';
import { OperationTypeNode } from 'graphql';
import { messagesPolicy } from '../conversation/messages-policy';
import { isUnauthenticated } from '../errors/api-error';
import type { FirstStanding } from '../live/first-standing';
import { resubscribe } from '../live/resubscribe';
import { pagesPolicy } from '../interface/paging/pages-policy';
import { taskListPolicy } from '../inbox/list/task-list-policy';
import { activityHeaders } from './activity';
import { afterStanding } from '../live/after-standing';
import { freshReads } from './fresh-reads';

export interface ApolloClientOptions {
  /** Readings wait for it. */
  standing: FirstStanding;
  onUnauthenticated: () => void;
  /** A live feed that the server had broken off stands again. */
  onFeedBack: () => void;
}

/** The Apollo client of one session: queries over HTTP, subscriptions over the live socket. */
export function createApolloClient(
  socket: Client,
  { standing, onUnauthenticated, onFeedBack }: ApolloClientOptions,
): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });
  const activity = new SetContextLink(({ headers }) => ({
    headers: { ...(headers as Record<string, string> | undefined), ...activityHeaders() },
  }));
  const watch = new ErrorLink(({ error }) => {
    if (isUnauthenticated(error)) onUnauthenticated();
  });
  const live = new ApolloLink((operation, forward) => forward(operation).pipe(resubscribe(onFeedBack)));
  const transport = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    live.concat(new GraphQLWsLink(socket)),
    ApolloLink.from([activity, http]),
  );
  const link = ApolloLink.from([watch, afterStanding(standing), freshReads(), transport]);
  return new ApolloClient({
    link,
    cache: createCache(),
    queryDeduplication: false,
    defaultOptions: { watchQuery: { nextFetchPolicy: onceFromNetwork } },
  });
}

/**
 * After its first reading a query goes to the network when it is told to. As long as its policy is `cache-and-network`,
 * Apollo asks a second time whenever anything else is written to the cache before the first answer is there.
 */
function onceFromNetwork(
  policy: WatchQueryFetchPolicy,
  { reason, initialFetchPolicy }: { reason: string; initialFetchPolicy: WatchQueryFetchPolicy },
): WatchQueryFetchPolicy {
  if (reason === 'variables-changed') return initialFetchPolicy;
  return policy === 'cache-and-network' ? 'cache-first' : policy;
}

// Each row of a list is three or four selections. With 10,000 rows Apollo's 50,000 would be used up, and each reading of
// the list would then read every row anew.
cacheSizes['inMemoryCache.executeSelectionSet'] = 200_000;

function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          tasks: taskListPolicy,
          standingRules: pagesPolicy,
          apiKeys: pagesPolicy,
          auditEvents: pagesPolicy,
          legalHolds: pagesPolicy,
          notificationDeliveries: { ...pagesPolicy, keyArgs: ['status', 'channel'] },
          webhookDeliveries: { ...pagesPolicy, keyArgs: ['endpointId', 'filter'] },
        },
      },
      Conversation: { fields: { messages: messagesPolicy } },
      Actor: { keyFields: false },
      NotificationActor: { keyFields: false },
      NotificationPreferences: { keyFields: [] },
      ApiKeyUser: { keyFields: false },
      WebhookAttempt: { keyFields: false },
      WebhookEventType: { keyFields: ['name'] },
      AuditActor: { keyFields: false },
      AuditTarget: { keyFields: false },
      BusinessCalendar: { keyFields: ['key'] },
      GroupSettings: { keyFields: ['group', ['id']] },
      TenantSettings: { keyFields: [] },
      UserSettings: { keyFields: ['user', ['id']] },
      // Queries ask for different fields of an approval; the cache keeps them all.
      TaskApproval: { merge: true },
      ToolApproval: { merge: true },
    },
  });
}
