import type { ToolRisk } from '../generated/graphql';
import classes from './tool-approval.module.css';

const words: Record<ToolRisk, string> = {
  LOW: 'Low risk',
  MEDIUM: 'Medium risk',
  HIGH: 'High risk',
  CRITICAL: 'Critical',
};

/** How risky the agent says that a call is, in a word and a tone. */
export function RiskBadge({ risk }: { risk: ToolRisk }) {
  return (
    <span className={classes.risk} data-risk={risk}>
      {words[risk]}
    </span>
  );
}
