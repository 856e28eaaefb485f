import { randomUUID } from 'node:crypto';
import { type JsonObject, writeExactly } from '../command-line/exact-json';
import { inputValues } from '../command-line/input-values';
import { onOneLine } from '../command-line/foreign-text';
import { textOf } from '../command-line/option-values';
import { objectOf } from '../graphql/request';
import type { RemoteCall } from '../graphql/run-remote';
import { CANCEL, SIGNAL, START } from './workflow-documents';

export async function startExecution(call: RemoteCall): Promise<void> {
  const { options, words } = call;
  const key = textOf(options, 'key') ?? randomUUID();
  const onBehalfOf = textOf(options, 'on-behalf-of');
  const input = { type: words[0], input: inputValues(options) ?? {}, key, onBehalfOf };
  const answer = await call.client.change(
    START,
    input,
    `Repeat the command with --key ${key}: so it starts once.`,
  );
  // The id alone, so that a script takes it as it is.
  await say(call, executionOf(answer), (execution) => String(execution['id']));
}

export async function signalExecution(call: RemoteCall): Promise<void> {
  const [id = '', signal = ''] = call.words;
  const operationId = textOf(call.options, 'operation-id') ?? randomUUID();
  const input = { id, signal, payload: inputValues(call.options), operationId };
  const again = `Repeat the command with --operation-id ${operationId}: so it is signalled once.`;
  const answer = await call.client.change(SIGNAL, input, again);
  await say(call, executionOf(answer), () => `${id} was signalled: ${signal}.`);
}

export async function cancelExecution(call: RemoteCall): Promise<void> {
  const [id = ''] = call.words;
  const input = { id, reason: textOf(call.options, 'reason') };
  const answer = await call.client.change(CANCEL, input, 'Look with: orkestra workflows show');
  await say(call, executionOf(answer), () => `${id} was asked to end.`);
}

function executionOf(answer: JsonObject): JsonObject {
  const [payload] = Object.values(answer);
  return objectOf(objectOf(payload)['workflow']);
}

async function say(
  { console, asJson }: RemoteCall,
  execution: JsonObject,
  words: (execution: JsonObject) => string,
): Promise<void> {
  await console.print([asJson ? writeExactly(execution, 2) : onOneLine(words(execution))]);
}
