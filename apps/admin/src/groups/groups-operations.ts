import { graphql } from '../generated';

export const WorkspaceGroups = graphql(`
  query WorkspaceGroups($after: String) {
    groups(first: 50, after: $after) {
      edges {
        node {
          group {
            id
            key
            name
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const CreateGroup = graphql(`
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      group {
        id
      }
    }
  }
`);

export const RenameGroup = graphql(`
  mutation RenameGroup($input: RenameGroupInput!) {
    renameGroup(input: $input) {
      group {
        id
        key
        name
      }
    }
  }
`);

export const ChangeGroupMembers = graphql(`
  mutation ChangeGroupMembers($input: ChangeGroupMembersInput!) {
    changeGroupMembers(input: $input) {
      group {
        id
      }
    }
  }
`);

export const OpenTasksOfGroup = graphql(`
  query OpenTasksOfGroup($group: String!) {
    openTasksOfGroup(group: $group)
  }
`);

export const DeleteGroup = graphql(`
  mutation DeleteGroup($input: DeleteGroupInput!) {
    deleteGroup(input: $input) {
      group {
        id
      }
      movedTasks
    }
  }
`);

export const GroupPeople = graphql(`
  query GroupPeople($group: String!) {
    people(filter: { group: $group }, first: 100) {
      edges {
        node {
          id
          displayName
          status
          groups {
            id
            role
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
