import type {
  WebhookDeliveryPartsFragment,
  WebhookDeliveryStatus,
  WebhookDisabledReason,
  WebhookEndpointPartsFragment,
} from '../generated/graphql';

interface StateWords {
  label: string;
  color: string;
  /** What it means, and what to do. */
  hint: string | null;
}

const DISABLED: Readonly<Record<WebhookDisabledReason, StateWords>> = {
  TURNED_OFF: { label: 'Turned off', color: 'gray', hint: null },
  FAILING: {
    label: 'Switched off',
    color: 'red',
    hint: 'Nothing arrived for three days. Send a test when it works again, then turn it on: what waits goes out in order.',
  },
  GONE: {
    label: 'Switched off',
    color: 'red',
    hint: 'It answered 410: that it wants no more. Delete it, or turn it on if that was a mistake.',
  },
};

export function stateWords({
  disabledReason,
  failingSince,
}: Pick<WebhookEndpointPartsFragment, 'disabledReason' | 'failingSince'>): StateWords {
  if (disabledReason != null) return DISABLED[disabledReason];
  if (failingSince == null) return { label: 'On', color: 'green', hint: null };
  return {
    label: 'Failing',
    color: 'yellow',
    hint: 'What does not arrive is tried again for three days. If nothing arrives until then, it is switched off.',
  };
}

/** What people call an endpoint: by what it is for, else by its server. */
export function endpointTitle({ description, url }: { description: string; url: string }): string {
  if (description !== '') return description;
  return URL.canParse(url) ? new URL(url).host : url;
}

export const STATUS_WORDS: Readonly<Record<WebhookDeliveryStatus, { label: string; color: string }>> = {
  PENDING: { label: 'Waiting', color: 'yellow' },
  SENT: { label: 'Arrived', color: 'green' },
  DEAD: { label: 'Given up', color: 'red' },
};

type Attempt = Pick<WebhookDeliveryPartsFragment['tries'][number], 'status' | 'durationMs' | 'problem'>;

/** What came of one attempt, on one line. */
export function attemptWords({ status, durationMs, problem }: Attempt): string {
  const time = durationMs < 1_000 ? `${durationMs} ms` : `${(durationMs / 1_000).toFixed(1)} s`;
  return problem == null ? `It answered ${status ?? ''} within ${time}.` : `${problem} (${time})`;
}

export type EventTypeGroup = { group: string; items: string[] };

/** Types of events by what they are about, as a list for choosing has them. */
export function groupedTypes(names: readonly string[]): EventTypeGroup[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const [area = ''] = name.split('.');
    groups.set(area, [...(groups.get(area) ?? []), name]);
  }
  return [...groups].map(([area, items]) => ({
    group: area.charAt(0).toUpperCase() + area.slice(1),
    items,
  }));
}
