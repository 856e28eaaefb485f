import './guard';

export type { TestEnvironment } from './environment';
export type { Humans } from './humans';
export type { People } from './people';
export type { ActOptions, ActWithReason, Answers, TaskMatch } from './script';
export { startTestEnvironment } from './start-environment';
export type { TestEnvironmentOptions } from './start-environment';
export type { TestRun } from './test-run';
export type { Candidates, TestTask, TestTaskEvent, TestTaskStatus } from './test-task';
export type { TestWorkerOptions } from './test-worker';
export { HumanScriptError, UnansweredTasksError } from './testing.errors';
