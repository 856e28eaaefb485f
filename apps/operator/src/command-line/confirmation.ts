import { createInterface } from 'node:readline/promises';
import { NotConfirmedError } from './operator.errors';

/**
 * Has whoever sits at the terminal type a word.
 * @throws NotConfirmedError when they type another, or where nobody sits
 */
export async function confirmAtTerminal(question: string, expected: string): Promise<void> {
  if (!process.stdin.isTTY) throw new NotConfirmedError();
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const typed = await terminal.question(`${question}\nType "${expected}" to go on: `);
    if (typed.trim() !== expected) throw new NotConfirmedError();
  } finally {
    terminal.close();
  }
}
