# The system as an image: built in one stage, run in another as an ordinary user on a file system that is only read.
#   docker build -t par-index . && docker run --read-only --tmpfs /tmp -v par-index:/var/lib/par-index -e DATABASE_URL=… -e SESSION_SECRET=… -p 3000:3000 par-index
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV CI=true NX_DAEMON=false
COPY . .
RUN npm ci --no-audit --no-fund && npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 PAR_DATA_DIR=/var/lib/par-index WEB_ROOT=/app/dist/apps/web/browser
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
RUN mkdir -p /var/lib/par-index && chown node:node /var/lib/par-index
USER node
VOLUME /var/lib/par-index
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/apps/api/main.mjs"]
