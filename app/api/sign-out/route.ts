export { signOut as POST } from "@/server/auth/sign-out";
