/** Systems of this test file; what a failing test leaves running would keep Jest from ending. */
export const runningSystems = new Set<{ stop(): Promise<void> }>();
