/** Label of the fact that says what kind of load balancer it is. @internal */
export const FACT_TYPE = 'Type';
/** Label of the fact that says whether it has public addresses. @internal */
export const FACT_SCHEME = 'Scheme';
