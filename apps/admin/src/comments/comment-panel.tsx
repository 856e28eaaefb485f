import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../interface/announcer';
import { operationDone, operationIdFor } from '../commands/operation-id';
import { type FragmentType, readFragment } from '../generated';
import panel from '../interface/panel.module.css';
import { mayWork } from '../viewer/only-for';
import { useViewer } from '../viewer/viewer';
import { CommentEditor } from './comment-editor';
import { CommentLine } from './comment-line';
import { AddTaskComment, CommentsFields, MoreComments } from './comment-operations';
import classes from './comments.module.css';

export interface CommentPanelProps {
  task: FragmentType<typeof CommentsFields>;
  onReread: () => void;
}

/** What people say about the task, newest first. */
export function CommentPanel({ task: masked, onReread }: CommentPanelProps) {
  const { id, comments } = readFragment(CommentsFields, masked);
  const apollo = useApolloClient();
  const viewer = useViewer();
  const add = async (text: string, mentions: string[]): Promise<void> => {
    const content = { taskId: id, text, mentions };
    const input = { ...content, operationId: operationIdFor({ comment: content }) };
    await apollo.mutate({ mutation: AddTaskComment, variables: { input } });
    operationDone();
    announce('Your comment is there.');
    onReread();
  };
  return (
    <section className={`panel ${panel.panel}`} aria-labelledby="comments-heading">
      <h2 id="comments-heading" className={panel.heading}>
        Comments
      </h2>
      {mayWork(viewer) && <CommentEditor label="New comment" submitLabel="Comment" onSubmit={add} />}
      {comments.edges.length === 0 && (
        <Text size="sm" c="dimmed" mt="md">
          Nobody has said anything yet.
        </Text>
      )}
      <ul className={classes.comments} aria-label="Comments">
        {comments.edges.map(({ node }) => (
          <CommentLine key={node.id} comment={node} />
        ))}
        {comments.pageInfo.hasNextPage && <More taskId={id} after={comments.pageInfo.endCursor ?? null} />}
      </ul>
    </section>
  );
}

/** The next page of many comments; each page brings the button for the one after it. */
function More({ taskId, after }: { taskId: string; after: string | null }) {
  const [wanted, setWanted] = useState(false);
  const { data, loading, error, refetch } = useQuery(MoreComments, {
    variables: { id: taskId, after },
    skip: !wanted,
  });
  const comments = data?.task.comments;
  if (!comments) {
    return (
      <li>
        <Button
          size="compact-xs"
          variant="default"
          loading={loading}
          onClick={() => (error ? void refetch().catch(() => undefined) : setWanted(true))}
        >
          {error ? 'Try again' : 'Show earlier comments'}
        </Button>
      </li>
    );
  }
  return (
    <>
      {comments.edges.map(({ node }) => (
        <CommentLine key={node.id} comment={node} />
      ))}
      {comments.pageInfo.hasNextPage && <More taskId={taskId} after={comments.pageInfo.endCursor ?? null} />}
    </>
  );
}
