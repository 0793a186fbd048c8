import { configDefaults, defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };
const elsewhere = [...configDefaults.exclude, ".next/**", ".data/**", ".test/**", "tests/e2e/**"];
const withDatabase = {
  globalSetup: ["./tests/support/database.ts"],
  setupFiles: ["./tests/support/own-database.ts"],
  pool: "forks" as const,
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "**/*.db.test.ts", "tests/guards/**", "tests/faults/**", "tests/bench/**"],
        },
      },
      {
        resolve: { alias },
        test: { name: "db", include: ["**/*.db.test.ts"], exclude: elsewhere, ...withDatabase },
      },
      {
        resolve: { alias },
        test: { name: "guards", include: ["tests/guards/**/*.test.ts"], exclude: elsewhere, ...withDatabase },
      },
      {
        resolve: { alias },
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
