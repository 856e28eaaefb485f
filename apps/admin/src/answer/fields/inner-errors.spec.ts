import type { ErrorSchema } from '@rjsf/utils';
import { toFormErrors } from '../../errors/field-errors';
import { innerErrors } from './inner-errors';

it('tells what is wrong in a value that one control draws, and where', () => {
  const errors = toFormErrors([
    { pointer: '', message: 'Add at least 3.' },
    { pointer: '/0/replies/1/text', message: 'Please fill this in.' },
    { pointer: '/0/cost', message: 'Must be a number.' },
  ]) as ErrorSchema;
  expect(innerErrors(errors)).toEqual([
    'Add at least 3.',
    '0/replies/1/text: Please fill this in.',
    '0/cost: Must be a number.',
  ]);
  expect(innerErrors(undefined)).toEqual([]);
});
