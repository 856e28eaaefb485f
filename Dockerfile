# syntax=docker/dockerfile:1
# One image for the api-gateway, the worker, the mcp-gateway and the operator's command; docs/guides/deployment.md says how
# it is run. test/deployment carries these steps out without a container engine.
ARG NODE_VERSION=22

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY libs/sdk/package.json libs/sdk/
COPY libs/cli/package.json libs/cli/
COPY libs/cli/bin libs/cli/bin
COPY libs/agents/package.json libs/agents/
COPY apps/admin/package.json apps/admin/
COPY libs/create-orkestra/package.json libs/create-orkestra/
COPY libs/create-orkestra/bin libs/create-orkestra/bin
COPY libs/server/package.json libs/server/
COPY libs/server/bin libs/server/bin
COPY libs/dev/package.json libs/dev/
COPY examples/support-bot/package.json examples/support-bot/
COPY examples/expense-approval/package.json examples/expense-approval/
COPY examples/content-moderation/package.json examples/content-moderation/
COPY examples/document-review/package.json examples/document-review/
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build:sdk && npm run build:cli && npm run build:server && npm run build:admin

FROM node:${NODE_VERSION}-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs/sdk/package.json libs/sdk/
COPY libs/cli/package.json libs/cli/
COPY libs/cli/bin libs/cli/bin
COPY libs/create-orkestra/package.json libs/create-orkestra/
COPY libs/create-orkestra/bin libs/create-orkestra/bin
# The other workspaces bring packages of the admin app and of the examples.
RUN npm pkg set --json workspaces='["libs/sdk","libs/cli","libs/create-orkestra"]'
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY deploy/image image
RUN node image/trim.mjs && mkdir -p data/attachments

FROM node:${NODE_VERSION}-bookworm-slim
LABEL org.opencontainers.image.title="Orkestra" \
  org.opencontainers.image.description="AI-native BPM orchestration with a human in the loop" \
  org.opencontainers.image.licenses="MIT"
# glibc's arenas keep what threads once had; docs/adr/0065 has what two of them save.
ENV NODE_ENV=production HOST=0.0.0.0 ATTACHMENTS_DIR=/app/data/attachments MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=dependencies /app/package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/libs libs
COPY --from=dependencies /app/image image
COPY --from=dependencies --chown=1000:1000 /app/data data
COPY --from=build /build/dist/libs dist/libs
COPY --from=build /build/dist/apps/api-gateway dist/apps/api-gateway
COPY --from=build /build/dist/apps/worker dist/apps/worker
COPY --from=build /build/dist/apps/mcp-gateway dist/apps/mcp-gateway
COPY --from=build /build/libs/sdk/dist libs/sdk/dist
COPY --from=build /build/libs/cli/dist libs/cli/dist
COPY --from=build /build/libs/create-orkestra/dist libs/create-orkestra/dist
COPY --from=build /build/apps/admin/dist apps/admin/dist
COPY LICENSE ./
USER 1000:1000
EXPOSE 4000 4100 4200
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "image/health.mjs", "live"]
ENTRYPOINT ["node", "image/run.mjs"]
CMD ["api-gateway"]
