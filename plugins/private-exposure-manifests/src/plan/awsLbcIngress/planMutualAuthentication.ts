import {
  goBoolean,
  goInt32,
  goList,
  GoStruct,
  goStruct,
  goText,
} from '../../values/goJson';
import { formatGoList } from '../../values/goText';
import { ControllerRefusal } from '../ControllerRefusal';
import { readJsonText } from '../readJson';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { LbcIngress } from './LbcIngress';
import { checkListenPort } from './planListenPorts';

const fields = {
  port: goInt32,
  mode: goText,
  trustStore: goText,
  ignoreClientCertificateExpiry: goBoolean,
  advertiseTrustStoreCaNames: goText,
};

const configsForm = goList(goStruct('MutualAuthenticationConfig', fields), {});

type Config = GoStruct<typeof fields>;

/** Whether clients have to show a certificate. @public */
export interface MutualAuthenticationPlan {
  mode: string;
  /** Empty where there is none; the name where the ARN is not known. */
  trustStoreArn: string;
  ignoreClientCertificateExpiry: boolean | undefined;
  advertiseTrustStoreCaNames: string | undefined;
}

function findModeProblem(config: Config): string | undefined {
  const { port = 0, mode = '', trustStore = '' } = config;
  if (mode === '')
    return `mutualAuthentication mode cannot be empty for port ${port}`;
  if (!['off', 'passthrough', 'verify'].includes(mode))
    return `mutualAuthentication mode value must be among [off, passthrough, verify] for port ${port} : ${mode}`;
  if (mode === 'verify' && trustStore === '')
    return `trustStore is required when mutualAuthentication mode is verify for port ${port}`;
  const unfit = `Mutual Authentication mode ${mode} does not support`;
  if (mode !== 'verify' && trustStore !== '')
    return `${unfit} trustStore for port ${port}`;
  if (mode !== 'verify' && config.ignoreClientCertificateExpiry !== undefined)
    return `${unfit} ignoring client certificate expiry for port ${port}`;
  return undefined;
}

function findAdvertiseProblem(config: Config): string | undefined {
  const { port = 0, mode = '', advertiseTrustStoreCaNames: names } = config;
  if (names === undefined) return undefined;
  if (mode !== 'verify')
    return `Mutual Authentication mode ${mode} does not support advertiseTrustStoreCaNames for port ${port}`;
  return names === 'on' || names === 'off'
    ? undefined
    : `advertiseTrustStoreCaNames only supports the values "on" and "off" got value ${names} for port ${port}`;
}

function resolveTrustStores(
  plans: ReadonlyMap<number, MutualAuthenticationPlan>,
  trustStores: AwsLbcIngressFacts['trustStores'],
  about: readonly string[],
): Map<number, MutualAuthenticationPlan> {
  const names = [...plans.values()]
    .map(({ trustStoreArn }) => trustStoreArn)
    .filter(name => name !== '' && !name.startsWith('arn:'));
  if (!trustStores) return new Map(plans);
  const missing = names.filter(name => !Object.hasOwn(trustStores, name));
  if (missing.length)
    throw new ControllerRefusal(
      missing.length === names.length
        ? `couldn't find TrustStore with names ${formatGoList(names)}`
        : `couldn't find TrustStore with name ${missing[0]}`,
      about,
    );
  return new Map(
    [...plans].map(([port, plan]) => [
      port,
      names.includes(plan.trustStoreArn)
        ? { ...plan, trustStoreArn: trustStores[plan.trustStoreArn] }
        : plan,
    ]),
  );
}

/**
 * Whether clients have to show a certificate, by port.
 *
 * @remarks `computeIngressMutualAuthentication` in `pkg/ingress/model_build_listener.go`, version 3.5.
 *
 * @internal
 */
export function planMutualAuthentication(
  { annotations }: Pick<LbcIngress, 'annotations'>,
  { trustStores }: Pick<AwsLbcIngressFacts, 'trustStores'>,
): Map<number, MutualAuthenticationPlan> {
  const name = 'mutual-authentication';
  const about = [annotations.keyOf(name)];
  const refuse = (message: string): never => {
    throw new ControllerRefusal(message, about);
  };
  const text = annotations.string(name);
  if (text === undefined) return new Map();
  const where = `mutualAuthentication configuration from ingress annotation: \`${text}\``;
  const configs = readJsonText(text, configsForm, why =>
    refuse(`failed to parse ${where}: ${why}`),
  );
  if (!configs?.length) return refuse(`empty ${where}`);
  const plans = new Map<number, MutualAuthenticationPlan>();
  for (const config of configs) {
    const { port = 0, mode = '', trustStore = '' } = config;
    checkListenPort(port, about);
    const problem = findModeProblem(config) ?? findAdvertiseProblem(config);
    if (problem !== undefined) return refuse(problem);
    const { ignoreClientCertificateExpiry: ignores } = config;
    plans.set(port, {
      mode,
      trustStoreArn: trustStore,
      ignoreClientCertificateExpiry:
        mode === 'verify' ? ignores ?? false : ignores,
      advertiseTrustStoreCaNames: config.advertiseTrustStoreCaNames,
    });
  }
  return resolveTrustStores(plans, trustStores, about);
}
