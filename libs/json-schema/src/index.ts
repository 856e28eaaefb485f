export { FORMAT_CHECKS } from './formats';
export { compileLinear } from './linear-expression';
export { isMultipleOf } from './multiple-of';
