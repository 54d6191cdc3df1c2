import { asIngress, combinationsOf } from './Combination';

const CERTIFICATE =
  'certificate-arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"';
const IDP = `auth-idp-cognito: '{"userPoolARN": "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_0a1b2c3d4", "userPoolClientID": "0a1b2c3d4e5f", "userPoolDomain": "payments"}'`;
const COGNITO = 'auth-type: "cognito"';
const JWT = `jwt-validation: '{"jwksEndpoint": "https://id.example.com/jwks.json", "issuer": "https://id.example.com"}'`;
const HTTP = `listen-ports: '[{"HTTP": 80}]'`;
const HTTPS = `listen-ports: '[{"HTTPS": 443}]'`;
const BOTH = `listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'`;

/** What an Application Load Balancer listens on, and who has to show what there. @internal */
export const ingressListeners = combinationsOf(
  { prefix: 'alb.ingress.kubernetes.io/', write: asIngress },
  [
    {
      what: 'a port that is written with a fraction',
      rule: 'controller/ingress-refused',
      bad: [`listen-ports: '[{"HTTP": 80.0}]'`],
      good: [HTTP],
    },
    {
      what: 'no port',
      rule: 'controller/ingress-refused',
      bad: ["listen-ports: '[]'"],
      good: [HTTP],
    },
    {
      what: 'port 0',
      rule: 'controller/ingress-refused',
      bad: [`listen-ports: '[{"HTTP": 0}]'`],
      good: [HTTP],
    },
    {
      what: 'a protocol that is none',
      rule: 'controller/ingress-refused',
      bad: [`listen-ports: '[{"TCP": 80}]'`],
      good: [HTTP],
    },
    {
      what: 'a port that is no list',
      rule: 'controller/ingress-refused',
      bad: ['listen-ports: "80"'],
      good: [HTTP],
    },
    {
      what: 'a port with two protocols',
      rule: 'alb/listen-port-twice',
      both: [CERTIFICATE],
      bad: [`listen-ports: '[{"HTTP": 443}, {"HTTPS": 443}]'`],
      good: [BOTH],
    },
    {
      what: 'HTTPS without a way to a certificate',
      rule: 'alb/certificate-missing',
      both: [HTTPS],
      good: [CERTIFICATE],
    },
    {
      what: 'a certificate that is no ARN',
      rule: 'aws/certificate-arn',
      bad: ['certificate-arn: "payments.example.com"'],
      good: [CERTIFICATE],
    },
    {
      what: 'a certificate of its own beside one that is requested',
      rule: 'annotation/excludes',
      both: [CERTIFICATE],
      bad: ['create-acm-cert: "true"'],
    },
    {
      what: 'an authority for a certificate that nobody requests',
      rule: 'annotation/needs',
      bad: [
        'acm-pca-arn: "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/0a1b"',
      ],
    },
    {
      what: 'a certificate without HTTPS',
      rule: 'alb/needs-https',
      both: [CERTIFICATE],
      bad: [HTTP],
      good: [HTTPS],
    },
    {
      what: 'a redirect to a port that is not there',
      rule: 'controller/ingress-refused',
      both: [CERTIFICATE, BOTH],
      bad: ['ssl-redirect: "8443"'],
      good: ['ssl-redirect: "443"'],
    },
    {
      what: 'a redirect to a port without TLS',
      rule: 'controller/ingress-refused',
      both: [CERTIFICATE, BOTH],
      bad: ['ssl-redirect: "80"'],
      good: ['ssl-redirect: "443"'],
    },
    {
      what: 'a TLS policy that is too old',
      rule: 'aws/weak-tls-policy',
      both: [CERTIFICATE],
      bad: ['ssl-policy: "ELBSecurityPolicy-2016-08"'],
      good: ['ssl-policy: "ELBSecurityPolicy-TLS13-1-2-2021-06"'],
    },
    {
      what: 'plain HTTP to the Internet',
      rule: 'alb/plain-http',
      both: ['scheme: "internet-facing"', CERTIFICATE],
      bad: [HTTP],
      good: [BOTH, 'ssl-redirect: "443"'],
    },
    {
      what: 'client certificates without a trust store',
      rule: 'controller/ingress-refused',
      both: [CERTIFICATE],
      bad: [`mutual-authentication: '[{"port": 443, "mode": "verify"}]'`],
      good: [`mutual-authentication: '[{"port": 443, "mode": "passthrough"}]'`],
    },
    {
      what: 'a trust store that nothing verifies with',
      rule: 'controller/ingress-refused',
      both: [CERTIFICATE],
      bad: [
        `mutual-authentication: '[{"port": 443, "mode": "off", "trustStore": "clients"}]'`,
      ],
    },
    {
      what: 'a mode that is none',
      rule: 'controller/ingress-refused',
      both: [CERTIFICATE],
      bad: [`mutual-authentication: '[{"port": 443, "mode": "maybe"}]'`],
    },
    {
      what: 'client certificates at another port',
      rule: 'alb/mutual-authentication-port',
      both: [CERTIFICATE],
      bad: [`mutual-authentication: '[{"port": 8443, "mode": "passthrough"}]'`],
      good: [`mutual-authentication: '[{"port": 443, "mode": "passthrough"}]'`],
    },
    {
      what: 'client certificates at a port without HTTPS, in fields of another case',
      rule: 'alb/mutual-authentication-port',
      both: [CERTIFICATE],
      bad: [`mutual-authentication: '[{"Port": 8443, "Mode": "passthrough"}]'`],
      good: [`mutual-authentication: '[{"Port": 443, "Mode": "passthrough"}]'`],
    },
    {
      what: 'client certificates without HTTPS',
      rule: 'alb/needs-https',
      both: [`mutual-authentication: '[{"port": 443, "mode": "passthrough"}]'`],
      bad: [HTTP],
      good: [HTTPS, CERTIFICATE],
    },
    {
      what: 'attributes that are no pairs',
      rule: 'annotation/value',
      bad: ['listener-attributes.HTTP-80: "server"'],
    },
    {
      what: 'attributes of a listener that is not there',
      rule: 'alb/listener-unknown',
      bad: [
        'listener-attributes.HTTP-8080: "routing.http.response.server.enabled=false"',
      ],
      good: [
        'listener-attributes.HTTP-80: "routing.http.response.server.enabled=false"',
      ],
    },
    {
      what: 'an attribute of Network Load Balancers',
      rule: 'annotation/attribute',
      bad: ['listener-attributes.HTTP-80: "tcp.idle_timeout.seconds=60"'],
      good: [
        'listener-attributes.HTTP-80: "routing.http.response.server.enabled=false"',
      ],
    },
    {
      what: 'a login of another kind',
      rule: 'annotation/value',
      bad: ['auth-type: "saml"'],
      good: ['auth-type: "none"'],
    },
    {
      what: 'a login without its provider',
      rule: 'controller/ingress-refused',
      both: [CERTIFICATE],
      bad: [COGNITO],
      good: [COGNITO, IDP],
    },
    {
      what: 'a login by OIDC without its provider',
      rule: 'controller/ingress-refused',
      both: [CERTIFICATE],
      bad: ['auth-type: "oidc"'],
    },
    {
      what: 'a provider for a login of another kind',
      rule: 'annotation/no-effect',
      both: [CERTIFICATE, IDP],
      bad: ['auth-type: "none"'],
      good: [COGNITO],
    },
    {
      what: 'a login without HTTPS',
      rule: 'alb/needs-https',
      both: [COGNITO, IDP],
      bad: [HTTP],
      good: [HTTPS, CERTIFICATE],
    },
    {
      what: 'half a provider',
      rule: 'annotation/json-fields',
      both: [CERTIFICATE, COGNITO],
      bad: [
        `auth-idp-cognito: '{"userPoolARN": "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/a"}'`,
      ],
      good: [IDP],
    },
    {
      what: 'half a provider of OIDC',
      rule: 'annotation/json-fields',
      both: [CERTIFICATE, 'auth-type: "oidc"'],
      bad: [`auth-idp-oidc: '{"issuer": "https://id.example.com"}'`],
    },
    {
      what: 'a login and tokens',
      rule: 'annotation/excludes',
      both: [CERTIFICATE, COGNITO, IDP],
      bad: [JWT],
    },
    {
      what: 'tokens without HTTPS',
      rule: 'alb/needs-https',
      both: [JWT],
      bad: [HTTP],
      good: [HTTPS, CERTIFICATE],
    },
    {
      what: 'tokens without keys',
      rule: 'annotation/json-fields',
      both: [CERTIFICATE],
      bad: [`jwt-validation: '{"issuer": "https://id.example.com"}'`],
      good: [JWT],
    },
    {
      what: 'a claim of another format',
      rule: 'alb/jwt-claims',
      both: [CERTIFICATE],
      bad: [
        `jwt-validation: '{"jwksEndpoint": "https://id.example.com/jwks.json", "issuer": "https://id.example.com", "additionalClaims": [{"format": "text", "name": "scope", "values": ["payments"]}]}'`,
      ],
      good: [JWT],
    },
    {
      what: 'an answer to strangers that is none',
      rule: 'annotation/value',
      bad: ['auth-on-unauthenticated-request: "reject"'],
      good: ['auth-on-unauthenticated-request: "deny"'],
    },
    {
      what: 'a session of no time',
      rule: 'annotation/value',
      bad: ['auth-session-timeout: "0"'],
      good: ['auth-session-timeout: "3600"'],
    },
  ],
);
