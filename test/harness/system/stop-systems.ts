import { runningSystems } from './running-systems';

// Runs after the file's own hooks.
afterAll(() => Promise.all([...runningSystems].map((system) => system.stop())));
