import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id, which is the library's default algorithm. Memory in KiB. */
const PASSWORD_COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Longer ones are refused: nobody types them, and hashing them would be work for an attacker to order. */
export const LONGEST_PASSWORD = 1_024;

/** The hash of a discarded random password, verified when there is no user, so that both take as long. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$YS1zfGsyzpxLREZ41bsJvA$0HuIfde8s2V0SFzV/OhB98y/Ls0VbOP0vPIK5hOCjlk';

export async function hashPassword(password: string): Promise<string> {
  return hash(password, PASSWORD_COST);
}

/** False also when there is no hash, after the same work as for a wrong password. */
export async function verifyPassword(
  storedHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(storedHash ?? NOBODYS_HASH, password.slice(0, LONGEST_PASSWORD));
  return matches && storedHash != null && password.length <= LONGEST_PASSWORD;
}
