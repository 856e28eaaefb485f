import type { AccountPartsFragment } from '../generated/graphql';
import type { Guard } from './use-step-up';

/** What every part of the security page gets. */
export interface AccountSectionProps {
  account: AccountPartsFragment;
  /** Asks for the password again where that is needed. */
  guard: Guard;
  /** New recovery codes, to be shown once. */
  onCodes: (codes: readonly string[]) => void;
  onChanged: () => void;
}
