import { type ApiClient, createTask, eventually, startSystem, type TestSystem } from '../harness';
import { taskOf, readTask, startWorkflow, workflowOf } from '../harness/system/job';
