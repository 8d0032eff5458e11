/** Something that is wrong at a place in the workspace, as an annotation can show it. */
export interface SourceProblem {
  level: 'error' | 'warning';
  /** Relative to the repository's root, with `/`. */
  file: string;
  /** Lines and columns count from 1. */
  line: number;
  column?: number;
  endLine?: number;
  /** What kind of problem it is: a code, a rule, the name of a test. */
  title?: string;
  message: string;
}
