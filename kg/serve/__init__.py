"""Serves a graph over HTTP: a SPARQL endpoint, a query editor, and a page for every node."""
