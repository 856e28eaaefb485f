import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../generated';
import { TimeText } from '../time/time-text';
import { outsideWords } from './channel.words';
import { describeChange } from './change.words';
import { describeEvent, worthSaying } from './event.words';
import { LongText } from '../interface/values/long-text';
import panel from '../interface/panel.module.css';
import classes from './task-history.module.css';

const TaskHistoryFields = graphql(`
  fragment TaskHistory on Task {
    id
    events(first: 50) {
      edges {
        cursor
        node {
          id
          ...EventLine
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const EventLineFields = graphql(`
  fragment EventLine on TaskEvent {
    id
    kind
    at
    channel
    note
    differences {
      field
      before
      after
    }
    actor {
      kind
      id
      displayName
    }
  }
`);

const MoreHistory = graphql(`
  query MoreHistory($id: ID!, $after: String) {
    task(id: $id) {
      id
      events(first: 50, after: $after) {
        edges {
          cursor
          node {
            id
            ...EventLine
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

/** Who did what, when. */
export function TaskHistory({ task: masked }: { task: FragmentType<typeof TaskHistoryFields> }) {
  const { id, events } = readFragment(TaskHistoryFields, masked);
  return (
    <section className={`panel ${panel.panel}`} aria-labelledby="history-heading">
      <h2 id="history-heading" className={panel.heading}>
        History
      </h2>
      <ol className={classes.events}>
        {events.edges.map(({ node }) => (
          <EventLine key={node.id} event={node} />
        ))}
        {events.pageInfo.hasNextPage && <More taskId={id} after={events.pageInfo.endCursor ?? null} />}
      </ol>
    </section>
  );
}

function EventLine({ event: masked }: { event: FragmentType<typeof EventLineFields> }) {
  const event = readFragment(EventLineFields, masked);
  const changes = worthSaying(event)
    .map(describeChange)
    .filter((change) => change !== null);
  return (
    <li className={classes.event}>
      <span>
        {describeEvent(event)}
        {outsideWords(event.channel)}
      </span>
      <TimeText at={event.at} className={classes.at} />
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map(({ name, before, after }) => (
            <li key={name}>
              {name}: {before} <span aria-label="becomes">→</span> {after}
            </li>
          ))}
        </ul>
      )}
      {event.note && (
        <blockquote className={classes.note}>
          <LongText text={event.note} />
        </blockquote>
      )}
    </li>
  );
}

/** The next page of a long history; each page brings the button for the one after it. */
function More({ taskId, after }: { taskId: string; after: string | null }) {
  const [wanted, setWanted] = useState(false);
  const { data, loading, error, refetch } = useQuery(MoreHistory, {
    variables: { id: taskId, after },
    skip: !wanted,
  });
  const events = data?.task.events;
  if (!events) {
    return (
      <li className={classes.more}>
        <Button
          size="compact-xs"
          variant="default"
          loading={loading}
          onClick={() => (error ? void refetch().catch(() => undefined) : setWanted(true))}
        >
          {error ? 'Try again' : 'Show more'}
        </Button>
      </li>
    );
  }
  return (
    <>
      {events.edges.map(({ node }) => (
        <EventLine key={node.id} event={node} />
      ))}
      {events.pageInfo.hasNextPage && <More taskId={taskId} after={events.pageInfo.endCursor ?? null} />}
    </>
  );
}
