/**
 * The arguments of `npm test`: names of steps, then what goes to Playwright with the step `e2e`. No arguments mean every
 * step.
 *
 * @throws Error for what is neither.
 */
export function readSteps(args, known) {
  const end = args.findIndex(name => !known.includes(name));
  const named = end === -1 ? args : args.slice(0, end);
  const forPlaywright = end === -1 ? [] : args.slice(end);
  if (forPlaywright.length > 0 && !named.includes('e2e')) {
    throw new Error(
      `There is no step '${forPlaywright[0]}'. The steps are ${known.join(
        ', ',
      )}; what follows them goes to Playwright, and needs the step 'e2e'`,
    );
  }
  return { chosen: named.length > 0 ? named : known, forPlaywright };
}
