import { graphql } from '../../generated';

export const WorkspacePersonFields = graphql(`
  fragment WorkspacePerson on Person {
    id
    email
    displayName
    role
    status
    managedBy
    groups {
      id
      key
      name
      role
    }
    invitationExpiresAt
  }
`);

export const WorkspacePeople = graphql(`
  query WorkspacePeople($filter: PeopleFilterInput, $after: String) {
    people(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          ...WorkspacePerson
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const InvitePerson = graphql(`
  mutation InvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      person {
        ...WorkspacePerson
      }
      link
      expiresAt
    }
  }
`);

export const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      person {
        id
      }
    }
  }
`);

export const ChangePersonRole = graphql(`
  mutation ChangePersonRole($input: ChangePersonRoleInput!) {
    changePersonRole(input: $input) {
      person {
        ...WorkspacePerson
      }
    }
  }
`);

export const PersonDeparture = graphql(`
  query PersonDeparture($id: ID!) {
    personDeparture(id: $id) {
      held
      toGroups {
        group {
          id
          name
        }
        count
      }
      toPeople {
        user {
          id
          displayName
        }
        count
      }
      claimable
      waiting
      lent
      standingRules
    }
  }
`);

export const DeactivatePerson = graphql(`
  mutation DeactivatePerson($input: DeactivatePersonInput!) {
    deactivatePerson(input: $input) {
      person {
        ...WorkspacePerson
      }
    }
  }
`);

export const ReactivatePerson = graphql(`
  mutation ReactivatePerson($input: ReactivatePersonInput!) {
    reactivatePerson(input: $input) {
      person {
        ...WorkspacePerson
      }
    }
  }
`);
