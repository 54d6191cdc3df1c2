/** The manifest of the demo's payments: a Deployment and a Service that stays inside the cluster. */
export const paymentsManifest = `# Everything that payments runs in the cluster.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payments
  namespace: payments
spec:
  replicas: 3 # one per zone
  selector:
    matchLabels:
      app.kubernetes.io/name: payments
  template:
    metadata:
      labels:
        app.kubernetes.io/name: payments
    spec:
      containers:
        - name: payments
          image: registry.acme.example/payments:1.8.2
          ports:
            - name: http
              containerPort: 8080
---
apiVersion: v1
kind: Service
metadata:
  name: payments
  namespace: payments
  labels:
    app.kubernetes.io/name: payments
spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: payments
  ports:
    - name: http # the only port that callers may use
      port: 80
      targetPort: http
`;
