/** A workflow project that cannot be hosted; the worker must not start. */
export class WorkflowProjectError extends Error {
  constructor(folder: string, problem: string, options?: { cause?: unknown }) {
    super(`The workflow project ${folder} (WORKFLOW_PROJECTS) cannot be hosted: ${problem}`, options);
    this.name = 'WorkflowProjectError';
  }
}
