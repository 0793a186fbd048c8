// Loaded into the web server: when the process that started it is killed, it goes too and gives back its port.
// `next dev` hands this on to a worker of its own, which waits for word over its channel and must not let go of it.
if (!process.env.NEXT_PRIVATE_WORKER) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 3000).unref();
  });
  process.channel?.unref();
}
