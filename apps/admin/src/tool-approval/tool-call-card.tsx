import type { ReactNode } from 'react';
import { type FragmentType, graphql, readFragment } from '../generated';
import { LongText } from '../interface/values/long-text';
import { ArgumentList } from './argument-list';
import { RiskBadge } from './risk-badge';
import classes from './tool-approval.module.css';
import { ToolCallOutcome } from './tool-call-outcome';
import { visibleText } from '../interface/values/visible-text';

export const ToolCallFields = graphql(`
  fragment ToolCall on ToolCall {
    callId
    tool
    arguments
    reason
    risk
    verdict
    ...ToolCallOutcome
  }
`);

export interface ToolCallCardProps {
  call: FragmentType<typeof ToolCallFields>;
  /** What the person has chosen so far. */
  choice?: 'allow' | 'deny' | undefined;
  children?: ReactNode;
}

/** One call: what would be done, why, how risky it is said to be, and what was decided. */
export function ToolCallCard({ call: masked, choice, children }: ToolCallCardProps) {
  const call = readFragment(ToolCallFields, masked);
  const name = visibleText(call.tool);
  return (
    <li
      className={classes.call}
      data-choice={choice ?? call.verdict}
      data-call={call.callId}
      aria-label={name}
    >
      <div className={classes.head}>
        <h3 className={classes.tool}>{name}</h3>
        <RiskBadge risk={call.risk} />
      </div>
      {call.reason && (
        <div className={classes.why}>
          <span className={classes.label}>Why</span>
          <LongText text={visibleText(call.reason)} />
        </div>
      )}
      <ArgumentList value={call.arguments} whole={call.risk === 'HIGH' || call.risk === 'CRITICAL'} />
      {children}
      <ToolCallOutcome call={call} />
    </li>
  );
}
