/** Whether an exception is about a finding; it says as much as it has to, and what it leaves out may be anything. */
const covers = (exception, finding) =>
  ['checker', 'check', 'language'].every(
    field => exception[field] === finding[field],
  ) &&
  (exception.resource === undefined ||
    finding.resource.split('.').includes(exception.resource));

/**
 * Parts what checkers found into what a documented exception is about and what nobody has explained.
 *
 * @param findings - with `checker`, `check`, `language`, `path`, `resource` and `message`
 * @param exceptions - with `checker`, `check`, `language` and a `reason`, and with a part of the resource's address, such
 *   as its type, where the check speaks of others besides
 * @returns the findings that are new, and the exceptions that are about none any more
 * @throws Error for an exception without a reason.
 */
export function compareWithExceptions(findings, exceptions) {
  for (const { checker, check, reason } of exceptions) {
    if (!reason?.trim())
      throw new Error(`The exception of ${checker} ${check} has no reason`);
  }
  return {
    unexplained: findings.filter(
      finding => !exceptions.some(exception => covers(exception, finding)),
    ),
    unused: exceptions.filter(
      exception => !findings.some(finding => covers(exception, finding)),
    ),
  };
}
