import { graphql } from '../generated';

export const PersonFields = graphql(`
  fragment Person on UserSettings {
    user {
      id
      displayName
      email
    }
    active
    skills
    capacity
    absence {
      until
      substitute {
        id
        displayName
      }
    }
  }
`);

export const PersonSettings = graphql(`
  query PersonSettings($user: String!) {
    user(user: $user) {
      ...Person
    }
  }
`);

export const SetUserSkills = graphql(`
  mutation SetUserSkills($input: SetUserSkillsInput!) {
    setUserSkills(input: $input) {
      settings {
        ...Person
      }
    }
  }
`);

export const SetUserCapacity = graphql(`
  mutation SetUserCapacity($input: SetUserCapacityInput!) {
    setUserCapacity(input: $input) {
      settings {
        ...Person
      }
    }
  }
`);
