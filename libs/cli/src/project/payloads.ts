import type { Client } from '@temporalio/client';
import type * as Internal from '@temporalio/common/lib/internal-non-workflow';
import { packageOf, type Project } from './project';

type Payloads = { readonly payloads?: readonly object[] | null } | null | undefined;

/** Reads the first of some payloads as the project's workers do. */
export function decoderOf(project: Project, client: Client): (payloads: Payloads) => Promise<unknown> {
  const { decodeFromPayloadsAtIndex } = internalOf(project);
  const converter = client.options.loadedDataConverter;
  return (payloads) =>
    payloads?.payloads?.length
      ? decodeFromPayloadsAtIndex(converter, 0, [...payloads.payloads])
      : Promise.resolve(undefined);
}

/** Makes a payload as the project's workers do. */
export function encoderOf(project: Project, client: Client): (value: object) => Promise<object> {
  const { encodeToPayload } = internalOf(project);
  return (value) => encodeToPayload(client.options.loadedDataConverter, value);
}

function internalOf(project: Project): typeof Internal {
  return packageOf(project, '@temporalio/common/lib/internal-non-workflow');
}
