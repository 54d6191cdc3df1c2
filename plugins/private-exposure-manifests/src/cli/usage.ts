/** What `private-exposure --help` prints. @internal */
export const usage = `Checks the manifests and infrastructure code behind private connectivity.

  private-exposure lint [paths…]          check files and folders; '-' reads standard input
  private-exposure explain <name>         explain a rule or an annotation
  private-exposure explain                list all rules
  private-exposure --version              print the version

Options of lint
  --profile <file>    clusters, as under privateExposure.clusters of app-config.yaml
  --cluster <name>    the cluster that the files are for, where the file has several
  --base <git ref>    also say what a merge into it would do
  --fix               put right what has only one right form
  --format <format>   text (default), json, sarif, github or markdown
  --config <file>     severities and exceptions; .private-exposure.yaml where there is one
  --fail-on <level>   error (default), warning, info or never
  --stdin-path <path> name of standard input in findings

Exit code: 0 nothing to fail on, 1 findings to fail on, 2 the call can't be carried out.
`;
