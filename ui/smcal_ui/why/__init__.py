"""Why?: explanations beside what they explain. Nothing here is loaded before somebody asks."""
