"""What developers and `run.py` need around smcal; none of it ships in the wheel. Without it smcal runs as well."""
