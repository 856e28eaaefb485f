export interface RawActivities {
  tell(workflowId: string): Promise<void>;
}
