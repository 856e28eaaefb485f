import { randomUUID } from 'node:crypto';
import { CommandError } from '../command-line/command.errors';
import { type Json, type JsonObject, writeExactly } from '../command-line/exact-json';
import { onOneLine } from '../command-line/foreign-text';
import { inputValues } from '../command-line/input-values';
import { numberOf, textOf } from '../command-line/option-values';
import { objectOf } from '../graphql/request';
import type { RemoteCall } from '../graphql/run-remote';
import { forPeople } from './people-only';
import { shownDigest } from './shown-digest';
import {
  APPROVE_TASK,
  CLAIM_TASK,
  COMPLETE_TASK,
  REJECT_TASK,
  RELEASE_TASK,
  SHOW_TASK,
} from './task-documents';
import { whoHas } from './task-words';

const LONGEST = 2 ** 31 - 1;

export async function claimTask(call: RemoteCall): Promise<void> {
  await change(call, CLAIM_TASK, {}, (task) => `${name(task)} is held by ${whoHas(task)} now.`);
}

export async function releaseTask(call: RemoteCall): Promise<void> {
  await change(call, RELEASE_TASK, {}, (task) => `${name(task)} is free again, for ${whoHas(task)}.`);
}

export async function completeTask(call: RemoteCall): Promise<void> {
  const claim = call.options['claim'] === true ? true : undefined;
  const input = { data: inputValues(call.options) ?? {}, claim };
  await change(call, COMPLETE_TASK, input, (task) => `${name(task)} is completed.`);
}

export async function approveTask(call: RemoteCall): Promise<void> {
  const data = inputValues(call.options);
  await change(call, APPROVE_TASK, { ...(await verdict(call)), data }, verdictWords);
}

export async function rejectTask(call: RemoteCall): Promise<void> {
  await change(call, REJECT_TASK, await verdict(call), verdictWords);
}

async function verdict(call: RemoteCall): Promise<JsonObject> {
  const task = async () => objectOf((await call.client.read(SHOW_TASK, { id: call.words[0] }))['task']);
  return { payloadDigest: await shownDigest(call, task), reason: textOf(call.options, 'reason') };
}

/** Of a vote the task may stay open. */
function verdictWords(task: JsonObject): string {
  const { outcome } = task;
  return typeof outcome === 'string'
    ? `${name(task)} is ${outcome.toLowerCase()}.`
    : `Your vote on ${name(task)} counts; the task is open still.`;
}

async function change(
  call: RemoteCall,
  document: string,
  more: JsonObject,
  said: (task: JsonObject) => string,
): Promise<void> {
  const { client, console, options, words, asJson } = call;
  const operationId = textOf(options, 'operation-id') ?? randomUUID();
  const expectedRevision = numberOf(options, 'revision', [0, LONGEST]);
  const input = { taskId: words[0], operationId, expectedRevision, ...more };
  const again = `Repeat the command with --operation-id ${operationId}: so it is done once.`;
  const task = firstOf(await changed(() => client.change(document, input, again)));
  await console.print([asJson ? writeExactly(task, 2) : onOneLine(said(task))]);

  async function changed(work: () => Promise<JsonObject>): Promise<JsonObject> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof CommandError ? forPeople(error, client, words[0] ?? '') : error;
    }
  }
}

/** Each mutation answers with `{ name: { task } }`. */
function firstOf(answer: JsonObject): JsonObject {
  const [payload]: Json[] = Object.values(answer);
  return objectOf(objectOf(payload)['task']);
}

function name(task: JsonObject): string {
  return `"${String(task['title'])}"`;
}
