"""Sets a PDF from plain data, in a process of its own; knows nothing of plans, so that it starts in no time."""
