export { initCommand } from './init-command';
export { initProject } from './init-project';
export type { InitOptions, NewProject } from './init-project';
export { InitError } from './init.errors';
export { TEMPLATES } from './templates';
export type { TemplateName } from './templates';
