import { useApolloClient } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../interface/announcer';
import { type FragmentType, readFragment } from '../generated';
import type { CommentFragment } from '../generated/graphql';
import { TimeText } from '../time/time-text';
import { CommentEditor } from './comment-editor';
import { CommentFields, EditTaskComment } from './comment-operations';
import { CommentText } from './comment-text';
import classes from './comments.module.css';
import { DeleteCommentDialog } from './delete-comment-dialog';
import { EarlierTexts } from './earlier-texts';

/** One comment: its text, or that there was one; with the ways to change it for who may. */
export function CommentLine({ comment: masked }: { comment: FragmentType<typeof CommentFields> }) {
  const comment = readFragment(CommentFields, masked);
  const [doing, setDoing] = useState<'edit' | 'delete' | 'history' | null>(null);
  const close = (): void => setDoing(null);
  return (
    <li className={classes.comment} aria-label={`Comment by ${comment.author.displayName}`}>
      <div className={classes.head}>
        <strong>{comment.author.displayName}</strong>
        <TimeText at={comment.createdAt} className={classes.at} />
        {comment.editedAt && comment.text !== null && <span className={classes.at}>edited</span>}
      </div>
      {comment.text === null ? (
        <span className={classes.gone}>
          Deleted{comment.deletedBy && ` by ${comment.deletedBy.displayName}`}
          {comment.deletedAt && <TimeText at={comment.deletedAt} prefix=" " />}
        </span>
      ) : doing === 'edit' ? (
        <EditForm comment={comment} onDone={close} />
      ) : (
        <CommentText text={comment.text} mentions={comment.mentions} />
      )}
      {doing === 'history' && <EarlierTexts commentId={comment.id} />}
      {doing !== 'edit' && <CommentButtons comment={comment} doing={doing} onDo={setDoing} />}
      {doing === 'delete' && <DeleteCommentDialog commentId={comment.id} onClose={close} />}
    </li>
  );
}

interface CommentButtonsProps {
  comment: CommentFragment;
  doing: 'delete' | 'history' | null;
  onDo: (what: 'edit' | 'delete' | 'history' | null) => void;
}

function CommentButtons({ comment, doing, onDo }: CommentButtonsProps) {
  const edited = comment.editedAt && comment.text !== null;
  const open = doing === 'history';
  if (!comment.viewerMayEdit && !comment.viewerMayDelete && !edited) return null;
  const look = { size: 'compact-xs', variant: 'subtle', color: 'gray' } as const;
  return (
    <Group gap={4} className={classes.buttons}>
      {comment.viewerMayEdit && (
        <Button {...look} onClick={() => onDo('edit')}>
          Edit
        </Button>
      )}
      {comment.viewerMayDelete && (
        <Button {...look} onClick={() => onDo('delete')}>
          Delete
        </Button>
      )}
      {edited && (
        <Button {...look} aria-expanded={open} onClick={() => onDo(open ? null : 'history')}>
          {open ? 'Hide earlier texts' : 'Earlier texts'}
        </Button>
      )}
    </Group>
  );
}

function EditForm({ comment, onDone }: { comment: CommentFragment; onDone: () => void }) {
  const apollo = useApolloClient();
  const save = async (text: string, mentions: string[]): Promise<void> => {
    const input = { commentId: comment.id, text, mentions, expectedVersion: comment.version };
    await apollo.mutate({ mutation: EditTaskComment, variables: { input } });
    announce('The comment is changed.');
    onDone();
  };
  return (
    <CommentEditor
      label="Change the comment"
      submitLabel="Save"
      text={comment.text ?? ''}
      mentions={comment.mentions}
      autoFocus
      onSubmit={save}
      onCancel={onDone}
    />
  );
}
