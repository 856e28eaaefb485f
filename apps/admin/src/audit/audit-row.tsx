import { type FragmentType, readFragment } from '../generated';
import { isRecord } from '../interface/values/is-record';
import { JsonBlock } from '../interface/values/json-block';
import { MomentText } from '../time/moment-text';
import { actionWords, actorWords, targetWords } from './audit.words';
import { AuditEventFields } from './audit-operations';
import classes from './audit.module.css';

/** One line of the log: what, by whom, to what, from where. */
export function AuditRow({ event: masked }: { event: FragmentType<typeof AuditEventFields> }) {
  const event = readFragment(AuditEventFields, masked);
  const { actor, onBehalfOf, target, channel, remoteAddress, details, credentialId } = event;
  const more = isRecord(details) && Object.keys(details).length > 0;
  return (
    <li className={classes.event}>
      <div className={classes.head}>
        <span className={classes.action}>{actionWords(event.action)}</span>
        <MomentText at={event.at} />
      </div>
      <div className={classes.text}>
        {actorWords(actor)}
        {onBehalfOf && ` on behalf of ${onBehalfOf.displayName ?? 'somebody'}`}
        {`, ${channel}`}
        {remoteAddress && `, from ${remoteAddress}`}
        {credentialId && actor.kind === 'SERVICE' && `, key ${credentialId}`}
      </div>
      {target && <div className={classes.text}>{targetWords(target)}</div>}
      {more && <JsonBlock value={details} label="Details" />}
    </li>
  );
}
