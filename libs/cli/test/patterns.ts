export { PATTERNS } from '../src/authoring/prompt/prompt';
