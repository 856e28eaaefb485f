import { Text } from '@mantine/core';
import type { WebhookDeliveryPartsFragment } from '../generated/graphql';
import { visibleText } from '../interface/values/visible-text';
import { TimeText } from '../time/time-text';
import { attemptWords } from './webhook.words';
import classes from './webhooks.module.css';

/** What was sent, and what was answered each time. */
export function DeliveryDetails({ delivery }: { delivery: WebhookDeliveryPartsFragment }) {
  const { id, requestBody, tries } = delivery;
  return (
    <div className={classes.details}>
      <div>
        <Text size="sm" fw={600}>
          Request
        </Text>
        <Text size="xs" c="dimmed" className={classes.wrap}>
          webhook-id: {id}
        </Text>
        <pre className={classes.body} tabIndex={0} aria-label="Body of the request">
          {JSON.stringify(JSON.parse(requestBody), null, 2)}
        </pre>
      </div>
      {tries.map((tried, index) => (
        <div key={tried.at}>
          <Text size="sm" fw={600}>
            Attempt {index + 1}, <TimeText at={tried.at} />
          </Text>
          <Text size="sm" className={classes.wrap}>
            POST {tried.url}
          </Text>
          <Text size="sm">{attemptWords(tried)}</Text>
          {tried.body != null && tried.body !== '' && (
            <pre className={classes.body} tabIndex={0} aria-label={`Body of response ${index + 1}`}>
              {visibleText(tried.body)}
            </pre>
          )}
        </div>
      ))}
      {tries.length === 0 && (
        <Text size="sm" c="dimmed">
          It was not sent yet.
        </Text>
      )}
    </div>
  );
}
