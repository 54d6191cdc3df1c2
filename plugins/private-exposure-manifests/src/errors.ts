/**
 * One reason why an intent was refused.
 *
 * @public
 */
export interface IntentIssue {
  /** Path of the field, such as `endpointService.allowedPrincipals[0]`. */
  field: string;
  /** What is wrong and what would be right. */
  message: string;
}

/**
 * An intent that can't be represented, or that asks for something that can't work. Names the field.
 *
 * @public
 */
export class InvalidIntentError extends Error {
  override readonly name = 'InvalidIntentError' as const;
  /** Path of the first field that was refused. */
  readonly field: string;
  /** Every field that was refused; at least one. */
  readonly issues: readonly IntentIssue[];

  constructor(first: IntentIssue, ...others: IntentIssue[]) {
    const issues = [first, ...others];
    super(
      issues.map(({ field, message }) => `${field}: ${message}`).join('; '),
    );
    this.field = first.field;
    this.issues = issues;
  }
}

/**
 * An existing file that can't be edited without risk to what it says. Names the file and, where known, the line.
 *
 * @public
 */
export class UnsafeEditError extends Error {
  override readonly name = 'UnsafeEditError' as const;
  /** The file that was left alone. */
  readonly path: string;
  /** Line of the obstacle, counted from 1, where it has one. */
  readonly line: number | undefined;

  constructor(options: {
    path: string;
    line?: number;
    message: string;
    cause?: unknown;
  }) {
    const { path, line, message, cause } = options;
    super(`${path}${line === undefined ? '' : `:${line}`}: ${message}`, {
      cause,
    });
    this.path = path;
    this.line = line;
  }
}

/**
 * Files that don't say what their intent says. It is a bug in this package, and nothing may be written.
 *
 * @public
 */
export class VerificationError extends Error {
  override readonly name = 'VerificationError' as const;
  /** The file that differs. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path} does not say what was asked for: ${message}`);
    this.path = path;
  }
}

/**
 * Text that is not Bicep, or uses a part of the language that this package doesn't read.
 *
 * @public
 */
export class BicepSyntaxError extends Error {
  override readonly name = 'BicepSyntaxError' as const;
  /** Line, counted from 1. */
  readonly line: number;
  /** Column, counted from 1. */
  readonly column: number;

  constructor(message: string, position: { line: number; column: number }) {
    super(`${message} (line ${position.line}, column ${position.column})`);
    this.line = position.line;
    this.column = position.column;
  }
}

/**
 * Text that is not HCL, or uses a part of the language that this package doesn't read.
 *
 * @public
 */
export class HclSyntaxError extends Error {
  override readonly name = 'HclSyntaxError' as const;
  /** Line, counted from 1. */
  readonly line: number;
  /** Column, counted from 1. */
  readonly column: number;

  constructor(message: string, position: { line: number; column: number }) {
    super(`${message} (line ${position.line}, column ${position.column})`);
    this.line = position.line;
    this.column = position.column;
  }
}
