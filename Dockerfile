# Builds the demo portal for real use: `docker build -t postern .`
# Run it with app-config.production.yaml and as many replicas as you like; they share the work through PostgreSQL.
FROM node:22.23.3-bookworm-slim AS build
WORKDIR /build
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ git ca-certificates \
  && rm -rf /var/lib/apt/lists/*
COPY . .
RUN node .yarn/releases/yarn-4.13.0.cjs install --immutable \
  && node .yarn/releases/yarn-4.13.0.cjs tsc \
  && node .yarn/releases/yarn-4.13.0.cjs workspace backend build \
  && mkdir /out \
  && tar -xzf packages/backend/dist/skeleton.tar.gz -C /out \
  && tar -xzf packages/backend/dist/bundle.tar.gz -C /out \
  && cp -r .yarn .yarnrc.yml yarn.lock package.json backstage.json app-config.yaml app-config.production.yaml templates /out/
# Native modules are compiled here, so that what runs has no compiler in it.
WORKDIR /out
RUN node .yarn/releases/yarn-4.13.0.cjs workspaces focus --all --production

FROM node:22.23.3-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
# Root's, and so read-only to the portal.
COPY --from=build /out ./
USER node
EXPOSE 7007
HEALTHCHECK CMD node -e "fetch('http://127.0.0.1:7007/.backstage/health/v1/readiness').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "packages/backend", "--config", "app-config.yaml", "--config", "app-config.production.yaml"]
