"""One workspace file for each released format, made by the program that was released, never changed afterwards."""
