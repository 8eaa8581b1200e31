"""Records to graph: triples, Turtle, the store, and typed rows read back from it."""
