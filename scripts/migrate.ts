import { migrate } from "@/db/migrate";
import { env } from "@/env";

if (!env.DATABASE_URL) throw new Error("DATABASE_URL is not set.");
await migrate(env.DATABASE_URL);
