/** Why no project was made, in a sentence that says what to do. Nothing was written. */
export class InitError extends Error {}
