// Loaded into the web server: when the process that started it is killed, it goes too and gives back its port.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 3000).unref();
});
process.channel?.unref();
