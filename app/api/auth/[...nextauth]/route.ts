import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/options";

type Params = { params: Promise<{ nextauth: string[] }> };

async function handle(request: Request, context: Params): Promise<Response> {
  const handler = NextAuth(authOptions(request.headers.get("user-agent")));
  return handler(request, context);
}

export { handle as GET, handle as POST };
