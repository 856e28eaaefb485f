import { ActionIcon, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type {
  ExceptionSubjectsQuery,
  NotificationKind,
  NotificationMode,
  NotificationSubject,
  PreferencePartsFragment,
} from '../generated/graphql';
import classes from './exception-row.module.css';
import { KIND_LABELS } from './notification.words';
import { channelLabel, modeChoices } from './preferences/preference.words';

export type Exception = PreferencePartsFragment['exceptions'][number];

export interface ExceptionRowProps {
  exception: Exception;
  /** Its place in the list, from 1: what names it to whoever does not see it. */
  number: number;
  subjects: ExceptionSubjectsQuery['notificationExceptionSubjects'];
  channels: readonly string[];
  error: string | undefined;
  onChange: (exception: Exception) => void;
  onRemove: () => void;
}

const SUBJECT_LABELS: Readonly<Record<NotificationSubject, string>> = {
  AGENT: 'The agent',
  TASK_TYPE: 'Tasks of type',
  WORKFLOW: 'The workflow',
  GROUP: 'The group',
};

const ANY = '';

/** One exception: about whom or what, of which kind, by which channel, and how. */
export function ExceptionRow(props: ExceptionRowProps) {
  const { exception, number, subjects, channels, error, onChange, onRemove } = props;
  const { subjectKind, subject, subjectName, kind, channel, mode } = exception;
  const offered = subjects.filter((one) => one.kind === subjectKind);
  const named = (label: string) => `${label} of exception ${number}`;
  const choose = (next: NotificationSubject): void => {
    const [first] = subjects.filter((one) => one.kind === next);
    onChange({ ...exception, subjectKind: next, subject: first?.subject ?? '', subjectName: null });
  };
  const inMode = (name: string): NotificationMode =>
    name === 'in_app' && mode !== 'ON' && mode !== 'OFF' ? 'OFF' : mode;
  return (
    <li className={classes.row}>
      <NativeSelect
        size="xs"
        aria-label={named('About what')}
        data={Object.entries(SUBJECT_LABELS).map(([value, label]) => ({ value, label }))}
        value={subjectKind}
        onChange={(event) => choose(event.currentTarget.value as NotificationSubject)}
      />
      {subjectKind === 'TASK_TYPE' || (subjectKind === 'WORKFLOW' && offered.length === 0) ? (
        <TextInput
          size="xs"
          aria-label={named('Type')}
          placeholder="Such as refund"
          maxLength={200}
          value={subject}
          onChange={(event) => onChange({ ...exception, subject: event.currentTarget.value })}
        />
      ) : (
        <NativeSelect
          size="xs"
          aria-label={named('Name')}
          data={[
            ...(offered.some((one) => one.subject === subject)
              ? []
              : [{ value: subject, label: subjectName ?? (subject === '' ? 'None there' : 'Gone since') }]),
            ...offered.map(({ subject: value, name }) => ({ value, label: name })),
          ]}
          value={subject}
          onChange={(event) => onChange({ ...exception, subject: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={named('Kind')}
        data={[
          { value: ANY, label: 'Everything' },
          ...Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label })),
        ]}
        value={kind ?? ANY}
        onChange={(event) => {
          const value = event.currentTarget.value;
          onChange({ ...exception, kind: value === ANY ? null : (value as NotificationKind) });
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={named('Channel')}
        data={channels.map((value) => ({ value, label: channelLabel(value) }))}
        value={channel}
        onChange={(event) => {
          const name = event.currentTarget.value;
          onChange({ ...exception, channel: name, mode: inMode(name) });
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={named('How')}
        data={modeChoices(channel)}
        value={mode}
        onChange={(event) => onChange({ ...exception, mode: event.currentTarget.value as NotificationMode })}
      />
      <ActionIcon variant="default" size="md" aria-label={`Remove exception ${number}`} onClick={onRemove}>
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
      {error !== undefined && (
        <Text className={classes.error} size="xs" c="red" role="alert" tabIndex={-1}>
          {error}
        </Text>
      )}
    </li>
  );
}
