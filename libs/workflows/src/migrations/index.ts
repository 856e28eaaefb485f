import { Workflows1700000002000 } from './1700000002000-workflows';
import { Reconciler1700000007000 } from './1700000007000-reconciler';
import { Catalogue1700000008000 } from './1700000008000-catalogue';
import { WorkflowLists1700000012000 } from './1700000012000-workflow-lists';
import { OrderOfInput1700000013000 } from './1700000013000-order-of-input';
import { WorkflowKeyPrefix1700000015000 } from './1700000015000-workflow-key-prefix';
import { WorkflowProblems1700000017000 } from './1700000017000-workflow-problems';
import { OnBehalfOf1700000035001 } from './1700000035001-on-behalf-of';

export const workflowsMigrations = [
  Workflows1700000002000,
  Reconciler1700000007000,
  Catalogue1700000008000,
  WorkflowLists1700000012000,
  OrderOfInput1700000013000,
  WorkflowKeyPrefix1700000015000,
  WorkflowProblems1700000017000,
  OnBehalfOf1700000035001,
];
