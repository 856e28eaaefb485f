import { workflowInfo } from '@temporalio/workflow';

/** The signal by which `orkestra deploy move` tells a run that another build of its code is the current one. */
export const NEW_VERSION_SIGNAL = 'orkestra.newVersion';

/** The argument of the signal `orkestra.newVersion`. */
export interface NewVersion {
  /** Of the current build; the run that it reaches there already stays as it is. */
  buildId: string;
}

/** Makes the input of a run that continues this one with newer code. */
export type NextInput = () => unknown;

/** Whether a run should go on in newer code, and with which input it could. */
export class VersionMove {
  private wanted = false;
  private readonly inputs = new Map<string, NextInput>();

  /** The signal `orkestra.newVersion`. */
  tell(message: unknown): void {
    const buildId = buildIdOf(message);
    if (buildId !== undefined && buildId !== workflowInfo().currentDeploymentVersion?.buildId)
      this.wanted = true;
  }

  /** While this task is open the run may move, with this input. */
  offer(requestKey: string, nextInput: NextInput): void {
    this.inputs.set(requestKey, nextInput);
  }

  withdraw(requestKey: string): void {
    this.inputs.delete(requestKey);
  }

  /** Until it is told again, the run stays. */
  refuse(): void {
    this.wanted = false;
  }

  /** Of the task that has waited longest; nothing where the run should stay. */
  get nextInput(): NextInput | undefined {
    if (!this.wanted) return undefined;
    const [first] = this.inputs.values();
    return first;
  }
}

function buildIdOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { buildId } = message as Partial<NewVersion>;
  return typeof buildId === 'string' ? buildId : undefined;
}
