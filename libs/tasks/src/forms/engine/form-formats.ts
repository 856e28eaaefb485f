import { FORMAT_CHECKS } from '@orkestra/json-schema';
import { patternProblem } from './linear-pattern';

/** The formats that a form may ask for. */
export const FORMAT_NAMES = Object.keys(FORMAT_CHECKS).sort();

/** For Ajv. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  ...FORMAT_CHECKS,
  // The meta-schema of JSON Schema asks for this format.
  regex: (pattern) => patternProblem(pattern) === null,
};
