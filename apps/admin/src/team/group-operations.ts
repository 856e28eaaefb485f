import { graphql } from '../generated';

export const GroupSettingsFields = graphql(`
  fragment GroupSettings on GroupSettings {
    group {
      id
      key
      name
    }
    strategy
    calendarKey
    escalationChain {
      ...ChainStep
    }
    mayChange
  }
`);

export const TeamGroups = graphql(`
  query TeamGroups($after: String) {
    groups(first: 100, after: $after) {
      edges {
        node {
          ...GroupSettings
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const TeamGroup = graphql(`
  query TeamGroup($group: String!) {
    group(group: $group) {
      ...GroupSettings
    }
    businessCalendars {
      key
      name
      zone
      isDefault
    }
  }
`);

export const SetGroupStrategy = graphql(`
  mutation SetGroupStrategy($input: SetGroupStrategyInput!) {
    setGroupStrategy(input: $input) {
      settings {
        ...GroupSettings
      }
    }
  }
`);

export const SetGroupCalendar = graphql(`
  mutation SetGroupCalendar($input: SetGroupCalendarInput!) {
    setGroupCalendar(input: $input) {
      settings {
        ...GroupSettings
      }
    }
  }
`);

export const SetGroupEscalationChain = graphql(`
  mutation SetGroupEscalationChain($input: SetGroupEscalationChainInput!) {
    setGroupEscalationChain(input: $input) {
      settings {
        ...GroupSettings
      }
    }
  }
`);
