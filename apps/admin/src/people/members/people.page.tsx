import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../../errors/error-notice';
import { readFragment } from '../../generated';
import type { InvitePersonMutation, PersonStatus, WorkspacePeopleQuery } from '../../generated/graphql';
import { PageLoader } from '../../interface/page-loader';
import { ShowMore } from '../../interface/paging/show-more';
import { Section } from '../../settings/section';
import classes from '../../settings/settings.module.css';
import { SettingsLinks } from '../../settings/settings-links';
import { SettingsPage } from '../../settings/settings-page';
import { useSave } from '../../settings/use-save';
import { isAdmin, OnlyFor } from '../../viewer/only-for';
import { InviteDialog } from './invite-dialog';
import { LinkNotice } from './link-notice';
import { MemberRow } from './member-row';
import { STATUS_WORDS } from './person-status';
import { WorkspacePeople, WorkspacePersonFields } from './people-operations';

const STATUSES = (Object.keys(STATUS_WORDS) as PersonStatus[]).map((value) => ({
  value,
  label: STATUS_WORDS[value],
}));

/** Who is in the workspace, who was invited, and who has left. */
export function PeoplePage() {
  return (
    <OnlyFor may={isAdmin}>
      <SettingsPage
        title="People"
        intro="Who is in the workspace, and what they may do in it."
        links={<SettingsLinks />}
      >
        <People />
      </SettingsPage>
    </OnlyFor>
  );
}

function People() {
  const [text, setText] = useState('');
  const [status, setStatus] = useState<PersonStatus | null>(null);
  const [wanted] = useDebouncedValue(text.trim(), 200);
  const [inviting, setInviting] = useState(false);
  const [invitation, setInvitation] = useState<InvitePersonMutation['invitePerson'] | null>(null);
  const save = useSave();
  const filter = { text: wanted, ...(status && { status }) };
  const { data, previousData, error, refetch, fetchMore } = useQuery(WorkspacePeople, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
  });
  const reread = (): void => void refetch().catch(() => undefined);
  const shown = data ?? previousData;
  const people = readFragment(WorkspacePersonFields, shown?.people.edges.map(({ node }) => node) ?? []);
  const { hasNextPage = false, endCursor } = shown?.people.pageInfo ?? {};
  const invited = (made: InvitePersonMutation['invitePerson']): void => {
    setInvitation(made);
    reread();
  };
  const button = (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setInviting(true)}>
      Invite somebody
    </Button>
  );
  return (
    <Section title="People of the workspace" aside={button}>
      <Group grow gap="sm" mb="xs" preventGrowOverflow={false}>
        <TextInput label="Search" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Select
          label="Status"
          placeholder="All"
          clearable
          data={STATUSES}
          value={status}
          onChange={(value) => setStatus(value)}
        />
      </Group>
      {invitation && (
        <LinkNotice
          invitation={invitation}
          email={readFragment(WorkspacePersonFields, invitation.person).email}
          onClose={() => setInvitation(null)}
        />
      )}
      {save.refused && (
        <Alert mt="md" color="red" role="alert">
          {save.refused.message}
        </Alert>
      )}
      {save.saved && (
        <Alert mt="md" role="status">
          {save.saved}
        </Alert>
      )}
      {!shown && !error && <PageLoader />}
      {error && <ErrorNotice title="The people could not be read" error={error} onRetry={reread} />}
      {shown && people.length === 0 && <p className={classes.empty}>Nobody fits what you search for.</p>}
      <ul className={classes.rows}>
        {people.map((person) => (
          <MemberRow key={person.id} person={person} save={save} onChanged={reread} onInvited={invited} />
        ))}
      </ul>
      {hasNextPage && (
        <ShowMore onMore={() => fetchMore({ variables: { after: endCursor }, updateQuery: joined })} />
      )}
      {inviting && <InviteDialog onInvited={invited} onClose={() => setInviting(false)} />}
    </Section>
  );
}

function joined(
  before: WorkspacePeopleQuery,
  { fetchMoreResult }: { fetchMoreResult: WorkspacePeopleQuery },
) {
  const edges = [...before.people.edges, ...fetchMoreResult.people.edges];
  return { people: { ...fetchMoreResult.people, edges } };
}
