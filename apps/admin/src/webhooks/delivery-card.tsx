import { useMutation } from '@apollo/client/react';
import { Badge, Button, Group, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { ErrorText } from '../errors/error-text';
import { type FragmentType, readFragment } from '../generated';
import cardClasses from '../settings/card.module.css';
import { useSave } from '../settings/use-save';
import { TimeText } from '../time/time-text';
import { DeliveryDetails } from './delivery-details';
import { DeliveryFields, ReplayDelivery } from './webhook-operations';
import { attemptWords, STATUS_WORDS } from './webhook.words';

/** One event: how it is, and at a click what was sent and what came back. */
export function DeliveryCard({ delivery: masked }: { delivery: FragmentType<typeof DeliveryFields> }) {
  const delivery = readFragment(DeliveryFields, masked);
  const { id, type, status, at, nextAt, tries } = delivery;
  const [isOpen, setOpen] = useState(false);
  const [replay] = useMutation(ReplayDelivery);
  const save = useSave();
  const detailsId = useId();
  const { label, color } = STATUS_WORDS[status];
  const last = tries.at(-1);
  const again = (): void =>
    void save.run(() => replay({ variables: { input: { deliveryId: id } } }), 'It is sent once more.');
  return (
    <li className={`panel ${cardClasses.card}`} aria-label={`${type}, ${label}`}>
      <div className={cardClasses.head}>
        <h2 className={cardClasses.name}>{type}</h2>
        <Badge color={color} variant="dot">
          {label}
        </Badge>
        <Text size="xs" c="dimmed">
          <TimeText at={at} />
        </Text>
      </div>
      {last && <Text size="sm">{attemptWords(last)}</Text>}
      {status === 'PENDING' && nextAt != null && tries.length > 0 && (
        <Text size="sm" c="dimmed">
          Tried again <TimeText at={nextAt} />
        </Text>
      )}
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
      <Group gap="sm" className={cardClasses.actions}>
        <Button
          size="xs"
          variant="default"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Hide the details' : 'Request and response'}
        </Button>
        {status !== 'PENDING' && (
          <Button size="xs" variant="default" loading={save.busy} onClick={again}>
            Replay
          </Button>
        )}
      </Group>
      <div id={detailsId}>{isOpen && <DeliveryDetails delivery={delivery} />}</div>
    </li>
  );
}
