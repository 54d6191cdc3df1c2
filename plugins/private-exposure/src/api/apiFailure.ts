import { isError } from '@backstage/errors';

/**
 * What a failed call means for the one who looks at the page.
 *
 * @internal
 */
export type ApiFailure = {
  type: 'forbidden' | 'conflict' | 'invalid' | 'too-soon' | 'other';
  /** The backend's own words, else the browser's. */
  message: string;
};

const typesByErrorName: Record<string, ApiFailure['type']> = {
  NotAllowedError: 'forbidden',
  AuthenticationError: 'forbidden',
  ConflictError: 'conflict',
  InputError: 'invalid',
  NotFoundError: 'invalid',
};

const typesByStatus: Record<number, ApiFailure['type']> = {
  400: 'invalid',
  401: 'forbidden',
  403: 'forbidden',
  404: 'invalid',
  409: 'conflict',
  429: 'too-soon',
};

/**
 * Reads a failed call: a `ResponseError` carries the backend's error as its cause, and the status beside it.
 *
 * @internal
 */
export function readApiFailure(error: unknown): ApiFailure {
  if (!isError(error)) return { type: 'other', message: String(error) };
  const cause = isError(error.cause) ? error.cause : error;
  const status =
    typeof error.statusCode === 'number' ? error.statusCode : undefined;
  const type =
    (status === undefined ? undefined : typesByStatus[status]) ??
    typesByErrorName[cause.name] ??
    'other';
  return { type, message: cause.message };
}
