"""Coverage: which topics stand in which weeks, months or quarters, what is owed, and what stands beside."""
