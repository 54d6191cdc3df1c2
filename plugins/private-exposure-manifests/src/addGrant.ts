import { addTerraformBlocks, readTerraformForEdit } from './edit/editTerraform';
import { existingText } from './builders/existingText';
import { grantCloudFormation } from './builders/grantCloudFormation';
import { grantBlock } from './builders/terraformExposure';
import { BuildResult, ExistingFiles } from './builders/types';
import { InvalidIntentError, UnsafeEditError } from './errors';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './describe/escapeMarkdown';
import { bullets, findingsSection, section } from './describe/sections';
import { HclBlockNode } from './hcl/readHcl';
import { readHclValue } from './hcl/readHclValue';
import {
  AddGrantInput,
  AddGrantIntent,
  addGrantIntentSchema,
} from './intents/addGrant';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';
import { Finding } from './linter/types';
import { toPrincipalArn } from './values/principal';
import { verifyTerraform } from './verify/verifyTerraform';

const SERVICE = 'aws_vpc_endpoint_service';

function attributeOf(block: HclBlockNode, name: string) {
  const attribute = block.attributes.find(other => other.name === name);
  return attribute && readHclValue(attribute);
}

function findService(
  blocks: HclBlockNode[],
  intent: AddGrantIntent,
): HclBlockNode {
  const { path, label } = intent;
  const services = blocks.filter(
    ({ type, labels }) => type === 'resource' && labels[0] === SERVICE,
  );
  const found = services.filter(
    ({ labels }) => label === undefined || labels[1] === label,
  );
  if (found.length === 0) {
    throw new UnsafeEditError({
      path,
      message: `declares no ${SERVICE}${
        label === undefined ? '' : ` '${label}'`
      }; name the file that does`,
    });
  }
  if (found.length > 1) {
    throw new InvalidIntentError({
      field: 'label',
      message: `is needed: ${path} declares ${found
        .map(({ labels }) => labels[1])
        .join(', ')}`,
    });
  }
  return found[0];
}

// Terraform takes either this list or resources of their own; with both, each run undoes the other.
function refuseInlineList(service: HclBlockNode, path: string): void {
  const inline = service.attributes.find(
    ({ name }) => name === 'allowed_principals',
  );
  if (inline) {
    throw new UnsafeEditError({
      path,
      line: inline.line,
      message: `keeps its grants in 'allowed_principals'; add the principal there by hand, or turn the list into aws_vpc_endpoint_service_allowed_principal resources first`,
    });
  }
}

function isGranted(
  blocks: HclBlockNode[],
  arn: string,
  serviceLabel: string,
): boolean {
  return blocks.some(block => {
    const service = attributeOf(block, 'vpc_endpoint_service_id');
    return (
      block.labels[0] === `${SERVICE}_allowed_principal` &&
      attributeOf(block, 'principal_arn') === arn &&
      typeof service === 'object' &&
      'reference' in service &&
      service.reference === `${SERVICE}.${serviceLabel}.id`
    );
  });
}

function describe(
  intent: AddGrantIntent,
  arn: string,
  findings: Finding[],
): string {
  const consumer = intent.consumerEntityRef
    ? ` for ${code(intent.consumerEntityRef)}`
    : '';
  return [
    `Lets ${code(arn)} ask to connect to ${code(
      intent.entityRef,
    )}${consumer}.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section(
      'What to check',
      bullets([
        `${code(
          arn,
        )} is the consumer that is meant, and its owner asked for this.`,
        'A grant is leave to ask: a connection still waits for approval where the service requires it.',
      ]),
    ),
    findingsSection(findings),
    section(
      'How to undo it',
      'Revert this change. Connections that are up by then stay up: reject them too.\n',
    ),
  ].join('');
}

function grantTerraform(
  text: string,
  intent: AddGrantIntent,
  arn: string,
): string {
  const { path } = intent;
  const { blocks } = readTerraformForEdit(path, text);
  const service = findService(blocks, intent);
  refuseInlineList(service, path);
  if (isGranted(blocks, arn, service.labels[1])) return text;
  const block = grantBlock(service.labels[1], arn);
  const content = addTerraformBlocks({ path, text, blocks: [block] });
  if (content !== text)
    verifyTerraform({ path, content, wanted: [block], before: text });
  return content;
}

/**
 * Adds a grant to the provider's Terraform file or CloudFormation template and keeps everything else as it is. A grant
 * that is there already leaves no file to write.
 *
 * @throws {@link InvalidIntentError}
 * @throws {@link UnsafeEditError} where the file is missing, can't be read, or keeps its grants another way.
 * @public
 */
export function addGrant(
  input: AddGrantInput,
  options: { existing: ExistingFiles },
): BuildResult {
  const intent = parseIntent(addGrantIntentSchema, input);
  const { path } = intent;
  const text = existingText(options.existing, path);
  const arn = toPrincipalArn(intent.principal, intent.partition);
  const write = path.endsWith('.tf') ? grantTerraform : grantCloudFormation;
  const content = write(text, intent, arn);
  const findings = lintManifests([{ path, content }]);
  return {
    files: content === text ? [] : [{ path, content }],
    deletedPaths: [],
    findings,
    title: `Let ${arn} connect to ${intent.entityRef}`,
    description: describe(intent, arn, findings),
  };
}
