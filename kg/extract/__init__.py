"""One speech to its facts: mentions, relations and observations, each with its place."""
