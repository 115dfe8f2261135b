"""The library's regulation in the window: copied, changed, looked at from the plan, put in force, kept."""
