import {
  controllerRoleArn,
  controllerRoleName,
} from '../builders/controllerRole';
import { podRules } from '../builders/preparationParts';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import { AwsClusterPreparationIntent } from '../intents/awsClusterPreparation';
import { Finding } from '../linter/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { fileSection } from './fileSection';
import { bullets, findingsSection, section, steps, table } from './sections';
import { providerCheck } from './terraformProvider';

function describePower(intent: AwsClusterPreparationIntent): string {
  const { cluster, account, loadBalancerAccount, controller } = intent;
  const { name, namespace } = controller.serviceAccount;
  return table(
    ['property', 'value'],
    [
      ['cluster', `${code(cluster)} in account ${code(account)}`],
      [
        'load balancers stand in',
        `account ${code(loadBalancerAccount)}, VPC ${code(
          intent.vpc,
        )}, region ${code(intent.region)}`,
      ],
      [
        'who gets the role',
        `the service account ${code(
          `${namespace}/${name}`,
        )} of that cluster alone`,
      ],
      ['role', code(controllerRoleArn(intent))],
      [
        'it may',
        `read, make load balancers with the mark of cluster ${code(
          cluster,
        )}, and change those${
          controller.firewall
            ? '; put any Application Load Balancer of the account and region behind a web ACL, or take it out'
            : ''
        }`,
      ],
      ['it may not', 'make, change or open security groups'],
      [
        'subnets shared with the cluster’s account',
        intent.sharedSubnets.map(code).join(', ') || 'none more',
      ],
      [
        'the pods are opened to',
        podRules(intent)
          .map(({ port, source }) => `${code(source.value)} at port ${port}`)
          .join(', '),
      ],
    ],
  );
}

function whereRows({
  infrastructure,
  account,
  loadBalancerAccount,
  cluster,
  controller,
}: AwsClusterPreparationIntent): string {
  return table(
    ['file', 'applies in'],
    [
      [
        code(infrastructure.loadBalancerPath),
        `account ${code(loadBalancerAccount)} (load balancers)`,
      ],
      [code(infrastructure.clusterPath), `account ${code(account)} (cluster)`],
      [code(controller.manifestPath), `cluster ${code(cluster)}`],
      [
        code(controller.valuesPath),
        `cluster ${code(cluster)}, as values of the controller’s Helm chart`,
      ],
    ],
  );
}

function checklist(intent: AwsClusterPreparationIntent): string {
  const { account, loadBalancerAccount, sharedSubnets } = intent;
  return bullets([
    `Whoever may write the service account, or run pods with it, makes load balancers in account ${code(
      loadBalancerAccount,
    )}.`,
    `${code(intent.issuer)} is the issuer of cluster ${code(
      intent.cluster,
    )} in account ${code(account)}: the cluster behind it gets the role.`,
    `An identity provider for this issuer is not there yet in account ${code(
      loadBalancerAccount,
    )}; an account takes one for each issuer.`,
    ...(sharedSubnets.length
      ? [
          `Sharing within the organization is switched on in its management account, and account ${code(
            account,
          )} belongs to it.`,
        ]
      : []),
    'Load balancers that the controller has made in the cluster’s own account are gone before: with the new role it no longer sees them.',
    ...(intent.infrastructure.format === 'terraform'
      ? [
          'Each provider takes credentials of its own account alone, by `allowed_account_ids`.',
          providerCheck('identityProvider'),
        ]
      : [
          `Each stack goes into the account that its description names; ${code(
            intent.infrastructure.loadBalancerPath,
          )} is deployed with ${code(
            'CAPABILITY_NAMED_IAM',
          )}, for it names a role and a policy.`,
        ]),
  ]);
}

/** The pull request's body for the preparation of a cluster. @internal */
export function describeAwsClusterPreparation(options: {
  intent: AwsClusterPreparationIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  findings: Finding[];
}): string {
  const { intent, files, existing, findings } = options;
  return [
    `Lets the controller of cluster ${code(
      intent.cluster,
    )} make load balancers in account ${code(intent.loadBalancerAccount)}.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('What becomes possible', describePower(intent)),
    fileSection(files, existing),
    section('Where each file applies', whereRows(intent)),
    findingsSection(findings),
    section('What to check', checklist(intent)),
    section(
      'After the merge',
      steps([
        `Apply the file of account ${code(
          intent.loadBalancerAccount,
        )}, then that of account ${code(intent.account)}.`,
        'Apply the service account, then install or upgrade the controller’s chart `eks/aws-load-balancer-controller` with these values.',
        'Expose a service with *Expose through a load balancer in another account*.',
      ]),
    ),
    section(
      'How to undo it',
      `Withdraw every load balancer of the cluster first: without role ${code(
        controllerRoleName(intent),
      )} the controller can’t delete them. Then revert this change.\n`,
    ),
  ].join('');
}
