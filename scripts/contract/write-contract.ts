import { writeFileSync } from 'node:fs';
import { contractSchema } from './contract-schema';

writeFileSync(
  'libs/sdk/contract/wire-contract.schema.json',
  `${JSON.stringify(contractSchema(), null, 2)}\n`,
);
