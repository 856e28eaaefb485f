import { SecretDialog } from '../settings/secret-dialog';

/** A new key, this once. */
export function KeySecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <SecretDialog title="The new key" label="Key" secret={secret} onClose={onClose}>
      Put it where your program reads its secrets. Orkestra keeps only its hash, so this is the only time that
      you see it.
    </SecretDialog>
  );
}
