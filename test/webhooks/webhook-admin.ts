import type { ApiClient, TestSystem } from '../harness';

const CREATE = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { secret endpoint { id } }
}`;
const ROTATE = `mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { secret } }`;
const TEST = `mutation ($input: WebhookEndpointInput!) {
  sendTestWebhook(input: $input) { deliveryId attempt { status body problem } }
}`;
const LIST = `query ($endpointId: ID!) {
  webhookDeliveries(endpointId: $endpointId) { edges { node { id type status attempts tries { status problem } } } }
}`;

export interface LoggedDelivery {
  id: string;
  type: string;
  status: 'PENDING' | 'SENT' | 'DEAD';
  attempts: number;
  tries: { status: number | null; problem: string | null }[];
}

/** An admin of the tenant `demo` who sees to webhooks by GraphQL. */
export class WebhookAdmin {
  private constructor(readonly client: ApiClient) {}

  static async of(system: TestSystem): Promise<WebhookAdmin> {
    return new WebhookAdmin(await system.person('ada@demo.test'));
  }

  async create(input: object): Promise<{ id: string; secret: string }> {
    const { createWebhookEndpoint: made } = await this.client.graphql(CREATE, { input });
    return { id: made.endpoint.id as string, secret: made.secret as string };
  }

  async rotate(endpointId: string, overlapHours: number): Promise<string> {
    const answer = await this.client.graphql(ROTATE, { input: { endpointId, overlapHours } });
    return answer.rotateWebhookSecret.secret as string;
  }

  async test(endpointId: string): Promise<{ status: number | null; problem: string | null }> {
    const answer = await this.client.graphql(TEST, { input: { endpointId } });
    return answer.sendTestWebhook.attempt as { status: number | null; problem: string | null };
  }

  async deliveries(endpointId: string): Promise<LoggedDelivery[]> {
    const answer = await this.client.graphql(LIST, { endpointId });
    return (answer.webhookDeliveries.edges as { node: LoggedDelivery }[]).map(({ node }) => node);
  }
}
