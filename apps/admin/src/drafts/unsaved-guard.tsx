import { LeaveGuard } from '../interface/leave-guard';
import type { DraftPhase } from './draft-saver';

export interface UnsavedGuardProps {
  phase: DraftPhase;
  onDiscard: () => void;
}

/** A page that is left saves what waits; only what could not be saved would be lost. */
const lostOnLeave: DraftPhase[] = ['failed', 'refused', 'conflict'];
/** A window that is closed has no time to save. */
const lostOnClose: DraftPhase[] = ['waiting', 'saving', ...lostOnLeave];

/** Asks before what was typed gets lost. The draft of a session that has ended waits until after the sign-in. */
export function UnsavedGuard({ phase, onDiscard }: UnsavedGuardProps) {
  return (
    <LeaveGuard
      onLeave={lostOnLeave.includes(phase)}
      onClose={lostOnClose.includes(phase)}
      onDiscard={onDiscard}
    >
      What you have typed last could not be saved on the server.
    </LeaveGuard>
  );
}
