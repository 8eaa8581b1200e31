"""Other machines' stores, over SPARQL's own protocols: ask them, and publish a graph to them."""
