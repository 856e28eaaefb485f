import { type FragmentType, readFragment } from '../generated';
import { JsonBlock } from '../interface/values/json-block';
import { LongText } from '../interface/values/long-text';
import { TimeText } from '../time/time-text';
import { MessageFields } from './conversation-operations';
import classes from './conversation.module.css';
import { roleWord, speakerOf, usageWords } from './message.words';

/** One message: who speaks and as what, and what they say, always as text. */
export function MessageLine({ message: masked }: { message: FragmentType<typeof MessageFields> }) {
  const message = readFragment(MessageFields, masked);
  const { role, author, text, toolCalls, usage, createdAt } = message;
  return (
    <li className={classes.message} data-role={role} aria-label={`Message from ${speakerOf(message)}`}>
      <div className={classes.head}>
        <strong>{speakerOf(message)}</strong>
        {author && <span className={classes.role}>{roleWord(role)}</span>}
        <TimeText at={createdAt} className={classes.at} />
      </div>
      {text === null ? (
        <span className={classes.gone}>No longer kept</span>
      ) : (
        text !== '' && <LongText text={text ?? ''} />
      )}
      {toolCalls.length > 0 && <JsonBlock value={toolCalls} label="Tool calls" />}
      {usage && <div className={classes.usage}>{usageWords(usage)}</div>}
    </li>
  );
}
