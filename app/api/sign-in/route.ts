export { prepareSignIn as GET } from "@/server/auth/handler";
