import { FormTree } from '../wire/FormTree';
import { Call, Operation } from './Operation';

/** The parameters of a form as one text, in the order of their names. */
function textOf(form: FormTree): string {
  const children = [...form.children].sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return JSON.stringify([
    form.text ?? null,
    children.map(([name, child]) => [name, textOf(child)]),
  ]);
}

/**
 * Carries an operation out, or answers as before where the request repeats one
 * with its client token.
 *
 * @internal
 */
export function runOnce(
  operation: Operation,
  call: Call,
  form: FormTree,
): unknown {
  const token = form.children.get('ClientToken')?.text;
  if (!token || !('ClientToken' in operation.input.members)) {
    return operation.run(call, form);
  }
  const { accountId, region } = call.scope;
  return call.world.clientTokens.once(
    [accountId, region, operation.action, token].join('/'),
    textOf(form),
    () => operation.run(call, form),
  );
}
