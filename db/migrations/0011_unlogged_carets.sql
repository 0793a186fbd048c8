-- Where carets stand may be lost with a crash: each open editor tells it again, and no keystroke waits for the disk.
ALTER TABLE "narrative_carets" SET UNLOGGED;
