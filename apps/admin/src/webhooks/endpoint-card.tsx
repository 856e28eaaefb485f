import { Alert, Anchor, Badge, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ErrorText } from '../errors/error-text';
import { type FragmentType, readFragment } from '../generated';
import cardClasses from '../settings/card.module.css';
import { DeleteEndpointDialog } from './delete-endpoint-dialog';
import { EndpointDialog } from './endpoint-dialog';
import { EndpointFacts } from './endpoint-facts';
import { RotateSecretDialog } from './rotate-secret-dialog';
import { useEndpoint } from './use-endpoint';
import { EndpointFields } from './webhook-operations';
import { attemptWords, endpointTitle, stateWords } from './webhook.words';

export interface EndpointCardProps {
  endpoint: FragmentType<typeof EndpointFields>;
  onSecret: (secret: string) => void;
  onDeleted: () => void;
}

/** One endpoint: what it is told, how it is, and what can be done about it. */
export function EndpointCard({ endpoint: masked, onSecret, onDeleted }: EndpointCardProps) {
  const endpoint = readFragment(EndpointFields, masked);
  const [open, setOpen] = useState<'edit' | 'rotate' | 'delete' | null>(null);
  const { busy, refused, attempt, test, enable } = useEndpoint(endpoint.id);
  const { label, color, hint } = stateWords(endpoint);
  const title = endpointTitle(endpoint);
  const isOn = endpoint.disabledReason == null;
  const close = (): void => setOpen(null);
  const action = (text: string, onClick: () => void) => (
    <Button size="xs" variant="default" disabled={busy} aria-label={`${text}: ${title}`} onClick={onClick}>
      {text}
    </Button>
  );
  return (
    <li className={`panel ${cardClasses.card}`} aria-label={title}>
      <div className={cardClasses.head}>
        <h2 className={cardClasses.name}>{title}</h2>
        <Badge color={color} variant="dot">
          {label}
        </Badge>
      </div>
      {hint && (
        <Text size="sm" mb={8}>
          {hint}
        </Text>
      )}
      <EndpointFacts endpoint={endpoint} />
      {attempt && (
        <Alert mt="sm" color={attempt.problem == null ? 'green' : 'red'} variant="light" role="status">
          {attempt.problem == null ? 'The test has arrived. ' : 'The test has not arrived. '}
          {attemptWords(attempt)}
        </Alert>
      )}
      {refused && <ErrorText>{refused.message}</ErrorText>}
      <div className={cardClasses.actions}>
        {action('Send a test', () => void test())}
        {action('Change', () => setOpen('edit'))}
        {action('Rotate the secret', () => setOpen('rotate'))}
        {action(isOn ? 'Turn off' : 'Turn on', () => void enable(!isOn))}
        <Button
          size="xs"
          variant="light"
          color="red"
          disabled={busy}
          aria-label={`Delete: ${title}`}
          onClick={() => setOpen('delete')}
        >
          Delete
        </Button>
        <Anchor
          component={Link}
          to={`/workspace/webhooks/${endpoint.id}`}
          size="sm"
          aria-label={`Deliveries of ${title}`}
        >
          Deliveries
        </Anchor>
        <Anchor
          component={Link}
          to={`/workspace/audit?target=${endpoint.id}`}
          size="sm"
          aria-label={`Audit log of ${title}`}
        >
          Audit log
        </Anchor>
      </div>
      {open === 'edit' && <EndpointDialog endpoint={endpoint} onClose={close} />}
      {open === 'rotate' && (
        <RotateSecretDialog endpointId={endpoint.id} title={title} onRotated={onSecret} onClose={close} />
      )}
      {open === 'delete' && (
        <DeleteEndpointDialog endpointId={endpoint.id} title={title} onDeleted={onDeleted} onClose={close} />
      )}
    </li>
  );
}
