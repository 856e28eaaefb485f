/** One thing that happened in an execution, in plain words and without what it carried. */
export interface HistoryEvent {
  /** Temporal's number of it, growing within a run. */
  id: number;
  at: Date;
  /** Such as `activity failed`. */
  what: string;
  /** Of the activity, signal, timer or workflow that it is about. */
  name: string | null;
  /** Why, where something failed or was ended. */
  message: string | null;
}

export interface HistoryPage {
  /** The run that the page is of: the latest when the first page was read. */
  runId: string | null;
  items: HistoryEvent[];
  /** Null at the end of what has happened so far. */
  nextCursor: string | null;
}
