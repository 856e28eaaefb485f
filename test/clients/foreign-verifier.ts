import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Json } from '../harness';
import { pipInstalled } from './foreign-clients';

/** Checks receipts by what others have written and published: see `receipt-verifier/verify.py`. */
export async function foreignVerifier(): Promise<(given: object) => Promise<Json>> {
  const [python] = await pipInstalled('receipt-verifier');
  const program = join(__dirname, 'receipt-verifier', 'verify.py');
  return (given) =>
    new Promise((resolve, reject) => {
      const child = spawn(python, [program], { stdio: ['pipe', 'pipe', 'pipe'], timeout: 60_000 });
      let [out, errors] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0
          ? resolve(JSON.parse(out) as Json)
          : reject(new Error(`It ended with ${code}:\n${errors}`)),
      );
      child.stdin.end(JSON.stringify(given));
    });
}
