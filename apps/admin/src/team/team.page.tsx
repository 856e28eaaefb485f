import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { PageLoader } from '../interface/page-loader';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import type { GroupSettingsFragment, TeamGroupsQuery } from '../generated/graphql';
import { mayLead, OnlyFor } from '../viewer/only-for';
import { Section } from '../settings/section';
import { SettingsPage } from '../settings/settings-page';
import { ShowMore } from '../interface/paging/show-more';
import classes from '../settings/settings.module.css';
import { GroupSettingsFields, TeamGroups } from './group-operations';
import { strategyLabel } from './strategy.words';

/** The groups whose work the viewer sees to. */
export function TeamPage() {
  return (
    <OnlyFor may={mayLead}>
      <SettingsPage
        title="Team settings"
        intro="How your groups hand out tasks, when they work, and what happens when a task is late."
      >
        <Groups />
      </SettingsPage>
    </OnlyFor>
  );
}

function Groups() {
  const { data, error, refetch, fetchMore } = useQuery(TeamGroups);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The groups could not be read" error={error} onRetry={() => void refetch()} />;
  }
  const groups = readFragment(
    GroupSettingsFields,
    data.groups.edges.map(({ node }) => node),
  );
  const own = groups.filter(({ mayChange }) => mayChange);
  const { hasNextPage, endCursor } = data.groups.pageInfo;
  return (
    <Section title="Groups">
      {own.length === 0 && <p className={classes.empty}>There is no group that you may change.</p>}
      <ul className={classes.rows}>
        {own.map((settings) => (
          <GroupRow key={settings.group.id} settings={settings} />
        ))}
      </ul>
      {hasNextPage && (
        <ShowMore onMore={() => fetchMore({ variables: { after: endCursor }, updateQuery: joined })} />
      )}
    </Section>
  );
}

function joined(before: TeamGroupsQuery, { fetchMoreResult }: { fetchMoreResult: TeamGroupsQuery }) {
  const edges = [...before.groups.edges, ...fetchMoreResult.groups.edges];
  return { groups: { ...fetchMoreResult.groups, edges } };
}

function GroupRow({ settings }: { settings: GroupSettingsFragment }) {
  const { group, strategy, calendarKey, escalationChain } = settings;
  const chain = escalationChain?.length ?? 0;
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <Anchor component={Link} to={`/team/${group.key}`} className={classes.rowTitle}>
          {group.name}
        </Anchor>
        <div className={classes.rowText}>
          {strategyLabel(strategy)} ·{' '}
          {calendarKey == null ? 'calendar of the workspace' : `calendar “${calendarKey}”`} ·{' '}
          {chain === 0
            ? 'late tasks as in the workspace'
            : `${chain} ${chain === 1 ? 'step' : 'steps'} when late`}
        </div>
      </div>
    </li>
  );
}
