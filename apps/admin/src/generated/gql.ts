/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      tenant {\n        id\n        slug\n        name\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query InboxTasks($filter: TaskFilter!, $first: Int!, $after: String) {\n    tasks(filter: $filter, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.InboxTasksDocument,
    "\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n": typeof types.TaskRowFragmentDoc,
    "\n  subscription TaskUpdated {\n    taskUpdated {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.TaskUpdatedDocument,
    "\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n": typeof types.NextStepsFragmentDoc,
    "\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n  }\n": typeof types.TaskAnswerFragmentDoc,
    "\n  fragment TaskContext on Task {\n    context\n  }\n": typeof types.TaskContextFragmentDoc,
    "\n  fragment TaskFacts on Task {\n    createdAt\n    dueAt\n    expiresAt\n    closedAt\n    type\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.TaskFactsFragmentDoc,
    "\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    closedAt\n  }\n": typeof types.TaskHeadingFragmentDoc,
    "\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.TaskHistoryFragmentDoc,
    "\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.EventLineFragmentDoc,
    "\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.MoreHistoryDocument,
    "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      ...TaskRow\n      ...TaskHeading\n      ...TaskFacts\n      ...TaskContext\n      ...TaskAnswer\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n": typeof types.TaskDetailDocument,
    "\n  mutation ClaimTask($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.ClaimTaskDocument,
    "\n  mutation ReleaseTask($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.ReleaseTaskDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n        ...NextSteps\n      }\n    }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    startedAt\n    closedAt\n  }\n": typeof types.WorkflowStepFragmentDoc,
    "\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n": typeof types.WorkflowUpdatedDocument,
};
const documents: Documents = {
    "\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      tenant {\n        id\n        slug\n        name\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  query InboxTasks($filter: TaskFilter!, $first: Int!, $after: String) {\n    tasks(filter: $filter, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.InboxTasksDocument,
    "\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n": types.TaskRowFragmentDoc,
    "\n  subscription TaskUpdated {\n    taskUpdated {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.TaskUpdatedDocument,
    "\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n": types.NextStepsFragmentDoc,
    "\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n  }\n": types.TaskAnswerFragmentDoc,
    "\n  fragment TaskContext on Task {\n    context\n  }\n": types.TaskContextFragmentDoc,
    "\n  fragment TaskFacts on Task {\n    createdAt\n    dueAt\n    expiresAt\n    closedAt\n    type\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n": types.TaskFactsFragmentDoc,
    "\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    closedAt\n  }\n": types.TaskHeadingFragmentDoc,
    "\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.TaskHistoryFragmentDoc,
    "\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n": types.EventLineFragmentDoc,
    "\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.MoreHistoryDocument,
    "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      ...TaskRow\n      ...TaskHeading\n      ...TaskFacts\n      ...TaskContext\n      ...TaskAnswer\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n": types.TaskDetailDocument,
    "\n  mutation ClaimTask($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.ClaimTaskDocument,
    "\n  mutation ReleaseTask($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.ReleaseTaskDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n        ...NextSteps\n      }\n    }\n  }\n": types.CompleteTaskDocument,
    "\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    startedAt\n    closedAt\n  }\n": types.WorkflowStepFragmentDoc,
    "\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n": types.WorkflowUpdatedDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      tenant {\n        id\n        slug\n        name\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      tenant {\n        id\n        slug\n        name\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboxTasks($filter: TaskFilter!, $first: Int!, $after: String) {\n    tasks(filter: $filter, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query InboxTasks($filter: TaskFilter!, $first: Int!, $after: String) {\n    tasks(filter: $filter, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TaskUpdated {\n    taskUpdated {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TaskUpdated {\n    taskUpdated {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n"): (typeof documents)["\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n  }\n"): (typeof documents)["\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskContext on Task {\n    context\n  }\n"): (typeof documents)["\n  fragment TaskContext on Task {\n    context\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskFacts on Task {\n    createdAt\n    dueAt\n    expiresAt\n    closedAt\n    type\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment TaskFacts on Task {\n    createdAt\n    dueAt\n    expiresAt\n    closedAt\n    type\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    closedAt\n  }\n"): (typeof documents)["\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    closedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      ...TaskRow\n      ...TaskHeading\n      ...TaskFacts\n      ...TaskContext\n      ...TaskAnswer\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n"): (typeof documents)["\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      ...TaskRow\n      ...TaskHeading\n      ...TaskFacts\n      ...TaskContext\n      ...TaskAnswer\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimTask($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ClaimTask($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseTask($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReleaseTask($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n        ...NextSteps\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n        ...NextSteps\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    startedAt\n    closedAt\n  }\n"): (typeof documents)["\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    startedAt\n    closedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n"): (typeof documents)["\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;