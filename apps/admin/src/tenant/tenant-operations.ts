import { graphql } from '../generated';

export const TenantSettingsFields = graphql(`
  fragment TenantSettings on TenantSettings {
    calendarKey
    timeToLiveMs
    selfApproval
    escalationChain {
      ...ChainStep
    }
  }
`);

export const TenantSettingsQuery = graphql(`
  query TenantSettings {
    tenantSettings {
      ...TenantSettings
    }
    businessCalendars {
      ...Calendar
    }
  }
`);

export const SetDefaultCalendar = graphql(`
  mutation SetDefaultCalendar($input: SetDefaultCalendarInput!) {
    setDefaultCalendar(input: $input) {
      settings {
        ...TenantSettings
      }
    }
  }
`);

export const SetDefaultEscalationChain = graphql(`
  mutation SetDefaultEscalationChain($input: SetDefaultEscalationChainInput!) {
    setDefaultEscalationChain(input: $input) {
      settings {
        ...TenantSettings
      }
    }
  }
`);

export const SetDefaultTimeToLive = graphql(`
  mutation SetDefaultTimeToLive($input: SetDefaultTimeToLiveInput!) {
    setDefaultTimeToLive(input: $input) {
      settings {
        ...TenantSettings
      }
    }
  }
`);

export const SetSelfApproval = graphql(`
  mutation SetSelfApproval($input: SetSelfApprovalInput!) {
    setSelfApproval(input: $input) {
      settings {
        ...TenantSettings
      }
    }
  }
`);
