import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { NotFoundPage } from '../interface/not-found.page';
import { PageLoader } from '../interface/page-loader';
import { readApiError } from '../errors/api-error';
import { ErrorNotice } from '../errors/error-notice';
import { graphql } from '../generated';
import { lastOpened } from '../inbox/list/last-opened';
import { useTaskUpdates } from '../live/live-updates';
import { TaskView } from './task-view';

const TaskDetail = graphql(`
  query TaskDetail($id: ID!) {
    task(id: $id) {
      id
      title
      approval {
        round
      }
      ...TaskRow
      ...TaskHeading
      ...AskedFor
      ...Paused
      toolApproval {
        digest
      }
      ...Approval
      ...ToolApproval
      ...Attachments
      ...Comments
      ...TaskFacts
      ...TaskContext
      ...TaskConversation
      ...TaskAnswer
      ...LeftText
      ...NextSteps
      ...TaskHistory
    }
  }
`);

/** One task: what it is about, the form, and what came of it. */
export function TaskPage() {
  const { taskId = '' } = useParams();
  const { data, error, refetch } = useQuery(TaskDetail, {
    variables: { id: taskId },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const reread = (): void => {
    // A failed re-read leaves the page as it is: the next change or reconnect reads again.
    refetch().catch(() => undefined);
  };
  useEffect(() => lastOpened.keep(taskId), [taskId]);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (data) seen.current = taskId;
  });
  useTaskUpdates((update) => {
    if (update.resync || update.taskId === taskId) reread();
  });

  // What was read before stands in the cache still, but is not to be seen any more.
  if (error && isMissing(error)) {
    // eslint-disable-next-line react-hooks/refs -- because a state would draw each page twice; the error draws it anew, and the ref says by then what was seen
    if (seen.current === taskId) return <GivenAwayPage />;
    return (
      <NotFoundPage
        heading="Task not found"
        explanation="It does not exist, or it belongs to people of another group or workspace."
      />
    );
  }
  if (data) return <TaskView key={taskId} task={data.task} onReread={reread} />;
  if (!error) return <PageLoader />;
  return <ErrorNotice title="The task could not be read" error={error} onRetry={reread} />;
}

/** The task went to other people while its page was open. */
function GivenAwayPage() {
  return (
    <NotFoundPage
      code={null}
      heading="The task is with others now"
      explanation="It was given to people of another group, so it is not yours to see any more."
    />
  );
}

function isMissing(error: unknown): boolean {
  const { code } = readApiError(error);
  return code === 'NOT_FOUND' || code === 'BAD_USER_INPUT';
}
