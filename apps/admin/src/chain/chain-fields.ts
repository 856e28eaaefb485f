import { graphql } from '../generated';

/** A chain as the group and the tenant have it. */
export const ChainStepFields = graphql(`
  fragment ChainStep on EscalationStep {
    action
    after {
      milliseconds
      calendar
      businessDays
    }
    fromDueMs
    to {
      user
      group
    }
    ifUnclaimed
    message
  }
`);
