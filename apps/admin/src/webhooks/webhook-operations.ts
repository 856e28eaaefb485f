import { graphql } from '../generated';

export const EndpointFields = graphql(`
  fragment WebhookEndpointParts on WebhookEndpoint {
    id
    url
    description
    eventTypes
    taskTypes
    withContent
    disabledReason
    disabledAt
    failingSince
    problem
    createdAt
    secrets {
      id
      createdAt
      endsAt
    }
  }
`);

export const DeliveryFields = graphql(`
  fragment WebhookDeliveryParts on WebhookDelivery {
    id
    type
    status
    attempts
    at
    nextAt
    settledAt
    requestBody
    tries {
      at
      url
      durationMs
      status
      body
      problem
    }
  }
`);

export const Endpoints = graphql(`
  query WebhookEndpoints {
    webhookEndpoints {
      id
      ...WebhookEndpointParts
    }
  }
`);

export const EventTypes = graphql(`
  query WebhookEventTypes {
    webhookEventTypes {
      name
      meaning
    }
  }
`);

export const Deliveries = graphql(`
  query WebhookDeliveries($endpointId: ID!, $filter: WebhookDeliveryFilter, $after: String) {
    webhookDeliveries(endpointId: $endpointId, filter: $filter, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          ...WebhookDeliveryParts
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const CreateEndpoint = graphql(`
  mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) {
      secret
      endpoint {
        id
        ...WebhookEndpointParts
      }
    }
  }
`);

export const UpdateEndpoint = graphql(`
  mutation UpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {
    updateWebhookEndpoint(input: $input) {
      endpoint {
        id
        ...WebhookEndpointParts
      }
    }
  }
`);

export const SetEndpointEnabled = graphql(`
  mutation SetWebhookEndpointEnabled($input: SetWebhookEndpointEnabledInput!) {
    setWebhookEndpointEnabled(input: $input) {
      endpoint {
        id
        ...WebhookEndpointParts
      }
    }
  }
`);

export const RotateSecret = graphql(`
  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) {
      secret
      endpoint {
        id
        ...WebhookEndpointParts
      }
    }
  }
`);

export const DeleteEndpoint = graphql(`
  mutation DeleteWebhookEndpoint($input: WebhookEndpointInput!) {
    deleteWebhookEndpoint(input: $input) {
      deletedId
    }
  }
`);

export const SendTest = graphql(`
  mutation SendTestWebhook($input: WebhookEndpointInput!) {
    sendTestWebhook(input: $input) {
      deliveryId
      attempt {
        at
        url
        durationMs
        status
        body
        problem
      }
    }
  }
`);

export const ReplayDelivery = graphql(`
  mutation ReplayWebhookDelivery($input: ReplayWebhookDeliveryInput!) {
    replayWebhookDelivery(input: $input) {
      delivery {
        id
        ...WebhookDeliveryParts
      }
    }
  }
`);

export const ReplayFailed = graphql(`
  mutation ReplayFailedWebhooks($input: ReplayFailedWebhooksInput!) {
    replayFailedWebhooks(input: $input) {
      count
      more
    }
  }
`);
