import { useMemo } from 'react';
import { DraftFields } from '../drafts/draft-operations';
import { readUnsaved } from '../drafts/unsaved-drafts';
import { unsentTexts } from '../drafts/unsent-texts';
import { type FragmentType, readFragment } from '../generated';
import { isRecord } from '../interface/values/is-record';
import { useViewer } from '../viewer/viewer';
import { type Answer, describeAnswers } from './describe-answers';
import { wordsOf } from './left-text.words';

type Task = FragmentType<typeof DraftFields> & {
  id: string;
  form?: { schema?: unknown; uiSchema?: unknown } | null;
};

/** What the viewer has written to a task and not sent, with the labels of its form, and its version on the server. */
export function useLeftText(task: Task): { answers: Answer[]; version: number } {
  const { id: viewerId } = useViewer();
  const { draft } = readFragment(DraftFields, task);
  const data = readUnsaved(`${viewerId} ${task.id}`)?.data ?? draft?.data;
  const { schema, uiSchema } = task.form ?? {};
  const written = useMemo(() => {
    if (isRecord(data) && isRecord(data.decisions)) return messagesOf(data);
    return wordsOf(describeAnswers(data, schema, uiSchema), defaultsOf(schema), data);
  }, [data, schema, uiSchema]);
  const texts = unsentTexts(task.id).map(([label, value]) => textAnswer(label, value));
  return { answers: [...written, ...texts], version: draft?.version ?? 0 };
}

/** What the form filled in by itself. */
function defaultsOf(schema: unknown): Record<string, unknown> {
  const fields = isRecord(schema) && isRecord(schema.properties) ? Object.entries(schema.properties) : [];
  return Object.fromEntries(
    fields.map(([name, field]) => [name, isRecord(field) ? field.default : undefined]),
  );
}

/** Of a decision about tool calls only what was said to the agent. */
function messagesOf({ decisions, message }: Record<string, unknown>): Answer[] {
  const own = Object.values(isRecord(decisions) ? decisions : {}).map((choice) =>
    isRecord(choice) ? choice.message : null,
  );
  return [...own, message]
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .map((text) => textAnswer('Message to the agent', text));
}

function textAnswer(label: string, value: string): Answer {
  return { key: label, label, value: { kind: 'plain', value } };
}
