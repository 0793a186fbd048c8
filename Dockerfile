FROM node:22-bookworm-slim
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /bundel
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund && npm cache clean --force
COPY . .
RUN node scripts/build.mjs && mkdir -p .data && chown -R node:node .data .next
USER node
ENV HOST=0.0.0.0 PORT=3000
EXPOSE 3000
VOLUME /bundel/.data
CMD ["node", "scripts/start.mjs"]
