import type { FormCase } from './form-case';
import { realAlternatives } from './real-alternatives';
import { realFields } from './real-fields';
import { realSchemas } from './real-schemas';
import { reportedForms } from './reported-forms';
import { reportedNumbers } from './reported-numbers';
import { reportedRules } from './reported-rules';

/** Every form that is filled in by a browser. */
export const allForms: FormCase[] = [
  ...reportedNumbers,
  ...reportedForms,
  ...reportedRules,
  ...realFields,
  ...realSchemas,
  ...realAlternatives,
];
