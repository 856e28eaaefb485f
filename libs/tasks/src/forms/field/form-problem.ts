/** What is wrong with a form, and where in it. */
export interface FormProblem {
  path: (string | number)[];
  message: string;
}
