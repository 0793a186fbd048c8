-- Counters of the last minute may be lost with a crash; each write waits for them, so they need not wait for the disk.
ALTER TABLE "rate_limits" SET UNLOGGED;
