"""A networkx backend: the same functions of networkx, run on large graphs by compiled code."""
