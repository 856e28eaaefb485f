import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { PreferencePartsFragment } from '../generated/graphql';
import { messagesBelow } from '../settings/field-messages';
import { SaveBar } from '../settings/save-bar';
import { Section } from '../settings/section';
import settings from '../settings/settings.module.css';
import { useEdit } from '../settings/use-edit';
import { useSave } from '../settings/use-save';
import { type Exception, ExceptionRow } from './exception-row';
import { ExceptionSubjects, SetNotificationExceptions } from './preferences/preference-operations';

/** What the viewer wants otherwise for one agent, type of task or workflow, or group. */
export function ExceptionSection({ saved }: { saved: PreferencePartsFragment }) {
  const edit = useEdit<{ exceptions: readonly Exception[] }>({ exceptions: saved.exceptions });
  const save = useSave();
  const [set] = useMutation(SetNotificationExceptions);
  const { data } = useQuery(ExceptionSubjects);
  const subjects = data?.notificationExceptionSubjects ?? [];
  const { exceptions } = edit.draft;
  const errorAt = messagesBelow(save.refused);
  const change = (next: readonly Exception[]): void => edit.change({ exceptions: next });
  const submit = async (): Promise<void> => {
    const input = {
      exceptions: exceptions.map(({ subjectKind, subject, kind, channel, mode }) => ({
        subjectKind,
        subject: subject.trim(),
        kind,
        channel,
        mode,
      })),
    };
    if (await save.run(() => set({ variables: { input } }), 'Your exceptions are saved.')) edit.discard();
  };
  const first = subjects.find(({ kind }) => kind === 'AGENT') ?? subjects[0];
  return (
    <Section
      title="Exceptions"
      description="What you want otherwise for one agent, type of task or workflow, or group. Of several that fit, the agent counts first, then the type of task, the workflow, and the group last. They do not count where your administrators have set something for everybody."
    >
      {exceptions.length === 0 && <p className={settings.empty}>There is none.</p>}
      <ul className={settings.rows} aria-label="Exceptions">
        {exceptions.map((exception, index) => (
          <ExceptionRow
            // Rows have no id of their own, and change in every part.
            key={index}
            exception={exception}
            number={index + 1}
            subjects={subjects}
            channels={saved.channels.map(({ name }) => name)}
            error={errorAt(`/${index}`)}
            onChange={(changed) => change(exceptions.map((one, place) => (place === index ? changed : one)))}
            onRemove={() => change(exceptions.filter((_, place) => place !== index))}
          />
        ))}
      </ul>
      <Button
        mt="sm"
        size="xs"
        variant="default"
        disabled={exceptions.length >= 50}
        onClick={() =>
          change([
            ...exceptions,
            {
              subjectKind: first?.kind ?? 'TASK_TYPE',
              subject: first?.subject ?? '',
              subjectName: null,
              kind: null,
              channel: saved.channels.at(-1)?.name ?? 'in_app',
              mode: 'OFF',
            },
          ])
        }
      >
        Add an exception
      </Button>
      <SaveBar
        dirty={edit.dirty}
        save={save}
        onSave={() => void submit()}
        onDiscard={() => {
          save.forget();
          edit.discard();
        }}
      />
    </Section>
  );
}
