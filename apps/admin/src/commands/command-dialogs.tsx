import { CancelDialog, DueDateDialog, PriorityDialog, SuspendDialog } from './control-dialogs';
import { DelegateDialog, EscalateDialog, HandOverDialog, NominateDialog } from './handover-dialogs';
import type { DialogProps } from './dialog-props';

/** The commands that ask something first. */
export const dialogCommands = [
  'DELEGATE',
  'FORWARD',
  'ASSIGN',
  'NOMINATE',
  'SUSPEND',
  'ESCALATE',
  'SET_PRIORITY',
  'SET_DUE_DATE',
  'CANCEL',
] as const;

export type DialogCommand = (typeof dialogCommands)[number];

/** The dialog of a command. */
export function CommandDialogs({ command, ...props }: DialogProps & { command: DialogCommand | null }) {
  switch (command) {
    case null:
      return null;
    case 'DELEGATE':
      return <DelegateDialog {...props} />;
    case 'FORWARD':
    case 'ASSIGN':
      return <HandOverDialog {...props} command={command} />;
    case 'NOMINATE':
      return <NominateDialog {...props} />;
    case 'SUSPEND':
      return <SuspendDialog {...props} />;
    case 'ESCALATE':
      return <EscalateDialog {...props} />;
    case 'SET_PRIORITY':
      return <PriorityDialog {...props} />;
    case 'SET_DUE_DATE':
      return <DueDateDialog {...props} />;
    case 'CANCEL':
      return <CancelDialog {...props} />;
  }
}
