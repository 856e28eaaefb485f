import { graphql } from '../../generated';

export const ErasablePersonFields = graphql(`
  fragment ErasablePerson on Person {
    id
    email
    displayName
    role
    status
  }
`);

export const ErasablePeople = graphql(`
  query ErasablePeople($filter: PeopleFilterInput, $after: String) {
    people(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          ...ErasablePerson
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const RequestPersonErasure = graphql(`
  mutation RequestPersonErasure($input: RequestPersonErasureInput!) {
    requestPersonErasure(input: $input) {
      code
      expiresAt
    }
  }
`);

export const ErasePerson = graphql(`
  mutation ErasePerson($input: ErasePersonInput!) {
    erasePerson(input: $input) {
      person {
        ...ErasablePerson
      }
    }
  }
`);

export const ErasureProgress = graphql(`
  query ErasureProgress($personId: ID!) {
    personErasure(personId: $personId) {
      confirmedAt
      finishedAt
      held
    }
  }
`);
