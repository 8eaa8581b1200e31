"""Groups of commands that `kg.cli` adds to its own, with what they print."""
