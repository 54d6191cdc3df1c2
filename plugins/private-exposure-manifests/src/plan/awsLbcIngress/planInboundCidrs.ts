import { parseGoAddress } from '../../values/goAddress';
import { ControllerRefusal } from '../ControllerRefusal';
import { GroupMember } from './LbcIngress';

/** Who may reach a listener, by kind of address. @internal */
export interface InboundCidrs {
  ipv4: readonly string[];
  ipv6: readonly string[];
}

/** Whether Go's `net.ParseCIDR` takes a text; host bits may be set. */
function isGoCidr(text: string): boolean {
  const slash = text.indexOf('/');
  const address = slash < 0 ? undefined : parseGoAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  return (
    address !== undefined &&
    address.zone === '' &&
    /^\d{1,9}$/.test(length) &&
    Number(length) <= address.bytes.length * 8
  );
}

/**
 * The networks that an Ingress lets in; those of its class win.
 *
 * @remarks `computeIngressExplicitInboundCIDRs` in `pkg/ingress/model_build_listener.go`, version 3.5.
 *
 * @internal
 */
export function planInboundCidrs({
  annotations,
  params,
  key,
}: GroupMember): InboundCidrs {
  const name = 'inbound-cidrs';
  const ofClass = params?.inboundCidrs ?? [];
  const cidrs = ofClass.length ? ofClass : annotations.stringList(name) ?? [];
  const wrong = cidrs.find(cidr => !isGoCidr(cidr));
  if (wrong !== undefined) {
    const why = `invalid CIDR address: ${wrong}`;
    throw new ControllerRefusal(
      ofClass.length
        ? `invalid CIDR in IngressClassParams InboundCIDR ${wrong}: ${why}`
        : `invalid ${name} settings on Ingress: ${key}: ${why}`,
      [annotations.keyOf(name)],
    );
  }
  return {
    ipv4: cidrs.filter(cidr => !cidr.includes(':')),
    ipv6: cidrs.filter(cidr => cidr.includes(':')),
  };
}
