import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SendTestWebhookMutation } from '../generated/graphql';
import { type Save, useSave } from '../settings/use-save';
import { SendTest, SetEndpointEnabled } from './webhook-operations';

type Attempt = SendTestWebhookMutation['sendTestWebhook']['attempt'];

export interface EndpointActions extends Pick<Save, 'busy' | 'refused'> {
  /** What came of the last test; null before one. */
  attempt: Attempt | null;
  test: () => Promise<void>;
  enable: (enabled: boolean) => Promise<void>;
}

/** What is done to an endpoint without a question. */
export function useEndpoint(endpointId: string): EndpointActions {
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const [send] = useMutation(SendTest);
  const [setEnabled] = useMutation(SetEndpointEnabled);
  const { busy, refused, run } = useSave();
  const test = async (): Promise<void> => {
    setAttempt(null);
    await run(async () => {
      const { data } = await send({ variables: { input: { endpointId } } });
      setAttempt(data?.sendTestWebhook.attempt ?? null);
    }, 'The test was sent.');
  };
  const enable = async (enabled: boolean): Promise<void> => {
    const done = enabled ? 'The endpoint is on.' : 'The endpoint is off.';
    await run(() => setEnabled({ variables: { input: { endpointId, enabled } } }), done);
  };
  return { busy, refused, attempt, test, enable };
}
