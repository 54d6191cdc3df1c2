/** Playwright's command line for one of its projects: the arguments are those that `playwright test` takes. */
export function playwrightArguments({ project, args }) {
  // With a space between, Playwright takes what follows for further projects.
  return ['test', `--project=${project}`, ...args];
}
