"""Graph to networkx: the network, its centralities and communities, and GraphML."""
