import classes from './comments.module.css';
import { type Mention, splitMentions } from './mentions';

/** A comment as it was written, always as text, with the people it speaks to marked. */
export function CommentText({ text, mentions }: { text: string; mentions: readonly Mention[] }) {
  return (
    <p className={classes.text}>
      {splitMentions(text, mentions).map((piece, index) =>
        piece.isMention ? (
          <span key={index} className={classes.mention}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}
