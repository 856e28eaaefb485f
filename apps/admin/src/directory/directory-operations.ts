import { graphql } from '../generated';

export const SearchPeople = graphql(`
  query SearchPeople($text: String!) {
    searchUsers(text: $text, first: 20) {
      id
      displayName
      email
    }
  }
`);

export const SearchTargets = graphql(`
  query SearchTargets($text: String!) {
    searchUsers(text: $text, first: 15) {
      id
      displayName
      email
    }
    searchGroups(text: $text, first: 15) {
      id
      key
      name
    }
  }
`);
