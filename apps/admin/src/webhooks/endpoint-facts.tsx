import type { WebhookEndpointPartsFragment } from '../generated/graphql';
import { Fact, FactList } from '../interface/values/fact-list';
import { TimeText } from '../time/time-text';
import classes from './webhooks.module.css';

/** What there is to know of an endpoint. */
export function EndpointFacts({ endpoint }: { endpoint: WebhookEndpointPartsFragment }) {
  const { url, eventTypes, taskTypes, withContent, disabledAt, failingSince, problem, secrets } = endpoint;
  const older = secrets.filter(({ endsAt }) => endsAt != null);
  return (
    <FactList>
      <Fact name="Address">
        <span className={classes.wrap}>{url}</span>
      </Fact>
      <Fact name="Told of">{eventTypes.length === 0 ? 'everything' : eventTypes.join(', ')}</Fact>
      {taskTypes.length > 0 && <Fact name="Of tasks">{taskTypes.join(', ')}</Fact>}
      <Fact name="Is sent">{withContent ? 'ids, titles, descriptions and comments' : 'ids alone'}</Fact>
      {disabledAt != null && (
        <Fact name="Off since">
          <TimeText at={disabledAt} />
        </Fact>
      )}
      {failingSince != null && (
        <Fact name="Failing since">
          <TimeText at={failingSince} />
        </Fact>
      )}
      {problem != null && <Fact name="Went wrong last">{problem}</Fact>}
      {older.map(({ id, endsAt }) => (
        <Fact key={id} name="An old secret">
          signs until <TimeText at={endsAt as string} />
        </Fact>
      ))}
    </FactList>
  );
}
