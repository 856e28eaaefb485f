import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../errors/error-notice';
import type { WorkspaceGroupsQuery } from '../generated/graphql';
import { PageLoader } from '../interface/page-loader';
import { ShowMore } from '../interface/paging/show-more';
import { Section } from '../settings/section';
import classes from '../settings/settings.module.css';
import { SettingsLinks } from '../settings/settings-links';
import { SettingsPage } from '../settings/settings-page';
import { isAdmin, OnlyFor } from '../viewer/only-for';
import { DeleteDialog } from './delete-dialog';
import { WorkspaceGroups } from './groups-operations';
import { MembersDialog } from './members-dialog';
import { NameDialog } from './name-dialog';

type Asked = { about: 'members' | 'name' | 'end'; group: { id: string; name: string } } | { about: 'new' };

/** The groups of the workspace. */
export function GroupsPage() {
  return (
    <OnlyFor may={isAdmin}>
      <SettingsPage
        title="Groups"
        intro="Who shares a queue. How a group works is in its team settings."
        links={<SettingsLinks />}
      >
        <Groups />
      </SettingsPage>
    </OnlyFor>
  );
}

function Groups() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(WorkspaceGroups, { fetchPolicy: 'cache-and-network' });
  const reread = (): void => void refetch().catch(() => undefined);
  const close = (): void => setAsked(null);
  const groups = data?.groups.edges.map(({ node }) => node.group) ?? [];
  const { hasNextPage = false, endCursor } = data?.groups.pageInfo ?? {};
  const button = (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setAsked({ about: 'new' })}
    >
      New group
    </Button>
  );
  return (
    <Section title="Groups of the workspace" aside={button}>
      {!data && !error && <PageLoader />}
      {error && <ErrorNotice title="The groups could not be read" error={error} onRetry={reread} />}
      {data && groups.length === 0 && <p className={classes.empty}>There is no group yet.</p>}
      <ul className={classes.rows}>
        {groups.map((group) => (
          <li key={group.id} className={classes.row} style={{ flexWrap: 'wrap' }}>
            <div className={classes.rowMain}>
              <div className={classes.rowTitle}>{group.name}</div>
              <div className={classes.rowText}>{group.key}</div>
            </div>
            <Group gap={6}>
              {(
                [
                  ['members', 'Members'],
                  ['name', 'Rename'],
                  ['end', 'Delete'],
                ] as const
              ).map(([about, label]) => (
                <Button
                  key={about}
                  size="xs"
                  variant="default"
                  aria-label={`${label} (${group.name})`}
                  onClick={() => setAsked({ about, group })}
                >
                  {label}
                </Button>
              ))}
            </Group>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <ShowMore onMore={() => fetchMore({ variables: { after: endCursor }, updateQuery: joined })} />
      )}
      {asked?.about === 'new' && <NameDialog onChanged={reread} onClose={close} />}
      {asked?.about === 'name' && <NameDialog group={asked.group} onChanged={reread} onClose={close} />}
      {asked?.about === 'members' && <MembersDialog group={asked.group} onClose={close} />}
      {asked?.about === 'end' && (
        <DeleteDialog
          group={asked.group}
          others={groups.filter(({ id }) => id !== asked.group.id)}
          onDeleted={reread}
          onClose={close}
        />
      )}
    </Section>
  );
}

function joined(
  before: WorkspaceGroupsQuery,
  { fetchMoreResult }: { fetchMoreResult: WorkspaceGroupsQuery },
) {
  const edges = [...before.groups.edges, ...fetchMoreResult.groups.edges];
  return { groups: { ...fetchMoreResult.groups, edges } };
}
