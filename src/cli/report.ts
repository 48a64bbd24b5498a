/** What a command comes to: a value for programs and a text for people. */
export interface Report {
  /** False when what was asked has the answer no: exit code 1. */
  readonly ok: boolean;
  readonly text: string;
  /** The text is a file format (CSV) and is printed as it is. */
  readonly raw?: boolean;
  /** Printed under --json. */
  readonly json: object;
}
