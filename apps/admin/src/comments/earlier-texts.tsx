import { useQuery } from '@apollo/client/react';
import { Skeleton, Text } from '@mantine/core';
import { readApiError } from '../errors/api-error';
import { TimeText } from '../time/time-text';
import { CommentHistory } from './comment-operations';
import classes from './comments.module.css';

/** What a comment said before it was changed. */
export function EarlierTexts({ commentId }: { commentId: string }) {
  const { data, error } = useQuery(CommentHistory, {
    variables: { commentId },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) {
    return (
      <Text size="sm" c="red" role="alert">
        {readApiError(error).message}
      </Text>
    );
  }
  if (!data) return <Skeleton height={14} width="60%" />;
  return (
    <ul className={classes.earlier} aria-label="Earlier texts">
      {data.taskCommentHistory.edges.map(({ node }) => (
        <li key={node.version}>
          <TimeText at={node.writtenAt} className={classes.at} />
          <p className={classes.text}>{node.text}</p>
        </li>
      ))}
    </ul>
  );
}
