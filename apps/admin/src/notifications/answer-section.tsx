import { useMutation, useQuery } from '@apollo/client/react';
import { Stack, Switch, Text } from '@mantine/core';
import { ErrorNotice } from '../errors/error-notice';
import type { AnswerSettingsQuery } from '../generated/graphql';
import { PageLoader } from '../interface/page-loader';
import { Section } from '../settings/section';
import { useSave } from '../settings/use-save';
import { AnswerSettings, SetAnswerSettings } from './answer-operations';

type Settings = AnswerSettingsQuery['answerSettings'];

const CHOICES: readonly { name: keyof Omit<Settings, '__typename'>; label: string; description: string }[] = [
  {
    name: 'byMail',
    label: 'Answer by a link in the mail',
    description: 'Whoever has the mail can answer once, in the name of the person it was sent to.',
  },
  {
    name: 'byReply',
    label: 'Answer by a reply to the mail',
    description: 'A reply is a comment, or a decision where its first line says so.',
  },
  {
    name: 'guests',
    label: 'Guests',
    description: 'People without an account may be invited to single tasks.',
  },
];

/** How people of the workspace may answer without signing in. For administrators. */
export function AnswerSection() {
  const { data, error, refetch } = useQuery(AnswerSettings, { fetchPolicy: 'cache-and-network' });
  const save = useSave();
  const [set] = useMutation(SetAnswerSettings);
  if (!data) {
    if (!error) return <PageLoader />;
    const again = () => void refetch().catch(() => undefined);
    return <ErrorNotice title="The settings could not be read" error={error} onRetry={again} />;
  }
  const change = async (input: Partial<Settings>): Promise<void> => {
    if (await save.run(() => set({ variables: { input } }), 'It is saved, and counts at once.'))
      void refetch();
  };
  return (
    <Section
      title="Answering without signing in"
      description="Counts at once, also for links and invitations that are out already."
    >
      <Stack gap="sm">
        {CHOICES.map(({ name, label, description }) => (
          <Switch
            key={name}
            label={label}
            description={description}
            checked={data.answerSettings[name]}
            disabled={save.busy}
            onChange={(event) => void change({ [name]: event.currentTarget.checked })}
          />
        ))}
        {save.refused && (
          <Text size="sm" c="red" role="alert">
            {save.refused.message}
          </Text>
        )}
      </Stack>
    </Section>
  );
}
